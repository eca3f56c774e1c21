import { moment, type Language } from '../correspondence/words';
import type { Firing } from '../reminders/channels/channel';
import { oneLine } from '../correspondence/lines';
import type { Fact, Mail } from './html';
import { MAIL_WORDS } from './words';

/** Where in Twenty something is looked at. */
export type Links = { record: (object: string, id: string) => string; home: string };

export const linksTo = (twentyUrl: string): Links => ({ record: (object, id) => `${twentyUrl}/object/${object}/${id}`, home: `${twentyUrl}/` });

const TITLE_IN_SUBJECT = 120;
const TITLE = 400;

type Speech = { language: Language; timeZone: string };

/** Of what a firing is, as a heading. */
export const kindOf = ({ kind, isEscalation }: Pick<Firing, 'kind' | 'isEscalation'>, language: Language): string => {
  const words = MAIL_WORDS[language];
  return isEscalation ? `${words.escalation}: ${words.kinds[kind].toLowerCase()}` : words.kinds[kind];
};

type Shown = Pick<Firing, 'letter' | 'caseEventId' | 'clientAssignmentId'>;

/** At which record it is shown; null for that of none. */
const placeOf = ({ letter, caseEventId, clientAssignmentId }: Shown) => {
  if (letter) return { object: 'correspondence', id: letter.id, label: 'openLetter' } as const;
  if (caseEventId) return { object: 'caseEvent', id: caseEventId, label: 'openEvent' } as const;
  return clientAssignmentId ? ({ object: 'clientAssignment', id: clientAssignmentId, label: 'openAssignment' } as const) : null;
};

export const linkOf = (firing: Shown, links: Links): string => {
  const place = placeOf(firing);
  return place ? links.record(place.object, place.id) : links.home;
};

/** One firing as a mail to its recipient. */
export const reminderMail = (firing: Firing, { links, ...speech }: Speech & { links: Links }): { subject: string; mail: Mail } => {
  const { language } = speech;
  const words = MAIL_WORDS[language];
  const { title, letter, isEscalation, dueAt, startedAt, sentCount, nextAt } = firing;
  const kind = kindOf(firing, language);
  const facts: Fact[] = [
    ...(letter?.number ? [{ name: words.letter, value: letter.number }] : []),
    ...(dueAt ? [{ name: words.due, value: moment(dueAt, speech) }] : [{ name: letter ? words.waitsSince : words.since, value: moment(startedAt, speech) }]),
    ...(sentCount > 1 ? [{ name: words.times, value: String(sentCount) }] : []),
    ...(nextAt ? [{ name: words.next, value: moment(nextAt, speech) }] : []),
  ];
  const label = words[placeOf(firing)?.label ?? 'openDesk'];
  return {
    subject: oneLine(title, TITLE_IN_SUBJECT) || kind,
    mail: {
      language,
      kind,
      isLoud: isEscalation,
      title: oneLine(title, TITLE) || kind,
      facts,
      action: { label, url: linkOf(firing, links) },
      footer: [...(letter ? [words.untilDone] : []), words.why],
    },
  };
};
