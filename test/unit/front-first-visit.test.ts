import fc from 'fast-check';
import { CASE_STAGE, type Particulars } from '../../custom-objects/vocabulary';
import { byStage, notListed, type CaseDocument } from '../../front/case/data';
import { directionChoices, lineOf, particularsOf, requirementsOf, type Direction } from '../../front/firstVisit/directions';
import { blankForm, chooseIds, factsOf, fieldsOf, FIELDS, isWorthKeeping, packDraft, phoneOf, SECTIONS, sectionsFor, unpackDraft, wrongIn, writesOf, type FieldName, type Form } from '../../front/firstVisit/form';
import { matching } from '../../front/lib/ListPicker';
import { microsOf, moneyText } from '../../front/lib/money';

const direction = (id: string, parentId: string | null, rest: Partial<Direction> = {}): Direction => ({ id, name: id, parentId, particulars: null, isActive: true, ...rest });
const DIRECTIONS = [
  direction('work', null, { particulars: 'OCCUPATIONAL' }),
  direction('mine', 'work'),
  direction('silicosis', 'mine'),
  direction('railway', null, { particulars: 'RAILWAY' }),
  direction('army on rails', 'railway', { particulars: 'MILITARY' }),
  direction('road', null),
  direction('old', null, { isActive: false }),
  direction('below old', 'old'),
];
const CLOCK = { now: new Date('2026-03-10T09:30:00.000Z'), timeZone: 'Europe/Moscow' };

const filled = (values: Partial<Record<FieldName, string>>, rest: Partial<Form> = {}): Form => {
  const form = blankForm({ directionId: 'railway', visitedOn: '2026-03-10', client: { known: { id: 'ivanov', name: 'Ivanov' }, fresh: null }, ...rest });
  return { ...form, values: { ...form.values, ...values } };
};
const wrongs = (form: Form, particulars: Particulars | null = 'RAILWAY', complete = true) =>
  wrongIn(form, particulars, CLOCK, complete).map((wrong) => `${wrong.place} ${wrong.code === 'PROBLEM' ? wrong.problem.code : wrong.code}`);

describe('money as people type it', () => {
  test.each([
    ['1 234 567,89', 1_234_567.89], ['1\u00a0234\u202f567,89', 1_234_567.89], ['1,234,567.89', 1_234_567.89], ['1.234.567,89', 1_234_567.89],
    ['1234567.9', 1_234_567.9], ['500', 500], ['12 000 ₽', 12_000], ['12000 руб.', 12_000], ['0', 0], ['−5', -5], ["1'000", 1000], ['1,234', 1234],
  ])('%s', (text, amount) => expect(microsOf(text)).toBe(Math.round(amount * 1_000_000)));

  test('nothing is nothing, and what is no sum is not guessed at', () => {
    expect(microsOf('  ')).toBeNull();
    for (const text of ['many', '1,2,3', '12,345,6', '1.5.2', '10,123,45', '1e6', '99999999999999', '5 %']) expect(microsOf(text)).toBeUndefined();
  });

  test('is read as it is written, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom('ru-RU', 'en-GB'), (kopecks, locale) => {
        const text = moneyText(kopecks * 10_000, 'RUB', locale).replace('RUB', '');
        expect(microsOf(text) || 0).toBe(kopecks * 10_000 || 0);
      }),
    );
  });
});

describe('the sections that a direction asks for', () => {
  test('come from itself or from the nearest direction above', () => {
    expect(particularsOf(DIRECTIONS, 'silicosis')).toBe('OCCUPATIONAL');
    expect(particularsOf(DIRECTIONS, 'army on rails')).toBe('MILITARY');
    expect(particularsOf(DIRECTIONS, 'road')).toBeNull();
    expect(particularsOf(DIRECTIONS, null)).toBeNull();
    expect(sectionsFor(null)).toEqual(SECTIONS.filter((section) => section !== 'particulars'));
    expect(fieldsOf('particulars', 'RAILWAY')).toEqual(['railway', 'station', 'train']);
    expect(fieldsOf('particulars', 'MILITARY')).toEqual(['militaryUnit', 'rank', 'serviceFrom', 'serviceTo']);
    expect(fieldsOf('particulars', null)).toEqual([]);
  });

  test('a circle in the catalogue ends where it began', () => {
    const circle = [direction('a', 'b'), direction('b', 'a', { particulars: 'DISASTER' })];
    expect(lineOf(circle, 'a').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(particularsOf(circle, 'a')).toBe('DISASTER');
    expect(directionChoices(circle, 'en').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('the tree is shown from the top, each branch below its parent, what is out of use left out', () => {
    expect(directionChoices(DIRECTIONS, 'en').map(({ name, note, depth }) => `${'.'.repeat(depth!)}${name}${note ? ` (${note})` : ''}`)).toEqual([
      'railway', '.army on rails (railway)', 'road', 'work', '.mine (work)', '..silicosis (work › mine)', 'below old (old)',
    ]);
    expect(matching(directionChoices(DIRECTIONS, 'en'), 'WORK sil', 'en').map(({ id }) => id)).toEqual(['silicosis']);
  });

  test('the checklist is that of the direction and of all above it', () => {
    const needed = ['silicosis', 'work', 'railway', null].map((directionId, index) => ({ id: String(index), name: 'x', directionId, stage: null, isMandatory: true }));
    expect(requirementsOf(needed, DIRECTIONS, 'silicosis').map(({ id }) => id)).toEqual(['0', '1']);
    expect(requirementsOf(needed, DIRECTIONS, null)).toEqual([]);
  });
});

describe('what is wrong with a form', () => {
  test('a full one is right; an empty one lacks a client and a direction, but only once it is to be opened', () => {
    expect(wrongs(filled({ workCapacityLossPercent: '35,5', payments: '10 000', injuryDate: '2026-01-02' }))).toEqual([]);
    const empty = blankForm();
    expect(wrongs(empty)).toEqual(['client NEEDED', 'direction NEEDED', 'visitedAt NEEDED']);
    expect(wrongs(empty, null, false)).toEqual([]);
  });

  test.each<[Partial<Record<FieldName, string>>, string[]]>([
    [{ workCapacityLossPercent: '140' }, ['workCapacityLossPercent PERCENT']],
    [{ workCapacityLossPercent: '-1' }, ['workCapacityLossPercent PERCENT']],
    [{ workCapacityLossPercent: 'half' }, ['workCapacityLossPercent UNREADABLE']],
    [{ payments: '-5', careCosts: 'many' }, ['careCosts UNREADABLE', 'payments NEGATIVE']],
    [{ dependants: '1,5' }, ['dependants UNREADABLE']],
    [{ dependants: '-2' }, ['dependants NEGATIVE']],
    [{ injuryDate: '2026-03-11' }, ['visitedAt ORDER']],
    [{ vtekDate: '2026-02-02', vtekNextReviewAt: '2025-02-02' }, ['vtekNextReviewAt ORDER']],
  ])('%j', (values, expected) => expect(wrongs(filled(values))).toEqual(expected));

  test('what this direction does not ask is neither checked nor written', () => {
    const form = filled({ serviceFrom: '2020-01-01', serviceTo: '2019-01-01', station: 'Tver' });
    expect(wrongs(form, 'MILITARY')).toEqual(['serviceTo ORDER']);
    expect(wrongs(form, 'RAILWAY')).toEqual([]);
    expect(factsOf(form, 'RAILWAY', CLOCK)).toMatchObject({ station: 'Tver' });
    expect(Object.keys(factsOf(form, 'RAILWAY', CLOCK))).not.toContain('serviceFrom');
  });

  test('a phone is whole or none', () => {
    const home = { primaryPhoneNumber: '9123456789', primaryPhoneCallingCode: '+7', primaryPhoneCountryCode: 'RU' };
    for (const text of ['+7 912 345-67-89', '8 (912) 345-67-89', '912 345 67 89']) expect(phoneOf(text)).toEqual(home);
    expect(phoneOf('+375 29 123-45-67')).toEqual({ primaryPhoneNumber: '+375291234567' });
    expect(phoneOf(' ')).toBeNull();
    expect(wrongs(filled({}, { client: { known: null, fresh: { lastName: 'Sidorov', firstName: '', phone: '12-34', birthDate: '' } } }))).toEqual(['phone UNREADABLE']);
  });
});

describe('what opening the case writes', () => {
  const ids = chooseIds();
  const needed = [{ id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', name: 'Passport', directionId: 'railway', stage: null, isMandatory: true }];

  test('all at once and always the same, the visit last', () => {
    const form = filled(
      { workCapacityLossPercent: '35,5', payments: '1 234,50', railway: ' October ' },
      { client: { known: null, fresh: { lastName: ' Sidorov', firstName: 'Ivan', phone: '9123456789', birthDate: '1970-01-01' } }, opponent: { known: null, fresh: { name: 'RZD' } } },
    );
    const writes = writesOf(form, ids, 'RAILWAY', needed, CLOCK);
    expect(Object.keys(writes)).toEqual(['person', 'company', 'legalCase', 'caseDocument', 'firstVisit']);
    expect(writes.person).toEqual([{ id: ids.person, name: { firstName: 'Ivan', lastName: 'Sidorov' }, phones: phoneOf('9123456789'), birthDate: '1970-01-01' }]);
    expect(writes.company).toEqual([{ id: ids.opponent, name: 'RZD' }]);
    expect(writes.legalCase[0]).toMatchObject({ id: ids.legalCase, clientId: ids.person, opponentId: ids.opponent, directionId: 'railway', openedAt: '2026-03-10' });
    expect(writes.caseDocument).toEqual([{ id: expect.any(String), name: 'Passport', legalCaseId: ids.legalCase, requirementId: needed[0]!.id }]);
    expect(writes.firstVisit[0]).toMatchObject({
      id: ids.visit, visitStatus: 'TAKEN', draft: null, legalCaseId: ids.legalCase, clientId: ids.person, visitedAt: CLOCK.now.toISOString(),
      workCapacityLossPercent: 35.5, payments: { amountMicros: 1_234_500_000, currencyCode: 'RUB' }, railway: 'October', careCosts: null, injuryDate: null,
    });
    expect(writesOf(form, ids, 'RAILWAY', needed, CLOCK)).toEqual(writes);
  });

  test('a person on the other side is one of the case, new or known', () => {
    const driver = { known: null, fresh: { lastName: 'Driver ', firstName: 'Oleg', phone: '', birthDate: '' } };
    const writes = writesOf(filled({}, { opponentPerson: driver }), ids, 'RAILWAY', [], CLOCK);
    expect(writes.person).toEqual([{ id: ids.opponentPerson, name: { firstName: 'Oleg', lastName: 'Driver' } }]);
    expect(writes.legalCase[0]).toMatchObject({ clientId: 'ivanov', opponentId: null, opponentPersonId: ids.opponentPerson });
    const known = writesOf(filled({}, { opponentPerson: { known: { id: 'petrov', name: 'Petrov' }, fresh: null } }), ids, 'RAILWAY', [], CLOCK);
    expect([known.person, known.legalCase[0]!.opponentPersonId]).toEqual([[], 'petrov']);
  });

  test('nobody who is known is written again; the employer is the opponent, unless said otherwise', () => {
    const opponent = { known: { id: 'coal', name: 'Coal' }, fresh: null };
    const known = writesOf(filled({}, { opponent }), ids, 'OCCUPATIONAL', [], CLOCK);
    expect([known.person, known.company]).toEqual([[], []]);
    expect(known.firstVisit[0]).toMatchObject({ clientId: 'ivanov', employerId: 'coal' });
    const other = writesOf(filled({}, { opponent, employer: { known: null, fresh: { name: 'Steel' } } }), ids, 'OCCUPATIONAL', [], CLOCK);
    expect(other.company).toEqual([{ id: ids.employer, name: 'Steel' }]);
    expect(other.firstVisit[0]).toMatchObject({ employerId: ids.employer });
    expect(Object.keys(writesOf(filled({}, { opponent }), ids, 'RAILWAY', [], CLOCK).firstVisit[0]!)).not.toContain('employerId');
  });
});

describe('a draft', () => {
  test('comes back as it was kept, whatever is in it', () => {
    const text = fc.string();
    const picked = fc.option(fc.record({ id: text, name: text }));
    const company = fc.record({ known: picked, fresh: fc.option(fc.record({ name: text })) });
    const id = fc.option(fc.uuid());
    const person = fc.record({ known: picked, fresh: fc.option(fc.record({ lastName: text, firstName: text, phone: text, birthDate: text })) });
    const forms = fc.record({
      client: person, opponent: company, opponentPerson: person, employer: fc.option(company), directionId: id, regionId: id, departmentId: id, leadId: id, visitedOn: text,
      currency: fc.constantFrom('RUB', 'EUR'),
      values: fc.record(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, text])) as Record<FieldName, typeof text>),
    });
    fc.assert(
      fc.property(forms, (form) => {
        const draft = { form, ids: chooseIds() };
        expect(unpackDraft(JSON.parse(JSON.stringify(packDraft(draft))))).toEqual(draft);
      }),
    );
  });

  test('of another make, or of none, is no draft; missing parts begin empty', () => {
    for (const kept of [null, 'text', [], {}, { version: 99, form: {}, ids: {} }, { version: 1, form: null, ids: {} }]) expect(unpackDraft(kept)).toBeNull();
    const draft = unpackDraft({ version: 1, form: { values: { train: 7, gone: 'x' }, client: { known: { id: 1 } } }, ids: { visit: 'v' } })!;
    expect(draft.form).toEqual(blankForm());
    expect(draft.ids.visit).toBe('v');
    fc.assert(fc.property(fc.anything(), (anything) => void unpackDraft(anything)));
  });

  test('of an untouched form is not kept', () => {
    expect(isWorthKeeping(blankForm({ visitedOn: '2026-03-10', leadId: 'me', departmentId: 'mine' }))).toBe(false);
    expect(isWorthKeeping(filled({}))).toBe(true);
    expect(isWorthKeeping({ ...blankForm(), values: { ...blankForm().values, train: '7' } })).toBe(true);
  });
});

describe('the checklist of a case', () => {
  const document = (id: string, rest: Partial<CaseDocument> = {}): CaseDocument => ({
    id, name: id, status: 'REQUIRED', requestedAt: null, receivedAt: null, receivedFrom: null, isOriginal: false, storagePlace: null, requirementId: null, requirement: null, ...rest,
  });

  test('follows the stages, and what no stage asks for comes last', () => {
    const stages = [null, 'APPEAL', 'INTAKE'] as const;
    const groups = byStage(stages.map((stage) => document(String(stage), { requirement: stage && { stage, isMandatory: true } })));
    expect(groups.map(({ stage }) => stage)).toEqual(['INTAKE', 'APPEAL', null]);
    expect(CASE_STAGE.map(({ value }) => value)).toContain('INTAKE');
  });

  test('lacks what is listed neither by its requirement nor by its name', () => {
    const needed = ['passport', 'report', 'bill'].map((id) => ({ id, name: id, directionId: null, stage: null, isMandatory: true }));
    const listed = [document('1', { requirementId: 'passport', name: 'renamed' }), document('2', { name: ' REPORT ' })];
    expect(notListed(needed, listed).map(({ id }) => id)).toEqual(['bill']);
  });
});
