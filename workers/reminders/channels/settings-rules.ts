import type { ChannelName } from '../../../custom-objects/vocabulary';

/** What people chose about how they are reminded. */

export type SettingRow = {
  id: string;
  ownerId: string | null;
  channels: ChannelName[] | null;
  wantsDigest: boolean | null;
  feedKey: string | null;
  updatedAt: string;
  updatedBy: { workspaceMemberId: string | null } | null;
};

export type Setting = { channels: readonly ChannelName[]; wantsDigest: boolean; feedKey: string | null };

/** Everything that is set up, until one says otherwise. */
const defaultFor = (configured: readonly ChannelName[]): Setting => ({ channels: configured, wantsDigest: true, feedKey: null });

/** Whether the row is its owner's word: anybody may write any row, but nobody can write it as another, for Twenty says who wrote last. */
export const isHonoured = ({ ownerId, updatedBy }: Pick<SettingRow, 'ownerId' | 'updatedBy'>): boolean =>
  ownerId !== null && updatedBy?.workspaceMemberId === ownerId;

export const settingOf = (memberId: string, rows: readonly SettingRow[], configured: readonly ChannelName[]): Setting => {
  const [newest] = rows
    .filter((row) => row.ownerId === memberId && isHonoured(row))
    .sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt));
  if (!newest) return defaultFor(configured);
  const { channels, wantsDigest, feedKey } = newest;
  return { channels: configured.filter((channel) => channels?.includes(channel)), wantsDigest: wantsDigest ?? true, feedKey: feedKey || null };
};
