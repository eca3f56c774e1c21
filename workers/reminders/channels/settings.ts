import { z } from 'zod';
import { languageOf, type Language } from '../../correspondence/words';
import type { ChannelName } from '../../../custom-objects/vocabulary';
import type { TwentyClient } from '../../twenty/client';
import { settingOf, type Setting, type SettingRow } from './settings-rules';

export type Person = { id: string; name: string; email: string; language: Language; setting: Setting };

const FRESH_MS = 60_000;

const settingRow = z.object({
  id: z.string(),
  ownerId: z.string().nullable(),
  channels: z.array(z.enum(['EMAIL', 'WEBHOOK'])).nullable(),
  wantsDigest: z.boolean().nullable(),
  feedKey: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.object({ workspaceMemberId: z.string().nullable() }).nullable(),
}) satisfies z.ZodType<SettingRow>;

const edges = <Node>(node: z.ZodType<Node>) => z.object({ edges: z.array(z.object({ node })) }).transform(({ edges: all }) => all.map((edge) => edge.node));

const schema = z.object({
  workspaceMembers: edges(
    z.object({
      id: z.string(),
      locale: z.string().nullable(),
      userEmail: z.string().nullable(),
      name: z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }),
    }),
  ),
  notificationSettings: edges(settingRow),
});

const DOCUMENT = `query Settings {
  workspaceMembers(first: 5000) { edges { node { id locale userEmail name { firstName lastName } } } }
  notificationSettings(first: 5000, orderBy: [{ updatedAt: DescNullsLast }]) {
    edges { node { id ownerId channels wantsDigest feedKey updatedAt updatedBy { source workspaceMemberId } } }
  }
}`;

/** The people, how they are reached and how they want to be. Kept for a minute: a choice holds from the next one on. */
export class Settings {
  private people = new Map<string, Person>();
  private readAt = -Infinity;

  constructor(
    private readonly client: Pick<TwentyClient, 'records'>,
    private readonly configured: readonly ChannelName[],
  ) {}

  /** @param freshMs how old the picture may be */
  async read(freshMs = FRESH_MS): Promise<Map<string, Person>> {
    if (performance.now() - this.readAt < freshMs) return this.people;
    const startedAt = performance.now();
    const { workspaceMembers, notificationSettings } = await this.client.records({ document: DOCUMENT, schema, operations: 2, priority: 'reminders' });
    this.people = new Map(
      workspaceMembers.map(({ id, locale, userEmail, name }) => [
        id,
        {
          id,
          name: [name.firstName, name.lastName].filter(Boolean).join(' '),
          email: userEmail?.trim() ?? '',
          language: languageOf(locale),
          setting: settingOf(id, notificationSettings, this.configured),
        },
      ]),
    );
    this.readAt = startedAt;
    return this.people;
  }
}
