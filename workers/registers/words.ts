/** What a row of a register is called, in the office's language. */
import type { EventGroup } from '../../custom-objects/vocabulary';
import type { Language, Words } from '../correspondence/words';
import type { TotalCell } from './decisions';
import type { DurationCell } from './durations';

const GROUPS: Record<EventGroup, Words> = {
  INTAKE: { en: 'Intake', ru: 'Приём' },
  EVIDENCE: { en: 'Evidence', ru: 'Сбор доказательств' },
  COURT: { en: 'Court', ru: 'Суд' },
  DECISION: { en: 'Decision', ru: 'Решение' },
  RECOVERY: { en: 'Recovery', ru: 'Взыскание' },
  CLOSING: { en: 'Closing', ru: 'Завершение' },
};

const NONE: Record<'group' | 'date', Words> = {
  group: { en: 'Of no group', ru: 'Без группы' },
  date: { en: 'Without a date', ru: 'Без даты' },
};

/** The names of directions, courts, regions and kinds of recoveries, by id. */
export type Names = Map<string, string>;
/** For one that has no name, or is gone. */
export const NAMELESS = '—';

const joined = (parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
const nameOf = (names: Names, id: string | null): string | null => (id === null ? null : (names.get(id) ?? NAMELESS));

const isGroup = (group: string): group is EventGroup => group in GROUPS;

export const durationName = ({ eventGroup, directionId, courtId }: DurationCell, names: Names, language: Language): string =>
  joined([
    eventGroup === null ? NONE.group[language] : isGroup(eventGroup) ? GROUPS[eventGroup][language] : eventGroup,
    nameOf(names, directionId),
    nameOf(names, courtId),
  ]);

export const totalName = (cell: TotalCell, names: Names, language: Language): string =>
  joined([
    cell.month === null ? NONE.date[language] : `${cell.month.slice(5, 7)}.${cell.month.slice(0, 4)}`,
    nameOf(names, cell.rootDirectionId),
    nameOf(names, cell.regionId),
    nameOf(names, cell.recoveryKindId),
    cell.currencyCode,
  ]);
