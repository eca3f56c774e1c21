import * as fc from 'fast-check';
import { ConflictBook, conflictsBetween, conflictsText, partiesOf, type CaseRecord } from '../../workers/parties/conflicts';
import { sameCompany, type PersonRecord } from '../../workers/parties/identity';
import { companyKey, innOf, personKey, phoneKey, traderKey } from '../../workers/parties/normalise';

describe('a person by name', () => {
  const ivanov = personKey({ lastName: 'Семёнов', firstName: 'Пётр Ильич' });
  it.each([
    ['capitals and е for ё', { lastName: 'СЕМЕНОВ', firstName: 'ПЕТР ИЛЬИЧ' }],
    ['a patronymic by itself', { lastName: 'Семёнов', firstName: 'Пётр', patronymic: 'Ильич' }],
    ['Latin letters that look alike', { lastName: 'Ceменoв', firstName: 'Пётp Ильич' }],
    ['spaces too many', { lastName: ' Семёнов ', firstName: 'Пётр  Ильич ' }],
  ])('is the same with %s', (_, name) => expect(personKey(name)).toBe(ivanov));
  it('is another with another patronymic, and another born on another day', () => {
    expect(personKey({ lastName: 'Семёнов', firstName: 'Пётр Иванович' })).not.toBe(ivanov);
    const born = (birthDate: string) => personKey({ lastName: 'Семёнов', firstName: 'Пётр Ильич', birthDate });
    expect(born('1970-05-01')).not.toBe(born('1971-05-01'));
    expect(born('1970-05-01')).toBe(born('1970-05-01T00:00:00.000Z'));
  });
  it('has none without a last or a first name', () => {
    expect(personKey({ lastName: 'Семёнов', firstName: '' })).toBeNull();
    expect(personKey({ lastName: '—', firstName: 'Пётр' })).toBeNull();
  });
});

describe('a firm by name', () => {
  it.each([
    'ОАО «Российские железные дороги»', 'АО "РОССИЙСКИЕ ЖЕЛЕЗНЫЕ ДОРОГИ"', 'Российские железные дороги, ОАО', 'Poccийские железные дороги',
    'Открытое акционерное общество „Российские железные дороги“', 'российские  железные-дороги',
  ])('is the same as %s', (name) => expect(companyKey(name)).toBe(companyKey('Российские железные дороги')));
  it('keeps a name that is nothing but a form, and has no key without any', () => {
    expect(companyKey('АО')).toBe('АО');
    expect(companyKey(' «» ')).toBeNull();
  });
  it('tells firms apart that only begin alike', () => expect(companyKey('ООО «Аориста»')).not.toBe(companyKey('Риста')));
  it('knows a sole trader by the person', () => {
    expect(traderKey('ИП Семёнов Пётр Ильич')).toBe(personKey({ lastName: 'Семенов', firstName: 'Петр', patronymic: 'Ильич' }));
    expect(traderKey('Семёнов Пётр Ильич (ИП)')).toBe(traderKey('Индивидуальный предприниматель Семёнов Пётр Ильич'));
    expect(traderKey('ООО «Семёнов Пётр»')).toBeNull();
    expect(traderKey('ИП «Заря»')).toBeNull();
  });
});

describe('a taxpayer number', () => {
  it.each([
    ['7708503727', '7708503727'], ['ИНН 7708503727 / КПП 770801001', '7708503727'], ['500100732259', '500100732259'], ['77 08 50 37 27', '7708503727'],
    ['7708503728', null], ['500100732258', null], ['0000000000', null], ['', null], [null, null], ['тел. 84951234567', null],
  ])('of %p is %p', (text, inn) => expect(innOf(text)).toBe(inn));
  it('never has a digit changed unnoticed', () => {
    fc.assert(fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'7708503727'];
      digits[at] = String((Number(digits[at]) + by) % 10);
      // The sum is taken by eleven and then by ten: of the last digits a few can pass, none of a single change in this number.
      return innOf(digits.join('')) === null;
    }), { numRuns: 100 });
  });
});

it.each([
  ['+7 (495) 123-45-67', '4951234567'], ['8 495 1234567', '4951234567'], ['495 123 45 67', '4951234567'], ['8(495)123-45-67 доб. 12', '4951234567'],
  ['84951234567, 89161234567', '4951234567'], ['123-45-67', null], ['', null], [null, null],
])('a telephone %p is known by %p', (text, key) => expect(phoneKey(text)).toBe(key));

describe('conflicts of interest', () => {
  const person = (lastName: string, firstName: string, more: Partial<PersonRecord> = {}): PersonRecord => ({ id: `${lastName} ${firstName}`, name: { lastName, firstName }, ...more });
  const legalCase = (id: string, more: Partial<CaseRecord>) => partiesOf({ id, number: `2026-${id}`, title: null, client: null, opponent: null, opponentPerson: null, ...more });
  const semyonov = person('Семёнов', 'Пётр Ильич');
  const against = (opponent: Partial<CaseRecord>, client = semyonov) =>
    conflictsBetween(legalCase('1', { client }), legalCase('2', { client: person('Орлова', 'Анна'), ...opponent })).map(({ who, by }) => `${who} ${by}`);

  it.each<[string, Partial<CaseRecord>, string[]]>([
    ['the same record', { opponentPerson: semyonov }, ['CLIENT RECORD']],
    ['the same name otherwise written', { opponentPerson: person('CEMEHOB', 'Петр Ильич') }, ['CLIENT NAME']],
    ['the name without a patronymic', { opponentPerson: person('Семенов', 'Пётр') }, ['CLIENT NAME']],
    ['initials', { opponentPerson: person('Семенов', 'П. И.') }, ['CLIENT NAME']],
    ['a sole trader of that name', { opponent: { id: 'c', name: 'ИП Семенов Петр Ильич' } }, ['CLIENT NAME']],
    ['another patronymic', { opponentPerson: person('Семенов', 'Пётр Иванович') }, []],
    ['another person of that family', { opponentPerson: person('Семёнова', 'Пётр Ильич') }, []],
    ['a firm that is no sole trader', { opponent: { id: 'c', name: 'ООО «Семёнов Пётр Ильич»' } }, []],
  ])('by %s', (_, opponent, found) => expect(against(opponent)).toEqual(found));

  it('are told by taxpayer number and telephone, and by these told apart', () => {
    const known = { ...semyonov, inn: '500100732259', birthDate: '1970-05-01', phones: { primaryPhoneNumber: '9161234567', additionalPhones: [{ number: '8 495 123-45-67' }] } };
    expect(against({ opponent: { id: 'c', name: 'ИП Другое', inn: 'ИНН 500100732259' } }, known)).toEqual(['CLIENT INN']);
    expect(against({ opponentPerson: person('Белов', 'Лев', { phones: { primaryPhoneNumber: '+7 495 123 45 67' } }) }, known)).toEqual(['CLIENT PHONE']);
    expect(against({ opponentPerson: { ...person('Семёнов', 'Пётр Ильич'), id: 'x', birthDate: '1990-01-01' } }, known)).toEqual([]);
    expect(against({ opponentPerson: { ...person('Семёнов', 'Пётр Ильич'), id: 'x', inn: '7708503727' } }, known)).toEqual([]);
  });

  it('of a client with themselves in one case are told, once', () => {
    const own = legalCase('1', { client: semyonov, opponentPerson: person('Семенов', 'П. И.') });
    expect(conflictsText(conflictsBetween(own, own), '1', 'en')).toBe('The client Семёнов Пётр Ильич is the opponent in this very case (the same name).');
  });

  it('are told in both cases, until one of them tells another story', () => {
    const book = new ConflictBook();
    const ours = legalCase('1', { client: semyonov });
    const theirs = legalCase('2', { client: person('Орлова', 'Анна'), opponentPerson: person('Семенов', 'Петр'), title: 'Орлова против Семёнова' });
    expect(book.take(ours)).toEqual([]);
    expect(book.of('1')).toBeNull();
    book.know([ours, theirs, legalCase('3', { client: person('Орлова', 'Анна') })]);
    expect(conflictsText(book.of('1')!, '1', 'ru')).toBe('Клиент Семёнов Пётр Ильич — ответчик в деле 2026-2, Орлова против Семёнова (совпадает имя).');
    expect(conflictsText(book.of('2')!, '2', 'en')).toBe('The opponent Семенов Петр is our client in case 2026-1 (the same name).');
    expect(book.of('3')).toEqual([]);
    expect(book.take(theirs)).toEqual([]);
    expect(book.take({ ...theirs, opponents: [] })).toEqual(['1']);
    expect(book.of('1')).toEqual([]);
    expect(book.take(theirs)).toEqual(['1']);
    expect(book.drop('1')).toEqual(['2']);
    expect(book.of('2')).toEqual([]);
  });

  it('are found by the book exactly where comparing each with each finds them', () => {
    const someone = fc.record({ last: fc.constantFrom('Орлов', 'Белов'), first: fc.constantFrom('Иван', 'И.', 'Иван Петрович', 'Пётр'), inn: fc.constantFrom(null, '500100732259'), id: fc.constantFrom('a', 'b', 'c') })
      .map(({ last, first, inn, id }) => person(last, first, { inn, id }));
    const cases = fc.array(fc.record({ client: fc.option(someone), opponentPerson: fc.option(someone) }), { maxLength: 6 })
      .map((all) => all.map((each, index) => legalCase(String(index), each)));
    fc.assert(fc.property(cases, (all) => {
      const book = new ConflictBook();
      for (const each of [...all].reverse()) book.take({ ...each, opponents: [] });
      book.know(all);
      for (const one of all)
        expect(new Set(book.of(one.id)!.map((each) => JSON.stringify(each)))).toEqual(new Set(all.flatMap((other) => conflictsBetween(one, other)).map((each) => JSON.stringify(each))));
    }), { numRuns: 200 });
  });
});

describe('two firms', () => {
  it.each([
    ['the same name in another form', { name: 'ПАО «Заря»' }, { name: 'ООО Заря' }, 'NAME'],
    ['the same number', { name: 'Заря', inn: '7708503727' }, { name: 'Закат', inn: '7708503727' }, 'INN'],
    ['another number', { name: 'Заря', inn: '7708503727' }, { name: 'Заря', inn: '7707083893' }, null],
    ['another name', { name: 'Заря' }, { name: 'Зарянка' }, null],
  ])('of %s', (_, one, other, by) => expect(sameCompany(one, other)).toBe(by));
});
