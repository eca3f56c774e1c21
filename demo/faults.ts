import type { CaseStage } from '../custom-objects/vocabulary';
import type { Words } from '../workers/catalogues/words';
import { demoId, FACTS, type Facts, type Row, type World } from './cases';
import { FEATURED_COUNT } from './casting';
import type { CaseRows } from './consequences';
import { STAFF } from './staff';

/** Mistakes as they come by an import or another program, so that the list of what is to be corrected is not empty. */

export const spoil = (cases: { stage: CaseStage; rows: CaseRows }[], world: World, memberId: (employee: string) => string): Facts => {
  const { calendar, places, say } = world;
  const spoilt = new Set<CaseRows>();
  const plain = cases.slice(FEATURED_COUNT);
  /** The first case of that stage that has such a record and is still sound; not one of those that the letters shown are about. */
  const take = (stage: CaseStage, find: (rows: CaseRows) => Row | undefined): Row => {
    for (const { stage: its, rows } of plain) {
      const row = its === stage && !spoilt.has(rows) ? find(rows) : undefined;
      if (!row) continue;
      spoilt.add(rows);
      return row;
    }
    throw new Error(`The demo office has no case of stage ${stage} left to spoil`);
  };

  take('EVIDENCE', ({ firstVisit }) => firstVisit.find(({ workCapacityLossPercent }) => workCapacityLossPercent)).workCapacityLossPercent = 140;
  take('FIRST_INSTANCE', ({ courtHearing }) => courtHearing[0]).courtId = places.catalogueId('court', '1kas');
  take('ARCHIVED', ({ courtDecision }) => courtDecision[0]).decidedAt = calendar.day(-1_400);
  take('ENFORCEMENT', ({ recovery }) => recovery[0]).claimed = { amountMicros: '-250000000000', currencyCode: 'RUB' };
  take('APPEAL', ({ attorneyRequest }) => attorneyRequest.find(({ status }) => status === 'ANSWERED')).answeredAt = calendar.day(-1_400);
  take('CASSATION', ({ recovery }) => recovery[0]).claimed = { amountMicros: '4000000000', currencyCode: 'USD' };
  let twice: { rows: CaseRows; row: Row } | undefined;
  take('PRETRIAL', (rows) => {
    const row = rows.eventResponsible[0];
    twice = { rows, row };
    return row;
  });
  const { rows, row } = twice!;
  // An earlier one than that of the event's own: the later is the second.
  rows.eventResponsible.push({ ...row, id: demoId('fault.responsible'), responsibility: 'OBSERVER', createdAt: calendar.moment(-2, 9) });

  const strays = Object.fromEntries(FACTS.map((object) => [object, [] as Row[]])) as Facts;
  strays.attorneyRequest.push({
    id: demoId('fault.request'),
    addresseeId: places.companyId('polyclinic'),
    subject: say({ en: 'Request imported without its case', ru: 'Запрос, загруженный без дела' }),
    status: 'SENT',
    sentAt: calendar.day(-12),
    dueAt: calendar.day(18),
  });
  strays.firstVisit.push(...drafts(world, memberId));
  return strays;
};

const DRAFTS = [
  { by: 'lawyer', firstName: { en: 'Valentin', ru: 'Валентин' }, lastName: { en: 'Sorokin', ru: 'Сорокин' }, direction: 'ROAD_PEDESTRIAN', values: { injuryKind: 'INJURY', dependants: '2' } },
  { by: 'lawyer2', firstName: { en: 'Zoya', ru: 'Зоя' }, lastName: { en: 'Afanasyeva', ru: 'Афанасьева' }, direction: 'MEDICAL_SURGERY', values: { injuryKind: 'INJURY', treatmentCosts: '84500' } },
  { by: 'head', firstName: { en: 'Gleb', ru: 'Глеб' }, lastName: { en: 'Tumanov', ru: 'Туманов' }, direction: 'OCCUPATIONAL_INJURY_HEIGHT', values: { injuryKind: 'INJURY', workCapacityLossPercent: '40' } },
];

const fullName = (key: string): Words => {
  const { name: { en, ru } } = STAFF.find((employee) => employee.key === key)!;
  return { en: `${en.firstName} ${en.lastName}`, ru: `${ru.firstName} ${ru.lastName}` };
};

/** First visits that somebody has begun to write down. */
const drafts = ({ calendar, places, say }: World, memberId: (employee: string) => string): Row[] =>
  DRAFTS.map(({ by, firstName, lastName, direction, values }, index) => {
    const id = demoId(`draft.${index}`);
    const ids = { visit: id, ...Object.fromEntries(['person', 'opponent', 'employer', 'legalCase'].map((part) => [part, demoId(`draft.${index}.${part}`)])) };
    const form = {
      client: { known: null, fresh: { lastName: say(lastName), firstName: say(firstName), phone: '', birthDate: '' } },
      opponent: { known: null, fresh: null },
      employer: null,
      directionId: places.catalogueId('legalDirection', direction),
      regionId: null, departmentId: null, leadId: null, currency: 'RUB',
      visitedOn: calendar.day(-1 - index),
      values,
    };
    return {
      id,
      name: `${say(lastName)} ${say(firstName)}`,
      visitStatus: 'DRAFT',
      draft: { version: 1, form, ids },
      createdBy: { source: 'MANUAL', name: say(fullName(by)), workspaceMemberId: memberId(by) },
    };
  });
