import type { Language } from '../correspondence/words';

export type CalendarProblem =
  | { kind: 'HALF_SET' | 'BAD_HOURS' }
  | { kind: 'BAD_DAY' | 'SAME_DAY'; day: string; name: string };

/** What is wrong with the office's calendar, and how to mend it. */
export const calendarProblemText = (problem: CalendarProblem, language: Language): string => {
  const ru = language === 'ru';
  switch (problem.kind) {
    case 'HALF_SET':
      return ru
        ? 'Рабочее время указано не полностью: нужны рабочие дни, время открытия и время закрытия. Пока оно не действует.'
        : 'The working hours are incomplete: give the working days, when the office opens and when it closes. Until then they do not count.';
    case 'BAD_HOURS':
      return ru
        ? 'Время открытия и закрытия указывается как 09:00 и 18:00, закрытие позже открытия. Пока рабочее время не действует.'
        : 'Write the hours as 09:00 and 18:00, the closing after the opening. Until then the working hours do not count.';
    case 'BAD_DAY':
      return ru
        ? `Особый день ${problem.day} «${problem.name}»: время указывается как 09:00 и 18:00, закрытие позже открытия. Пока в этот день обычные часы.`
        : `Special day ${problem.day} “${problem.name}”: write its hours as 09:00 and 18:00, the closing after the opening. Until then the usual hours hold on it.`;
    case 'SAME_DAY':
      return ru
        ? `Особый день ${problem.day} указан дважды: действует первая запись, «${problem.name}» — нет.`
        : `Special day ${problem.day} is there twice: the first record holds, “${problem.name}” does not.`;
  }
};
