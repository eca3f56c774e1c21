import { v5 } from 'uuid';
import {
  decide, register,
  type Action, type Decision, type Flow, type HistoryRow, type LetterState, type Office,
} from '../workers/correspondence/protocol';
import { rowName, type Language } from '../workers/correspondence/words';
import { registerRowId } from '../workers/identifiers';
import type { Api } from './server/graphql';

/**
 * A small law office to look at: departments with people, cases, courts, and letters on their way. The past of each letter
 * is decided by the same rules as its future, only at earlier moments, and written as the workers would have written it.
 */

const NAMESPACE = '0f5f7a52-7c1d-5a86-9a5c-6a1f0f1b9f10';
const id = (path: string) => v5(path, NAMESPACE);
const LANGUAGE: Language = process.env.DEMO_LANGUAGE === 'ru' ? 'ru' : 'en';
const say = (en: string, ru: string) => (LANGUAGE === 'ru' ? ru : en);

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** The part of a demo person's e-mail before the @. */
type Person = 'clerk' | 'lawyer' | 'lawyer2' | 'head' | 'admin';
type DepartmentKey = 'registry' | 'claims' | 'court';

const DEPARTMENTS: Record<DepartmentKey, { name: string; head?: Person; isRegistry?: boolean; members: [Person, 'HEAD' | 'MEMBER'][] }> = {
  registry: { name: say('Registry', 'Канцелярия'), isRegistry: true, members: [['clerk', 'MEMBER']] },
  claims: {
    name: say('Claims department', 'Отдел претензионной работы'),
    head: 'head',
    members: [['head', 'HEAD'], ['lawyer', 'MEMBER'], ['lawyer2', 'MEMBER']],
  },
  court: { name: say('Court department', 'Судебный отдел'), head: 'admin', members: [['admin', 'HEAD'], ['lawyer2', 'MEMBER']] },
};

const REGIONS = [
  ['RU-MOW', say('Moscow', 'Москва'), 'CENTRAL'],
  ['RU-SPE', say('Saint Petersburg', 'Санкт-Петербург'), 'NORTHWESTERN'],
  ['RU-TVE', say('Tver Region', 'Тверская область'), 'CENTRAL'],
  ['RU-SVE', say('Sverdlovsk Region', 'Свердловская область'), 'URAL'],
] as const;

const DIRECTIONS = [
  ['RAIL', say('Railway accidents', 'Аварии на железной дороге')],
  ['DISASTER', say('Man-made disasters', 'Техногенные катастрофы')],
  ['MILITARY', say('Military injuries', 'Военные травмы')],
  ['LABOUR', say('Occupational injuries and diseases', 'Трудовые травмы и профзаболевания')],
] as const;

const COURTS = [
  [say('Meshchansky District Court of Moscow', 'Мещанский районный суд г. Москвы'), 'DISTRICT', 'RU-MOW'],
  [say('Tver Regional Court', 'Тверской областной суд'), 'REGIONAL', 'RU-TVE'],
  [say('Second Court of Cassation', 'Второй кассационный суд общей юрисдикции'), 'CASSATION', 'RU-MOW'],
] as const;

const COMPANIES = [
  say('Russian Railways', 'ОАО «РЖД»'),
  say('Uralmash plant', 'ПАО «Уралмашзавод»'),
  say('Ministry of Defence', 'Министерство обороны РФ'),
  say('Bureau of Medical and Social Expertise', 'Бюро медико-социальной экспертизы'),
  say('Insurance company Soglasie', 'Страховая компания «Согласие»'),
] as const;

const CLIENTS: [string, string][] = [
  [say('Pavel', 'Павел'), say('Nikitin', 'Никитин')],
  [say('Elena', 'Елена'), say('Morozova', 'Морозова')],
  [say('Dmitry', 'Дмитрий'), say('Kuznetsov', 'Кузнецов')],
  [say('Irina', 'Ирина'), say('Fedorova', 'Фёдорова')],
];

const CASES: { number: string; client: number; opponent: number; direction: string; region: string; lead: Person; stage: string; title: string }[] = [
  { number: '2026-014', client: 0, opponent: 0, direction: 'RAIL', region: 'RU-TVE', lead: 'lawyer', stage: 'FIRST_INSTANCE', title: say('Nikitin v. Russian Railways: injury at Tver station', 'Никитин к ОАО «РЖД»: травма на станции Тверь') },
  { number: '2026-021', client: 1, opponent: 1, direction: 'LABOUR', region: 'RU-SVE', lead: 'lawyer2', stage: 'EVIDENCE', title: say('Morozova v. Uralmash: vibration disease', 'Морозова к «Уралмашзаводу»: вибрационная болезнь') },
  { number: '2026-027', client: 2, opponent: 2, direction: 'MILITARY', region: 'RU-MOW', lead: 'lawyer', stage: 'APPEAL', title: say('Kuznetsov v. Ministry of Defence: injury in service', 'Кузнецов к Министерству обороны: травма на службе') },
  { number: '2026-033', client: 3, opponent: 4, direction: 'DISASTER', region: 'RU-SPE', lead: 'lawyer2', stage: 'PRETRIAL', title: say('Fedorova v. Soglasie: gas explosion', 'Фёдорова к «Согласию»: взрыв газа') },
];

type Step = [minutesAgo: number, actor: Person, action: Action, to?: Person | DepartmentKey, reason?: string];
type Letter = {
  flow: Flow;
  subject: string;
  company: number;
  case?: number;
  method: string;
  dueInDays?: number;
  place?: string;
  by: Person;
  registeredMinutesAgo: number;
  steps: Step[];
};

const LETTERS: Letter[] = [
  {
    flow: 'INCOMING', subject: say('Reply of Russian Railways to the attorney request', 'Ответ ОАО «РЖД» на адвокатский запрос'), company: 0, case: 0,
    method: 'REGISTERED_POST', dueInDays: 5, by: 'clerk', registeredMinutesAgo: 5 * DAY,
    steps: [
      [5 * DAY - 25, 'clerk', 'HAND_OVER', 'claims', say('Reply to our request, due in ten days', 'Ответ на наш запрос, срок десять дней')],
      [5 * DAY - 90, 'lawyer2', 'ACCEPT'],
      [4 * DAY, 'lawyer2', 'HAND_OVER', 'lawyer', say('Ivan leads this case', 'Дело ведёт Иван')],
      [4 * DAY - 40, 'lawyer', 'REJECT', undefined, say('The annex is missing', 'Нет приложения')],
      [3 * DAY, 'lawyer2', 'HAND_OVER', 'lawyer', say('The annex has been found', 'Приложение нашлось')],
      [3 * DAY - 120, 'lawyer', 'ACCEPT'],
    ],
  },
  {
    flow: 'INCOMING', subject: say('Summons to the hearing in the case of Kuznetsov', 'Повестка в судебное заседание по делу Кузнецова'), company: 2, case: 2,
    method: 'COURT_PORTAL', dueInDays: 2, by: 'clerk', registeredMinutesAgo: 3 * HOUR,
    steps: [[2 * HOUR + 40, 'clerk', 'HAND_OVER', 'claims', say('Hearing in two days', 'Заседание через два дня')]],
  },
  {
    flow: 'INCOMING', subject: say('Conclusion of the medical and social expert commission', 'Заключение медико-социальной экспертизы'), company: 3, case: 1,
    method: 'POST', by: 'clerk', registeredMinutesAgo: 26 * HOUR, place: say('Safe 2', 'Сейф 2'),
    steps: [[25 * HOUR, 'clerk', 'HAND_OVER', 'lawyer2', say('For the case of Morozova', 'По делу Морозовой')]],
  },
  {
    flow: 'INCOMING', subject: say('Copy of the decision of the court of first instance', 'Копия решения суда первой инстанции'), company: 2, case: 2,
    method: 'REGISTERED_POST', dueInDays: 12, by: 'clerk', registeredMinutesAgo: 9 * DAY,
    steps: [
      [9 * DAY - 20, 'clerk', 'HAND_OVER', 'lawyer', say('Appeal deadline runs', 'Идёт срок обжалования')],
      [9 * DAY - 60, 'lawyer', 'ACCEPT'],
      [2 * DAY, 'lawyer', 'HAND_OVER', 'court', say('Prepare the appeal', 'Подготовить апелляционную жалобу')],
      [2 * DAY - 30, 'lawyer2', 'ACCEPT'],
    ],
  },
  {
    flow: 'OUTGOING', subject: say('Claim to the insurance company', 'Претензия в страховую компанию'), company: 4, case: 3,
    method: 'REGISTERED_POST', by: 'lawyer2', registeredMinutesAgo: 12 * DAY,
    steps: [
      [12 * DAY - 60, 'lawyer2', 'SEND'],
      [2 * DAY, 'clerk', 'RETURN_UNDELIVERED'],
    ],
  },
  {
    flow: 'OUTGOING', subject: say('Attorney request to the hospital', 'Адвокатский запрос в больницу'), company: 3, case: 0,
    method: 'COURIER', by: 'lawyer', registeredMinutesAgo: 6 * DAY,
    steps: [
      [6 * DAY - 30, 'lawyer', 'SEND'],
      [4 * DAY, 'clerk', 'DELIVER'],
    ],
  },
  {
    flow: 'INCOMING', subject: say('Complaint of a client about delay', 'Жалоба клиента на задержку'), company: 1, case: 1,
    method: 'IN_PERSON', by: 'clerk', registeredMinutesAgo: 20,
    steps: [],
  },
  {
    flow: 'INCOMING', subject: say('Writ of execution', 'Исполнительный лист'), company: 0, case: 0,
    method: 'IN_PERSON', by: 'clerk', registeredMinutesAgo: 15 * DAY, place: say('Lost in the move of the archive', 'Потерян при переезде архива'),
    steps: [
      [15 * DAY - 15, 'clerk', 'HAND_OVER', 'lawyer', say('For enforcement', 'На исполнение')],
      [15 * DAY - 50, 'lawyer', 'ACCEPT'],
      [DAY, 'lawyer', 'REPORT_LOST'],
    ],
  },
  {
    flow: 'INCOMING', subject: say('Answer of the prosecutor’s office', 'Ответ прокуратуры'), company: 2, case: 3,
    method: 'EMAIL', by: 'clerk', registeredMinutesAgo: 20 * DAY,
    steps: [
      [20 * DAY - 10, 'clerk', 'HAND_OVER', 'lawyer2', say('For the file', 'В дело')],
      [20 * DAY - 90, 'lawyer2', 'ACCEPT'],
      [18 * DAY, 'lawyer2', 'COMPLETE'],
      [17 * DAY, 'lawyer2', 'ARCHIVE'],
    ],
  },
];

type MemberRow = { id: string; userEmail: string; name: { firstName: string; lastName: string } };

const create = (api: Api, plural: string, type: string, data: object[]) =>
  data.length === 0
    ? Promise.resolve()
    : api(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data, upsert: true) { id } }`, { data }).then(() => undefined);

/** The letters and their rows as they stand now, each letter's past folded by the rules. */
const past = (office: Office, memberId: (person: Person) => string, now: Date) => {
  const next: Record<Flow, number> = { INCOMING: 1, OUTGOING: 1 };
  const year = now.getUTCFullYear();
  const letters: object[] = [];
  const rows: object[] = [];
  // The first registered gets the first number.
  for (const [index, letter] of [...LETTERS].sort((a, b) => b.registeredMinutesAgo - a.registeredMinutesAgo).entries()) {
    const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * MINUTE).toISOString();
    const letterId = id(`letter.${index}`);
    const number = `${letter.flow === 'INCOMING' ? 'IN' : 'OUT'}-${year}-${String(next[letter.flow]++).padStart(6, '0')}`;
    const blank: LetterState = {
      id: letterId, number, flow: letter.flow, status: null, subject: letter.subject, holderId: null, holderDepartmentId: null, heldSince: null,
      pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
    };
    const registeredAt = at(letter.registeredMinutesAgo);
    const first = register({ letter: blank, rowId: registerRowId(letterId), number, actorId: memberId(letter.by), occurredAt: registeredAt, office });
    let state = first.letter;
    const write = (row: HistoryRow) => {
      const name = rowName(row, { office, language: LANGUAGE });
      const { id: rowId, ...fields } = row;
      const applied = { v: 1, row: { ...fields, name, refusal: null }, letter: state };
      rows.push({ id: rowId, ...fields, name, applied, createdAt: row.occurredAt });
    };
    write(first.row);
    for (const [order, [minutesAgo, actor, action, to, reason]] of letter.steps.entries()) {
      const actorId = memberId(actor);
      const decision: Decision = decide({
        letter: state,
        office,
        now: new Date(at(minutesAgo)),
        row: {
          id: id(`letter.${index}.${order}`),
          action,
          correspondenceId: letterId,
          reason: reason ?? null,
          toMemberId: to && !(to in DEPARTMENTS) ? memberId(to as Person) : null,
          toDepartmentId: to && to in DEPARTMENTS ? id(`department.${to}`) : null,
          actorId,
          createdById: actorId,
          occurredAt: at(minutesAgo),
        },
      });
      if (decision.outcome === 'REFUSED') throw new Error(`The demo office breaks the rules: ${letter.subject}, ${action}, ${decision.refusal.code}`);
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
      counterpartyId: id(`company.${letter.company}`),
      ...(letter.case === undefined ? {} : { legalCaseId: id(`case.${letter.case}`) }),
      ...(letter.place ? { originalPlace: letter.place } : {}),
      ...(letter.dueInDays ? { dueAt: at(-letter.dueInDays * DAY) } : {}),
    });
  }
  return { letters, rows };
};

/**
 * Writes the demo office. Running it again changes nothing but times.
 *
 * @param api an administrator's door to Twenty's GraphQL API
 */
export const seedOffice = async (api: Api): Promise<void> => {
  const { workspaceMembers } = await api<{ workspaceMembers: { edges: { node: MemberRow }[] } }>(
    '{ workspaceMembers(first: 100) { edges { node { id userEmail name { firstName lastName } } } } }',
  );
  const members = workspaceMembers.edges.map(({ node }) => node);
  const memberOf = (person: Person) => {
    const found = members.find(({ userEmail }) => userEmail.startsWith(`${person}@`));
    if (!found) throw new Error(`The demo office needs a member whose e-mail begins with ${person}@`);
    return found;
  };
  const memberId = (person: Person) => memberOf(person).id;
  const fullName = (person: Person) => Object.values(memberOf(person).name).slice(0, 2).join(' ');
  const departments = Object.entries(DEPARTMENTS) as [DepartmentKey, (typeof DEPARTMENTS)[DepartmentKey]][];
  const memberships = departments.flatMap(([key, department]) =>
    department.members.map(([person, membership]) => ({
      id: id(`member.${key}.${person}`),
      name: `${fullName(person)} — ${department.name}`,
      departmentId: id(`department.${key}`),
      memberId: memberId(person),
      membership,
    })),
  );

  await create(api, 'Departments', 'Department', departments.map(([key, { name, head, isRegistry = false }]) => ({
    id: id(`department.${key}`), name, isRegistry, ...(head ? { headId: memberId(head) } : {}),
  })));
  await create(api, 'DepartmentMembers', 'DepartmentMember', memberships);
  await create(api, 'Regions', 'Region', REGIONS.map(([code, name, federalDistrict]) => ({ id: id(code), code, name, federalDistrict })));
  await create(api, 'LegalDirections', 'LegalDirection', DIRECTIONS.map(([code, name]) => ({ id: id(code), code, name })));
  await create(api, 'Courts', 'Court', COURTS.map(([name, level, region], index) => ({ id: id(`court.${index}`), name, level, regionId: id(region) })));
  await create(api, 'Companies', 'Company', COMPANIES.map((name, index) => ({ id: id(`company.${index}`), name })));
  await create(api, 'People', 'Person', CLIENTS.map(([firstName, lastName], index) => ({ id: id(`client.${index}`), name: { firstName, lastName } })));
  await create(api, 'LegalCases', 'LegalCase', CASES.map((each, index) => ({
    id: id(`case.${index}`), number: each.number, title: each.title, stage: each.stage, openedAt: `2026-0${index + 2}-1${index}`,
    clientId: id(`client.${each.client}`), opponentId: id(`company.${each.opponent}`), directionId: id(each.direction), regionId: id(each.region),
    leadId: memberId(each.lead), departmentId: id('department.claims'),
  })));

  const office: Office = {
    members: members.map((member) => ({ id: member.id, name: `${member.name.firstName} ${member.name.lastName}`, locale: LANGUAGE })),
    departments: departments.map(([key, { name, head, isRegistry = false }]) => ({
      id: id(`department.${key}`), name, headId: head ? memberId(head) : null, isRegistry, parentId: null,
    })),
    memberships: memberships.map(({ departmentId, memberId: member, membership }) => ({
      departmentId, memberId: member, membership, absentFrom: null, absentUntil: null, substituteId: null,
    })),
    clerkIds: [memberId('clerk')],
  };
  const { letters, rows } = past(office, memberId, new Date());
  await create(api, 'Correspondences', 'Correspondence', letters);
  await create(api, 'CorrespondenceHistories', 'CorrespondenceHistory', rows);
};
