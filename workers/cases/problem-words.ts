/** What is wrong with a record, in English and Russian. Pure, as the rules are. */
import type { Language } from '../correspondence/words';
import type { Instance, Problem } from './problems';

/** Labels of the fields that may be wrong, as a person sees them on the record. */
const FIELDS: Record<string, Record<Language, string>> = {
  acceptedAt: { en: 'Accepted', ru: 'Принято' },
  answeredAt: { en: 'Answered', ru: 'Получен ответ' },
  appealDueAt: { en: 'Appeal by', ru: 'Обжаловать до' },
  awarded: { en: 'Awarded', ru: 'Присуждено' },
  careCosts: { en: 'Care', ru: 'Уход' },
  caseEventId: { en: 'Event', ru: 'Событие' },
  claimed: { en: 'Claimed', ru: 'Заявлено' },
  closedAt: { en: 'Closed', ru: 'Закрыто' },
  collected: { en: 'Collected', ru: 'Взыскано' },
  collectedAt: { en: 'Collected on', ru: 'Дата взыскания' },
  completedAt: { en: 'Completed', ru: 'Исполнено' },
  decidedAt: { en: 'Decided', ru: 'Дата решения' },
  dependants: { en: 'Dependants', ru: 'Иждивенцев' },
  dueAt: { en: 'Due', ru: 'Срок' },
  effectiveAt: { en: 'In force', ru: 'В силе с' },
  endsAt: { en: 'Ends', ru: 'Окончание' },
  filedAt: { en: 'Filed', ru: 'Подано' },
  givenAt: { en: 'Given', ru: 'Дано' },
  injuryDate: { en: 'Date of harm', ru: 'Дата вреда' },
  instance: { en: 'Instance', ru: 'Инстанция' },
  lostEarnings: { en: 'Lost earnings', ru: 'Утрачено в мес.' },
  memberId: { en: 'Employee', ru: 'Сотрудник' },
  openedAt: { en: 'Opened', ru: 'Открыто' },
  outcome: { en: 'Outcome', ru: 'Итог' },
  payments: { en: 'Payments', ru: 'Размер выплат' },
  receivedAt: { en: 'Received', ru: 'Получен' },
  requestedAt: { en: 'Requested', ru: 'Запрошен' },
  scheduledAt: { en: 'Begins', ru: 'Начало' },
  sentAt: { en: 'Sent', ru: 'Отправлено' },
  serviceFrom: { en: 'Served from', ru: 'Служил с' },
  serviceTo: { en: 'Served until', ru: 'Служил по' },
  startedAt: { en: 'Started', ru: 'Начато' },
  treatmentCosts: { en: 'Treatment', ru: 'Лечение' },
  visitedAt: { en: 'Visited', ru: 'Дата визита' },
  vtekDate: { en: 'VTEK date', ru: 'Дата ВТЭК' },
  vtekNextReviewAt: { en: 'Next review', ru: 'Переосвидет.' },
  workCapacityLossPercent: { en: 'Capacity lost', ru: 'Утрата, %' },
};

const INSTANCES: Record<Language, Record<Instance, string>> = {
  en: { FIRST: 'the first instance', APPEAL: 'appeal', CASSATION: 'cassation', SUPERVISORY: 'supervisory review' },
  ru: { FIRST: 'первой инстанции', APPEAL: 'апелляционной инстанции', CASSATION: 'кассационной инстанции', SUPERVISORY: 'надзорной инстанции' },
};

export const problemText = (problem: Problem, language: Language): string => {
  const ru = language === 'ru';
  const label = (field: string): string => FIELDS[field]?.[language] ?? field;
  const field = label(problem.fields[0] ?? '');
  switch (problem.code) {
    case 'MISSING':
      return ru ? `Не заполнено поле «${field}».` : `“${field}” is not filled in.`;
    case 'PERCENT':
      return ru ? `«${field}»: процент бывает от 0 до 100.` : `“${field}” must be from 0 to 100.`;
    case 'NEGATIVE':
      return ru ? `«${field}» не может быть меньше нуля.` : `“${field}” cannot be less than zero.`;
    case 'ORDER':
      return ru
        ? `«${label(problem.later)}» раньше, чем «${label(problem.earlier)}».`
        : `“${label(problem.later)}” is earlier than “${label(problem.earlier)}”.`;
    case 'NO_CASE':
      return ru ? 'Не указано дело.' : 'It belongs to no case.';
    case 'NO_DECISION_NOR_CASE':
      return ru ? 'Не указаны ни решение суда, ни дело.' : 'It belongs to no court decision and no case.';
    case 'COURT_LEVEL':
      return ru
        ? `Суд не подходит к инстанции: «${problem.court}» не рассматривает дела ${INSTANCES.ru[problem.instance]}.`
        : `The court does not fit the instance: ${problem.court} does not hear cases in ${INSTANCES.en[problem.instance]}.`;
    case 'INSTANCE_OF_FILING':
      return ru ? 'Инстанция не та, что у обращения в суд.' : 'The instance is not that of its court filing.';
    case 'OTHER_CASE':
      return {
        courtFiling: ru ? 'Обращение в суд относится к другому делу.' : 'Its court filing belongs to another case.',
        previousFiling: ru ? 'Предыдущее обращение относится к другому делу.' : 'Its previous filing belongs to another case.',
        courtDecision: ru ? 'Решение суда относится к другому делу.' : 'Its court decision belongs to another case.',
      }[problem.relative];
    case 'BEFORE':
      return {
        courtFiling: ru ? `«${field}» раньше обращения в суд.` : `“${field}” is earlier than its court filing.`,
        previousFiling: ru ? `«${field}» раньше предыдущего обращения.` : `“${field}” is earlier than the previous filing.`,
        courtDecision: ru ? `«${field}» раньше решения суда.` : `“${field}” is earlier than its court decision.`,
      }[problem.relative];
    case 'FILING_CIRCLE':
      return ru ? 'Цепочка предыдущих обращений возвращается к этому же.' : 'The chain of previous filings comes back to this one.';
    case 'PARENT_CIRCLE':
      return ru
        ? `Входит само в себя: ${[...problem.names, problem.names[0]].join(' → ')}.`
        : `It is part of itself: ${[...problem.names, problem.names[0]].join(' → ')}.`;
    case 'RESPONSIBLE_TWICE':
      return ru ? 'Этот сотрудник уже назначен ответственным за событие.' : 'This person is responsible for the event already.';
    case 'SECOND_CURRENCY':
      return ru
        ? 'Есть суммы в другой валюте: в итоги по делу они не вошли.'
        : 'Some amounts are in a second currency: they are not added to the totals of the case.';
    case 'ARCHIVED_WITH_OPEN':
      return ru
        ? `Дело в архиве, но открытых событий: ${problem.count}. Спишите его командой «Списать дело в архив».`
        : `Archived with ${problem.count} open events: use “Archive the case”.`;
  }
};

/** All that is wrong with a record, as its `problem` says it; empty when nothing is. */
export const problemsText = (problems: Problem[], language: Language): string =>
  [...new Set(problems.map((problem) => problemText(problem, language)))].join(' ');
