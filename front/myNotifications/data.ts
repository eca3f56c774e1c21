import { v5 } from 'uuid';
import type { ChannelName } from '../../custom-objects/vocabulary';
import { feedKeyOf, newFeedSecret } from '../../workers/feed/secret';
import { metadata } from '../lib/api';
import { find, put } from '../lib/store';

/** What somebody chose, and what there is to choose from. */

const NAMESPACE = '0f9a3a40-6d0c-5f0b-8a53-5c9c2f1f8a77';

export type Choice = { channels: ChannelName[]; wantsDigest: boolean; feedKey: string };
export type Chosen = {
  ownerId: string;
  email: string;
  configured: ChannelName[];
  /** Where the workers are reached from outside; empty where the administrator has not said it. */
  feedAddress: string;
  choice: Choice;
  /** Somebody else wrote it last: it does not count until its owner saves it again. */
  isForeign: boolean;
};

type Row = { channels: ChannelName[] | null; wantsDigest: boolean | null; feedKey: string | null; updatedBy: { workspaceMemberId: string | null } | null };
type Viewer = { currentUser: { email: string; workspaceMember: { id: string } | null } };

const VIEWER = 'query Viewer { currentUser { email workspaceMember { id } } }';

/** One row a person, so its id is told by whose it is. */
const rowId = (ownerId: string): string => v5(ownerId, NAMESPACE);

export const loadChosen = async (): Promise<Chosen | null> => {
  const { currentUser } = await metadata<Viewer>(VIEWER);
  const ownerId = currentUser.workspaceMember?.id;
  if (!ownerId) return null;
  const [[row], [office]] = await Promise.all([
    find<Row>('notificationSetting', 'channels wantsDigest feedKey updatedBy { source workspaceMemberId }', { filter: { id: { eq: rowId(ownerId) } }, first: 1 }),
    find<{ channels: ChannelName[] | null; feedAddress: string | null }>('office', 'channels feedAddress', { first: 1 }),
  ]);
  const configured = office?.channels ?? [];
  const isForeign = row !== undefined && row.updatedBy?.workspaceMemberId !== ownerId;
  const own = isForeign ? undefined : row;
  return {
    ownerId,
    email: currentUser.email,
    configured,
    feedAddress: office?.feedAddress ?? '',
    choice: { channels: own ? (own.channels ?? []) : ['EMAIL', 'WEBHOOK'], wantsDigest: own?.wantsDigest ?? true, feedKey: own?.feedKey ?? '' },
    isForeign,
  };
};

export const save = (ownerId: string, name: string, choice: Choice): Promise<void> => put('notificationSetting', [{ id: rowId(ownerId), ownerId, name, ...choice }]);

/** An address that nobody is told but who asked for it: what is kept is the fingerprint of its secret. */
export const newFeed = ({ ownerId, feedAddress }: Pick<Chosen, 'ownerId' | 'feedAddress'>): { address: string; feedKey: string } => {
  const secret = newFeedSecret(ownerId);
  return { address: `${feedAddress}/calendar/${secret}.ics`, feedKey: feedKeyOf(secret) };
};
