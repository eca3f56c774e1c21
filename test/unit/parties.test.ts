import * as fc from 'fast-check';
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
