/** Names and numbers as keys: whoever is the same person or firm, however written, has the same. Pure, and nothing of Node: the pages use it too. */

/** Latin capitals that look like Cyrillic ones. Both ways of writing become the same key, whatever language a name is in. */
const LOOK_ALIKES: Record<string, string> = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У', Ё: 'Е' };

/** In capitals, without ё, look-alikes and marks; words by single spaces. */
export const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ABCEHKMOPTXYЁ]/g, (letter) => LOOK_ALIKES[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type PersonName = { lastName: string | null | undefined; firstName: string | null | undefined; patronymic?: string | null | undefined };

/** The words of a name, the last name first. Twenty has no patronymic of its own: it stands behind the first name. */
const nameOf = ({ lastName, firstName, patronymic }: PersonName): string | null => {
  const [last, first] = [plain(lastName), plain([firstName, patronymic].filter(Boolean).join(' '))];
  return last && first ? `${last} ${first}` : null;
};

/** @returns null without a last or a first name. Without a date of birth, the key of all of that name */
export const personKey = ({ birthDate, ...name }: PersonName & { birthDate?: string | null | undefined }): string | null => {
  const key = nameOf(name);
  return key === null || !birthDate ? key : `${key} ${birthDate.slice(0, 10)}`;
};

const TRADER = ['ИП', 'ИНДИВИДУАЛЬНЫЙ ПРЕДПРИНИМАТЕЛЬ', 'ПБОЮЛ', 'ЧП'];
const FORMS = [
  'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ', 'ООО',
  'ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'НЕПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'ОТКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'ЗАКРЫТОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО',
  'АКЦИОНЕРНОЕ ОБЩЕСТВО', 'ПАО', 'НАО', 'ОАО', 'ЗАО', 'АО',
  'ФЕДЕРАЛЬНОЕ ГОСУДАРСТВЕННОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ', 'ГОСУДАРСТВЕННОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ', 'МУНИЦИПАЛЬНОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ',
  'ФГУП', 'ГУП', 'МУП',
  'ФЕДЕРАЛЬНОЕ ГОСУДАРСТВЕННОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ', 'ФЕДЕРАЛЬНОЕ ГОСУДАРСТВЕННОЕ КАЗЕННОЕ УЧРЕЖДЕНИЕ', 'ФГБУ', 'ФГКУ', 'ФКУ', 'ГБУЗ', 'ГБУ', 'ГКУ', 'МБУ', 'МКУ',
  'АВТОНОМНАЯ НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ', 'АНО', 'НКО', 'ТОВАРИЩЕСТВО СОБСТВЕННИКОВ ЖИЛЬЯ', 'ТСЖ', 'СНТ', 'ЖСК', 'ПК', 'КФХ',
  ...TRADER,
  'LLC', 'LTD', 'INC', 'GMBH', 'JSC', 'PJSC', 'OJSC',
].map(plain);

const without = (name: string, form: string): string => {
  if (name.startsWith(`${form} `)) return name.slice(form.length + 1);
  return name.endsWith(` ${form}`) ? name.slice(0, -form.length - 1) : name;
};

/** A firm is the same in whatever legal form, wherever that stands in its name. */
export const companyKey = (name: string | null | undefined): string | null => {
  let key = plain(name);
  for (let before = ''; before !== key; ) {
    before = key;
    for (const form of FORMS) key = without(key, form);
  }
  return key || null;
};

/** Of a sole trader the key of the person of that name; null for any other firm. */
export const traderKey = (name: string | null | undefined): string | null => {
  const whole = plain(name);
  if (!TRADER.some((form) => without(whole, form) !== whole)) return null;
  const key = companyKey(name)!;
  return key.split(' ').length > 1 ? key : null;
};

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const checkDigit = (digits: string): number => {
  const weights = WEIGHTS.slice(WEIGHTS.length - digits.length);
  return (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10;
};
const isInn = (digits: string): boolean => {
  const checked = digits.length === 10 ? [9] : digits.length === 12 ? [10, 11] : [];
  return checked.length > 0 && !/^0+$/.test(digits) && checked.every((at) => checkDigit(digits.slice(0, at)) === Number(digits[at]));
};

/** A taxpayer number anywhere in a text, its groups of digits apart or not; null where none has the right check digits. */
export const innOf = (text: string | null | undefined): string | null =>
  [...(text ?? '').match(/\d+/g) ?? [], (text ?? '').replace(/\D/g, '')].find(isInn) ?? null;

const PHONE_DIGITS = 10;

/** The last ten digits: with 8, +7 or neither before them it is the same number. What stands behind a comma or as an extension is none of it. */
export const phoneKey = (text: string | null | undefined): string | null => {
  const digits = ((text ?? '').split(/[,;/]|доб|вн|ext|#/i)[0] ?? '').replace(/\D/g, '');
  return digits.length < PHONE_DIGITS ? null : digits.slice(-PHONE_DIGITS);
};
