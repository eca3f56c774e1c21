import { createHash } from 'node:crypto';
import type { ChannelName } from '../../../custom-objects/vocabulary';
import { oneLine } from '../../correspondence/lines';
import type { Mailer, Outcome } from '../../mail/mailer';
import { kindOf, linkOf, linksTo, reminderMail, type Links } from '../../mail/reminder-mail';
import type { Configuration } from '../../configuration';
import type { Firing } from './channel';
import type { Person } from './settings';
import { Webhook } from './webhook';

/** A way out of Twenty. */
export interface Outlet {
  readonly name: ChannelName;
  /** Whether the person can be reached by it at all. */
  reaches(person: Person): boolean;
  send(firing: Firing, person: Person): Promise<Outcome>;
  /** null when all is well, else what is wrong; undefined where it cannot be asked without sending. */
  check(): Promise<string | null | undefined>;
  close(): void;
}

type Speech = { links: Links; timeZone: string };

/** The same for the same firing, so that whoever gets it twice can tell. Under the sender's domain. */
export const messageIdOf = (from: string, ...cause: (string | number)[]): string => {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'legal-desk';
  return `<${cause.join('.')}@${domain}>`;
};

export const emailOutlet = ({ mailer, from, links, timeZone }: Speech & { mailer: Mailer; from: string }): Outlet => ({
  name: 'EMAIL',
  reaches: ({ email }) => email.includes('@'),
  send: (firing, { email, language }) => {
    const { subject, mail } = reminderMail(firing, { links, language, timeZone });
    return mailer.send({
      to: email,
      subject,
      mail,
      messageId: messageIdOf(from, firing.id, Date.parse(firing.recordedAt), firing.sentCount),
      // One conversation for all that remind of the same.
      thread: messageIdOf(from, firing.id),
      headers: { 'X-Legal-Desk-Firing': `${firing.id}/${firing.sentCount}` },
    });
  },
  check: () => mailer.check(),
  close: () => mailer.close(),
});

const TITLE = 500;

export const webhookOutlet = ({ webhook, links, timeZone }: Speech & { webhook: Webhook }): Outlet => ({
  name: 'WEBHOOK',
  reaches: () => true,
  send: (firing, { id, name, email, language }) => {
    const { kind, isEscalation, letter, caseEventId, clientAssignmentId, dueAt, startedAt, recordedAt, sentCount, firedAt, nextAt } = firing;
    const title = oneLine(firing.title, TITLE);
    const url = linkOf(firing, links);
    return webhook.send({
      key: createHash('sha256').update(`${firing.id}/${Date.parse(recordedAt)}/${sentCount}`).digest('hex'),
      payload: {
        event: 'reminder',
        // What a messenger shows that takes a text and nothing else.
        text: `${kindOf(firing, language)}: ${title}\n${url}`,
        reminder: { id: firing.id, firing: sentCount, kind, title, isEscalation, startedAt, dueAt, firedAt, nextAt, url },
        recipient: { id, name, email, language },
        letter,
        caseEventId,
        clientAssignmentId,
        timeZone,
      },
    });
  },
  check: () => Promise.resolve(undefined),
  close: () => undefined,
});

/** Those that are set up. */
export const outletsOf = ({ smtp, webhook, twentyUrl, timeZone }: Pick<Configuration, 'smtp' | 'webhook' | 'twentyUrl' | 'timeZone'>, mailer: Mailer | null): Outlet[] => {
  const speech = { links: linksTo(twentyUrl), timeZone };
  return [
    ...(smtp && mailer ? [emailOutlet({ ...speech, mailer, from: smtp.from })] : []),
    ...(webhook ? [webhookOutlet({ ...speech, webhook: new Webhook(webhook) })] : []),
  ];
};
