/** What is said of the lines of a file, in the office's language. Pure. */
import type { Language, Words } from '../correspondence/words';

type Say = (...values: string[]) => Words;

const q = (text: string): string => `«${text.length > 80 ? `${text.slice(0, 77)}…` : text}»`;

export const PROBLEMS = {
  EMPTY: () => ({ en: 'nothing is given here', ru: 'здесь ничего не указано' }),
  NOT_A_DATE: (text) => ({ en: `${q(text)} is not a date; write it as 31.12.2013`, ru: `${q(text)} не дата; укажите её как 31.12.2013` }),
  NOT_MONEY: (text) => ({ en: `${q(text)} is not a sum; write it as 1 234 567,89`, ru: `${q(text)} не сумма; укажите её как 1 234 567,89` }),
  NOT_A_NAME: (text) => ({ en: `${q(text)} is not a person’s name: last name and first name are needed`, ru: `${q(text)} не имя человека: нужны фамилия и имя` }),
  NO_REGION: (text) => ({ en: `there is no region ${q(text)} among the regions`, ru: `в справочнике нет региона ${q(text)}` }),
  NO_DIRECTION: (text) => ({ en: `there is no direction ${q(text)} among the directions`, ru: `в справочнике нет направления ${q(text)}` }),
  NO_KIND: (text) => ({ en: `there is no event kind ${q(text)}; add it to the event kinds`, ru: `нет вида события ${q(text)}; добавьте его в виды событий` }),
  NO_WORD: (text) => ({ en: `${q(text)} is not understood here`, ru: `значение ${q(text)} здесь непонятно` }),
  MANY_PEOPLE: (text, count) => ({ en: `${count} people are called ${q(text)}; give the birth date or the INN`, ru: `с именем ${q(text)} найдено людей: ${count}; укажите дату рождения или ИНН` }),
  MANY_COMPANIES: (text, count) => ({ en: `${count} companies are called ${q(text)}; give the INN`, ru: `с названием ${q(text)} найдено компаний: ${count}; укажите ИНН` }),
  MANY_CASES: (text, count) => ({ en: `${q(text)} has ${count} cases; give the number of the case`, ru: `у клиента ${q(text)} дел: ${count}; укажите номер дела` }),
  NO_CASE: (text) => ({ en: `there is no case ${q(text)}; import the cases first, or give the client`, ru: `нет дела ${q(text)}; сначала загрузите дела или укажите клиента` }),
  NOT_A_CLIENT: (text) => ({ en: `${q(text)} is a company, and the client of a case is a person`, ru: `${q(text)} — организация, а клиент по делу — человек` }),
  ENDS_BEFORE: () => ({ en: 'it ends before it begins', ru: 'окончание раньше начала' }),
  TOO_EARLY: () => ({ en: 'this step is before the one above it', ru: 'этот шаг раньше предыдущего' }),
  NO_TARGET: () => ({ en: 'to whom it was handed over is not given', ru: 'не указано, кому передано' }),
  NO_STEP: (text) => ({ en: `this step does not fit the letter’s history: ${text}`, ru: `шаг не подходит к истории письма: ${text}` }),
  NOT_NAMED: () => ({ en: 'the folder has no name', ru: 'у папки нет названия' }),
  // What is left out, and the line is taken all the same.
  BAD_INN: (text) => ({ en: `${q(text)} is not a valid INN and was left out`, ru: `${q(text)} — неверный ИНН, он не загружен` }),
  BAD_PHONE: (text) => ({ en: `${q(text)} is not a telephone number and was left out`, ru: `${q(text)} — не номер телефона, он не загружен` }),
  BAD_EMAIL: (text) => ({ en: `${q(text)} is not an e-mail address and was left out`, ru: `${q(text)} — не адрес электронной почты, он не загружен` }),
  NO_PLACE: (text) => ({ en: `${q(text)} was left out: Twenty keeps this of people alone, not of companies`, ru: `${q(text)} не загружено: в Twenty это есть только у людей, не у организаций` }),
  TAKEN_EMAIL: (text) => ({ en: `${q(text)} is another person’s address and was left out`, ru: `адрес ${q(text)} уже есть у другого человека, он не загружен` }),
  NO_COURT: (text) => ({ en: `there is no court ${q(text)} among the courts; left empty`, ru: `в справочнике нет суда ${q(text)}; суд не указан` }),
  NO_DEPARTMENT: (text) => ({ en: `there is no department ${q(text)}; left empty`, ru: `нет подразделения ${q(text)}; оно не указано` }),
  NO_EMPLOYEE: (text) => ({ en: `${q(text)} is no employee in Twenty; left without`, ru: `в Twenty нет сотрудника ${q(text)}; запись загружена без него` }),
  ONCE_THERE: (text) => ({ en: `${q(text)} is no employee in Twenty; the history keeps the name alone`, ru: `в Twenty нет сотрудника ${q(text)}; в истории осталось только имя` }),
  REFUSED_BY_TWENTY: (text) => ({ en: `Twenty does not accept it: ${text}`, ru: `Twenty не принимает запись: ${text}` }),
  NOT_WITHOUT: () => ({ en: 'what it belongs to was refused on a line above', ru: 'запись, к которой относится строка, отклонена выше' }),
  TAKEN_NUMBER: () => ({ en: 'Twenty has a record of this number or address already, perhaps in the bin', ru: 'в Twenty уже есть запись с этим номером или адресом — возможно, в корзине' }),
} satisfies Record<string, Say>;

export type ProblemCode = keyof typeof PROBLEMS;

export const problemText = (code: ProblemCode, language: Language, ...values: string[]): string => (PROBLEMS[code] as Say)(...values)[language];
