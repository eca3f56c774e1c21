import type { Words } from '../workers/catalogues/words';
import { decide, register, type Action, type Decision, type Flow, type HistoryRow, type LetterState, type Office } from '../workers/correspondence/protocol';
import { rowName, type Language } from '../workers/correspondence/words';
import { registerRowId } from '../workers/identifiers';
import { demoId, type Paper, type Row } from './cases';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import { DEPARTMENTS, STAFF, type DepartmentKey } from './staff';

/** Letters and their history, folded by the rules of the workers. */

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Employees by key; `to` is an employee or a department. */
type Step = [minutesAgo: number, actor: string, action: Action, to?: string, reason?: Words];
type Letter = {
  key: string;
  flow: Flow;
  subject: Words;
  companyId: string | null;
  caseKey: string;
  method: string;
  dueInDays?: number;
  place?: Words;
  by: string;
  minutesAgo: number;
  steps: Step[];
};

const w = (en: string, ru: string): Words => ({ en, ru });

/** Letters that show what can happen to one. `companyId` here is the company's key. */
const SHOWN: Omit<Letter, 'key'>[] = [
  {
    flow: 'INCOMING', subject: w('Reply of Russian Railways to the attorney request', 'Ответ ОАО «РЖД» на адвокатский запрос'), companyId: 'rzd', caseKey: 'nikitin',
    method: 'REGISTERED_POST', dueInDays: 5, by: 'clerk', minutesAgo: 5 * DAY,
    steps: [
      [5 * DAY - 25, 'clerk', 'HAND_OVER', 'claims', w('Reply to our request, due in ten days', 'Ответ на наш запрос, срок десять дней')],
      [5 * DAY - 90, 'lawyer2', 'ACCEPT'],
      [4 * DAY, 'lawyer2', 'HAND_OVER', 'lawyer', w('Ivan leads this case', 'Дело ведёт Иван')],
      [4 * DAY - 40, 'lawyer', 'REJECT', undefined, w('The annex is missing', 'Нет приложения')],
      [3 * DAY, 'lawyer2', 'HAND_OVER', 'lawyer', w('The annex has been found', 'Приложение нашлось')],
      [3 * DAY - 120, 'lawyer', 'ACCEPT'],
    ],
  },
  {
    flow: 'INCOMING', subject: w('Summons to the hearing in the case of Kuznetsov', 'Повестка в судебное заседание по делу Кузнецова'), companyId: 'defence', caseKey: 'kuznetsov',
    method: 'COURT_PORTAL', dueInDays: 2, by: 'clerk', minutesAgo: 3 * HOUR,
    steps: [[2 * HOUR + 40, 'clerk', 'HAND_OVER', 'claims', w('Hearing in two days', 'Заседание через два дня')]],
  },
  {
    flow: 'INCOMING', subject: w('Conclusion of the medical and social expert commission', 'Заключение медико-социальной экспертизы'), companyId: 'mse', caseKey: 'morozova',
    method: 'POST', by: 'clerk', minutesAgo: 26 * HOUR, place: w('Safe 2', 'Сейф 2'),
    steps: [[25 * HOUR, 'clerk', 'HAND_OVER', 'lawyer2', w('For the case of Morozova', 'По делу Морозовой')]],
  },
  {
    flow: 'INCOMING', subject: w('Copy of the decision of the court of first instance', 'Копия решения суда первой инстанции'), companyId: 'defence', caseKey: 'kuznetsov',
    method: 'REGISTERED_POST', dueInDays: 12, by: 'clerk', minutesAgo: 9 * DAY,
    steps: [
      [9 * DAY - 20, 'clerk', 'HAND_OVER', 'lawyer', w('Appeal deadline runs', 'Идёт срок обжалования')],
      [9 * DAY - 60, 'lawyer', 'ACCEPT'],
      [2 * DAY, 'lawyer', 'HAND_OVER', 'court', w('Prepare the appeal', 'Подготовить апелляционную жалобу')],
      [2 * DAY - 30, 'lawyer2', 'ACCEPT'],
    ],
  },
  {
    flow: 'OUTGOING', subject: w('Claim to the gas company', 'Претензия газовой компании'), companyId: 'gas', caseKey: 'fedorova',
    method: 'REGISTERED_POST', by: 'lawyer2', minutesAgo: 12 * DAY,
    steps: [[12 * DAY - 60, 'lawyer2', 'SEND'], [2 * DAY, 'clerk', 'RETURN_UNDELIVERED']],
  },
  {
    flow: 'OUTGOING', subject: w('Attorney request to the hospital', 'Адвокатский запрос в больницу'), companyId: 'polyclinic', caseKey: 'nikitin',
    method: 'COURIER', by: 'lawyer', minutesAgo: 6 * DAY,
    steps: [[6 * DAY - 30, 'lawyer', 'SEND'], [4 * DAY, 'clerk', 'DELIVER']],
  },
  {
    flow: 'INCOMING', subject: w('Complaint of a client about delay', 'Жалоба клиента на задержку'), companyId: null, caseKey: 'morozova',
    method: 'IN_PERSON', by: 'clerk', minutesAgo: 20, steps: [],
  },
  {
    flow: 'INCOMING', subject: w('Expert’s report', 'Заключение эксперта'), companyId: 'forensic', caseKey: 'nikitin',
    method: 'IN_PERSON', by: 'clerk', minutesAgo: 15 * DAY, place: w('Lost in the move of the archive', 'Потеряно при переезде архива'),
    steps: [
      [15 * DAY - 15, 'clerk', 'HAND_OVER', 'lawyer', w('For the hearing', 'К заседанию')],
      [15 * DAY - 50, 'lawyer', 'ACCEPT'],
      [DAY, 'lawyer', 'REPORT_LOST'],
    ],
  },
  {
    flow: 'INCOMING', subject: w('Answer of the prosecutor’s office', 'Ответ прокуратуры'), companyId: null, caseKey: 'fedorova',
    method: 'EMAIL', by: 'clerk', minutesAgo: 20 * DAY,
    steps: [
      [20 * DAY - 10, 'clerk', 'HAND_OVER', 'lawyer2', w('For the file', 'В дело')],
      [20 * DAY - 90, 'lawyer2', 'ACCEPT'],
      [18 * DAY, 'lawyer2', 'COMPLETE'],
      [17 * DAY, 'lawyer2', 'ARCHIVE'],
    ],
  },
];

const REASONS = [w('For the case', 'По делу'), w('Please study and answer', 'Изучить и ответить'), w('A deadline runs', 'Идёт срок'), w('For the file', 'В дело')];

/** How a paper of a case usually goes through the office. */
const usualWay = (paper: Paper, key: string, { chance, calendar }: { chance: Chance; calendar: Calendar }): Letter => {
  const { day, lead, ...rest } = paper;
  const minutesAgo = Math.round((calendar.now.getTime() - Date.parse(calendar.moment(day, 7, chance.int(0, 59)))) / MINUTE);
  const clerk = chance.pick(STAFF.filter(({ calling }) => calling === 'clerk')).key;
  const department = STAFF.find((employee) => employee.key === lead)!.department;
  let at = minutesAgo;
  const after = (from: number, to: number) => (at -= chance.int(from, to));
  const steps: Step[] =
    paper.flow === 'OUTGOING'
      ? [[after(20, 200), lead, 'SEND'], [after(3 * DAY, 9 * DAY), clerk, 'DELIVER']]
      : [
          [after(15, 90), clerk, 'HAND_OVER', chance.percent(50) ? department : lead, chance.pick(REASONS)],
          [after(10, 300), lead, 'ACCEPT'],
          [after(3 * HOUR, 4 * DAY), lead, 'COMPLETE'],
          [after(DAY, 12 * DAY), lead, 'ARCHIVE'],
        ];
  return { ...rest, key, by: paper.flow === 'OUTGOING' ? lead : clerk, minutesAgo, steps: steps.filter(([ago]) => ago > 0) };
};

/** So many in a hundred papers are in the register. */
const REGISTERED = 45;

export const writeLetters = (input: {
  papers: Paper[];
  office: Office;
  memberId: (employee: string) => string;
  companyId: (key: string) => string;
  /** Whether everybody of the firm is there: else one person has the parts of several, and not every step makes sense. */
  isWhole: boolean;
  calendar: Calendar;
  chance: Chance;
  language: Language;
}): { letters: Row[]; history: Row[] } => {
  const { papers, office, memberId, companyId, isWhole, calendar, chance, language } = input;
  const at = (minutesAgo: number) => new Date(calendar.now.getTime() - minutesAgo * MINUTE).toISOString();
  const all: Letter[] = [
    ...SHOWN.map((letter, index) => ({ ...letter, key: String(index), companyId: letter.companyId && companyId(letter.companyId) })),
    ...papers.flatMap((paper, index) => (chance.percent(REGISTERED) ? [usualWay(paper, `paper.${index}`, { chance, calendar })] : [])),
  ];
  const numbers = new Map<string, number>();
  const letters: Row[] = [];
  const history: Row[] = [];
  // The first registered gets the first number of its flow and year.
  for (const letter of all.sort((one, other) => other.minutesAgo - one.minutesAgo)) {
    const letterId = demoId(`letter.${letter.key}`);
    const registeredAt = at(letter.minutesAgo);
    const prefix = `${letter.flow === 'INCOMING' ? 'IN' : 'OUT'}-${registeredAt.slice(0, 4)}`;
    numbers.set(prefix, (numbers.get(prefix) ?? 0) + 1);
    const number = `${prefix}-${String(numbers.get(prefix)).padStart(6, '0')}`;
    const subject = letter.subject[language];
    const blank: LetterState = {
      id: letterId, number, flow: letter.flow, status: null, subject, holderId: null, holderDepartmentId: null, heldSince: null,
      pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
    };
    const first = register({ letter: blank, rowId: registerRowId(letterId, 'demo'), number, actorId: memberId(letter.by), occurredAt: registeredAt, office });
    let state = first.letter;
    const write = (row: HistoryRow) => {
      const name = rowName(row, { office, language });
      const { id: rowId, ...fields } = row;
      history.push({ id: rowId, ...fields, name, applied: { v: 1, row: { ...fields, name, refusal: null }, letter: state }, createdAt: row.occurredAt });
    };
    write(first.row);
    for (const [order, [minutesAgo, actor, action, to, reason]] of letter.steps.entries()) {
      const actorId = memberId(actor);
      const isDepartment = to !== undefined && to in DEPARTMENTS;
      const decision: Decision = decide({
        letter: state,
        office,
        now: new Date(at(minutesAgo)),
        row: {
          id: demoId(`letter.${letter.key}.${order}`),
          action,
          correspondenceId: letterId,
          reason: reason?.[language] ?? null,
          toMemberId: to && !isDepartment ? memberId(to) : null,
          toDepartmentId: isDepartment ? departmentId(to as DepartmentKey) : null,
          actorId,
          createdById: actorId,
          occurredAt: at(minutesAgo),
        },
      });
      if (decision.outcome === 'REFUSED') {
        if (isWhole) throw new Error(`The demo office breaks the rules: ${subject}, ${action}, ${decision.refusal.code}`);
        continue;
      }
      state = decision.letter;
      write(decision.row);
    }
    const { id: _, ...consequences } = state;
    letters.push({
      id: letterId,
      ...consequences,
      registeredAt,
      createdAt: registeredAt,
      deliveryMethod: letter.method,
      counterpartyId: letter.companyId,
      legalCaseId: demoId(`case.${letter.caseKey}`),
      ...(letter.place ? { originalPlace: letter.place[language] } : {}),
      ...(letter.dueInDays ? { dueAt: at(-letter.dueInDays * DAY) } : {}),
    });
  }
  return { letters, history };
};

export const departmentId = (key: DepartmentKey): string => demoId(`department.${key}`);
