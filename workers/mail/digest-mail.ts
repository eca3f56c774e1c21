import type { Entry } from '../calendar/entries';
import { daysLater, written } from '../cases/calendar';
import type { Language } from '../correspondence/words';
import { dayOf } from '../reminders/working-hours';
import { oneLine } from '../correspondence/lines';
import type { Entry as Line, Mail, Section } from './html';
import type { Links } from './reminder-mail';
import { MAIL_WORDS } from './words';

/** What a day asks of one person, as a mail in the morning. */

export type DigestLetter = { id: string; text: string };

const MOST = 12;
const TEXT = 220;
const SOON_DAYS = 7;

type Speech = { language: Language; timeZone: string };

const dayOfEntry = ({ time }: Entry, timeZone: string): string => ('day' in time ? time.day : dayOf(new Date(time.startsAt), timeZone));
const orderOf = ({ time }: Entry): string => ('day' in time ? time.day : time.startsAt);

const dayWord = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

/** When, where, and of a whole day which. */
const noteOf = ({ time, location }: Entry, speech: Speech): string => {
  const when = 'day' in time ? dayWord(time.day, speech.language) : `${dayWord(dayOf(new Date(time.startsAt), speech.timeZone), speech.language)}, ${written(time.startsAt, speech).slice(-5)}`;
  return [when, location && oneLine(location, TEXT)].filter(Boolean).join(' · ');
};

/** @returns null where nothing presses: nobody is written to for nothing */
export const digestMail = (
  input: Speech & { today: string; entries: Entry[]; awaiting: DigestLetter[]; held: DigestLetter[]; links: Links },
): { subject: string; mail: Mail } | null => {
  const { today, entries, awaiting, held, links, ...speech } = input;
  const { language, timeZone } = speech;
  const words = MAIL_WORDS[language];
  const letters = (title: string, all: DigestLetter[], loud = false) =>
    ({ title, lines: all.map(({ id, text }): Line => ({ text: oneLine(text, TEXT), url: links.record('correspondence', id), loud })) });
  const dated = (title: string, holds: (day: string, isHearing: boolean) => boolean, loud = false) => ({
    title,
    lines: entries
      .filter((entry) => holds(dayOfEntry(entry, timeZone), 'startsAt' in entry.time))
      .sort((one, other) => orderOf(one).localeCompare(orderOf(other)))
      .map((entry): Line => ({ text: oneLine(entry.summary, TEXT), note: noteOf(entry, speech), url: entry.url, loud })),
  });
  const sections = [
    letters(words.awaiting, awaiting),
    letters(words.held, held, true),
    dated(words.overdue, (day, isHearing) => day < today && !isHearing, true),
    dated(words.today, (day) => day === today),
    dated(words.soon, (day) => day > today && day <= daysLater(today, SOON_DAYS)),
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }): Section => ({
      title: `${title} · ${lines.length}`,
      entries: lines.slice(0, MOST),
      ...(lines.length > MOST ? { more: words.more(lines.length - MOST) } : {}),
    }));
  if (sections.length === 0) return null;
  const title = words.digestTitle(dayWord(today, language));
  return {
    subject: title,
    mail: { language, kind: words.digest, isLoud: false, title, sections, action: { label: words.openDesk, url: links.home }, footer: [words.why] },
  };
};
