/** What people are told of a case, each in their language. Pure, as the rules are. */
import { oneLine } from '../../correspondence/lines';
import { written } from '../../cases/calendar';
import { languageOfMember, memberName, type Language, type Words } from '../../correspondence/words';
import type { Office } from '../../correspondence/protocol';
import { answering, type Cause, type Recipient } from './causes';

const WORDS = {
  HEARING: { en: 'Court hearing', ru: 'Судебное заседание' },
  APPEAL_DEADLINE: { en: 'Last day to appeal', ru: 'Последний день обжалования' },
  REQUEST_REPLY: { en: 'No reply to the request, due', ru: 'Нет ответа на запрос, срок' },
  AWAITING_CLIENT: { en: 'The client is awaited since', ru: 'Ждём от клиента с' },
  EVENT_DUE: { en: 'Due', ru: 'Срок' },
  ASSIGNMENT_DUE: { en: 'Client’s assignment due', ru: 'Срок поручения клиента' },
  CASE: { en: 'case', ru: 'дело' },
  MISSING: { en: 'missing:', ru: 'не хватает:' },
  INSTEAD: { en: 'for', ru: 'за сотрудника' },
  OVERDUE: { en: 'Overdue', ru: 'Просрочено' },
  NOBODY: { en: 'nobody answers for it', ru: 'ответственного нет' },
} satisfies Record<string, Words>;

const LONGEST_PART = 160;
const LONGEST_TITLE = 500;

/** What people wrote, as a part of a title. */
export const tidy = (text: string | null | undefined, longest = LONGEST_PART): string => oneLine(text, longest);

export const joined = (separator: string, ...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(separator);

export const caseName = ({ legalCase }: Pick<Cause, 'legalCase'>): string => joined(' ', tidy(legalCase?.number), tidy(legalCase?.title));

/** What it is, in so many words; the moment is told apart. */
export const causeDetails = (cause: Cause): string => {
  switch (cause.kind) {
    case 'HEARING':
      return joined(', ', tidy(cause.record.court?.name), tidy(cause.record.room));
    case 'APPEAL_DEADLINE':
      return tidy(cause.record.court?.name);
    case 'REQUEST_REPLY':
      return joined(', ', tidy(cause.record.subject), tidy(cause.record.addressee?.name));
    default:
      return tidy(cause.event.title);
  }
};

export const missingPapers = ({ event }: Pick<Cause, 'event'>, language: Language): string =>
  event.missingDocuments ? `${WORDS.MISSING[language]} ${tidy(event.missingDocuments.split('\n').join(', '))}` : '';

/** The moment as it is told: of a term its last day. */
const when = ({ ladder }: Cause, speech: { language: Language; timeZone: string }): string => {
  if (ladder.kind === 'HEARING' || ladder.kind === 'EVENT_DUE' || ladder.kind === 'ASSIGNMENT_DUE') return written(ladder.dueAt, speech);
  return written(ladder.kind === 'AWAITING_CLIENT' ? ladder.since : ladder.dueAt, speech).slice(0, 'dd.mm.yyyy'.length);
};

export const causeTitle = (input: { cause: Cause; office: Office; recipient: Recipient; isEscalation: boolean; timeZone: string }): string => {
  const { cause, office, recipient, isEscalation, timeZone } = input;
  const language = languageOfMember(office, recipient.memberId);
  const name = (memberId: string) => memberName(office, memberId, language);
  const details = joined('; ', causeDetails(cause), cause.kind === 'AWAITING_CLIENT' ? missingPapers(cause, language) : null);
  const what = joined(': ', `${WORDS[cause.kind][language]} ${when(cause, { language, timeZone })}`, details);
  const ofCase = caseName(cause);
  const instead = recipient.insteadOf === null ? '' : ` — ${WORDS.INSTEAD[language]} ${name(recipient.insteadOf)}`;
  const told = `${what}${ofCase ? ` (${WORDS.CASE[language]} ${ofCase})` : ''}${instead}`;
  const answers = answering(cause, office).map(name).join(', ') || WORDS.NOBODY[language];
  return tidy(isEscalation ? `${WORDS.OVERDUE[language]} (${answers}). ${told}` : told, LONGEST_TITLE);
};
