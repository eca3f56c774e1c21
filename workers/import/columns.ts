/** What the columns of another system's file are called, and what each is taken for. Pure. */
import type { Words } from '../correspondence/words';
import { plain } from '../parties/normalise';
import { FIELDS_OF, KINDS, type Field, type Kind } from './shapes';
import { FileProblem, type Row } from './table';
import { textOf } from './values';

const NAMES: Record<Field, readonly string[]> = {
  client: ['Контрагент', 'Клиент', 'ФИО', 'Ф.И.О.', 'ФИО клиента', 'Фамилия Имя Отчество', 'Наименование контрагента', 'Полное наименование', 'Истец', 'Доверитель', 'Client', 'Full name', 'Client name'],
  lastName: ['Фамилия', 'Last name', 'Surname'],
  firstName: ['Имя', 'First name'],
  patronymic: ['Отчество', 'Patronymic', 'Middle name'],
  clientType: ['Вид контрагента', 'Юр/физ лицо', 'Юр. / физ. лицо', 'ЮрФизЛицо', 'Тип контрагента', 'Тип клиента', 'Client type'],
  birthDate: ['Дата рождения', 'ДатаРождения', 'Д.р.', 'Год рождения', 'Родился', 'Born', 'Birth date', 'Date of birth'],
  inn: ['ИНН', 'ИНН контрагента', 'INN', 'Taxpayer number', 'Tax ID'],
  phone: ['Телефон', 'Телефоны', 'Контактный телефон', 'Мобильный телефон', 'Моб. телефон', 'Тел.', 'Phone', 'Mobile'],
  email: ['E-mail', 'Email', 'Почта', 'Электронная почта', 'Адрес электронной почты', 'Эл. почта'],
  region: ['Регион', 'Регионы', 'Субъект РФ', 'Область', 'Region', 'Regions'],
  direction: ['Направление', 'Направления', 'Направление деятельности', 'Юридическое направление', 'Direction', 'Directions'],
  folder: ['Папка', 'Путь', 'Полный путь', 'Путь к папке', 'Папка клиента', 'Группа', 'Группа контрагентов', 'Folder', 'Path', 'Folder path'],
  parent: ['Родитель', 'Входит в', 'Родительская папка', 'В группе', 'Parent', 'Parent folder'],
  number: ['Номер', '№', 'Номер документа', 'Регистрационный номер', 'Рег. номер', 'Вх. номер', 'Исх. номер', 'Входящий номер', 'Исходящий номер', 'Number', 'No.'],
  caseNumber: ['Номер дела', 'Дело', '№ дела', 'Судебное дело', 'Case number', 'Case'],
  title: ['Наименование', 'Название', 'Заголовок', 'Наименование дела', 'Предмет', 'Предмет спора', 'Title', 'Name'],
  opponent: ['Ответчик', 'Противная сторона', 'Оппонент', 'Противник', 'Должник', 'Opponent', 'Defendant'],
  department: ['Подразделение', 'Отдел', 'Department'],
  responsible: ['Ответственные', 'Ответственный', 'Исполнитель', 'Исполнители', 'Юрист', 'Адвокат', 'Ведущий юрист', 'Менеджер', 'Responsible', 'Lead', 'Lead lawyer', 'Lawyer'],
  court: ['Суд', 'Наименование суда', 'Court'],
  stage: ['Стадия', 'Стадия дела', 'Этап', 'Этап дела', 'Stage'],
  startedAt: ['Дата начала', 'Начало', 'Дата открытия', 'Дата', 'Дата события', 'Start', 'Started', 'Start date', 'Opened', 'Date'],
  completedAt: ['Дата окончания', 'Окончание', 'Дата завершения', 'Дата закрытия', 'Завершено', 'End', 'End date', 'Completed', 'Closed'],
  dueAt: ['Срок', 'Срок исполнения', 'Крайний срок', 'Плановая дата', 'Контрольный срок', 'Due', 'Due date', 'Deadline'],
  eventKind: ['Вид события', 'Событие', 'ВидСобытия', 'Тип события', 'Event kind', 'Kind of event', 'Event'],
  completion: ['Состояние', 'Стадия завершения', 'Состояние события', 'Статус события', 'Completion'],
  claimed: ['Сумма иска', 'Заявлено', 'Цена иска', 'Claimed'],
  awarded: ['Присуждено', 'Сумма присуждённая', 'Сумма по решению', 'Awarded'],
  collected: ['Взыскано', 'Сумма взыскания', 'Получено', 'Сумма взысканная', 'Collected'],
  recoveryKind: ['Вид взыскания', 'Recovery kind'],
  flow: ['Направление письма', 'Вид корреспонденции', 'Входящее/исходящее', 'Вид письма', 'Тип корреспонденции', 'Flow'],
  subject: ['Содержание', 'Краткое содержание', 'Тема', 'О чём', 'Описание', 'Комментарий', 'Subject', 'Comment', 'Description'],
  correspondent: ['Корреспондент', 'Отправитель', 'Получатель', 'От кого', 'Адресат', 'Correspondent', 'Sender', 'Counterparty'],
  registeredAt: ['Дата регистрации', 'Дата поступления', 'Дата получения', 'Дата отправки', 'Registered'],
  documentDate: ['Дата документа', 'Дата письма', 'Document date'],
  deliveryMethod: ['Способ доставки', 'Способ отправки', 'Способ получения', 'Доставка', 'Delivery'],
  trackingNumber: ['Трек-номер', 'Номер отправления', 'ШПИ', 'Почтовый идентификатор', 'Tracking', 'Tracking number'],
  place: ['Место хранения', 'Где оригинал', 'Оригинал', 'Original in'],
  status: ['Статус', 'Статус письма', 'Состояние письма', 'Status'],
  registeredBy: ['Зарегистрировал', 'Кто зарегистрировал', 'Автор', 'Кто начал', 'Registered by'],
  step: ['Действие', 'Операция', 'Шаг', 'Action', 'Step'],
  stepAt: ['Дата передачи', 'Дата действия', 'Дата движения', 'Когда', 'Handed over', 'Step date'],
  stepBy: ['Кто передал', 'Передал', 'Кто', 'Сотрудник', 'Handed over by', 'Step by'],
  stepTo: ['Кому передал', 'Кому передано', 'Кому', 'Принял', 'Handed over to', 'Step to'],
  stepDepartment: ['В подразделение', 'Подразделение получателя', 'Кому (подразделение)', 'To department'],
  reason: ['Причина', 'Причина передачи', 'Основание', 'Резолюция', 'Reason'],
};

/** `needs`: of each group at least one column; `tells`: by whose columns the kind is known. */
const SHAPES: Record<Kind, { needs: readonly (readonly Field[])[]; tells: readonly Field[] }> = {
  CLIENTS: { needs: [['client', 'lastName']], tells: ['birthDate', 'phone', 'inn', 'email', 'clientType', 'lastName'] },
  FOLDERS: { needs: [['folder', 'title']], tells: ['folder', 'parent'] },
  CASES: { needs: [['number', 'caseNumber'], ['client', 'lastName']], tells: ['opponent', 'stage', 'caseNumber'] },
  EVENTS: { needs: [['eventKind'], ['caseNumber', 'client', 'lastName', 'number']], tells: ['eventKind', 'completion'] },
  LETTERS: { needs: [['number'], ['registeredAt', 'startedAt']], tells: ['correspondent', 'flow', 'registeredAt', 'step', 'stepTo', 'registeredBy', 'trackingNumber'] },
};

/** By a column's heading, what it is taken for; null: for nothing. */
export type Mapping = Record<string, Field | null>;
export type Column = { heading: string; field: Field | null; samples: string[] };
export type Columns = { kind: Kind; headingLine: number; columns: Column[]; rows: Row[] };

const wordsIn = (heading: string): string => plain(heading);
const BY_NAME = new Map<string, Field[]>();
for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][])
  for (const name of names) BY_NAME.set(wordsIn(name), [...(BY_NAME.get(wordsIn(name)) ?? []), field]);

const fieldsFor = (heading: string): Field[] => BY_NAME.get(wordsIn(heading)) ?? [];

const MOST_LINES_ABOVE = 30;
const SAMPLES = 3;

const KIND_WORDS: Record<Kind, Words> = {
  CLIENTS: { en: 'clients', ru: 'клиентов' },
  FOLDERS: { en: 'folders', ru: 'папок' },
  CASES: { en: 'cases', ru: 'дел' },
  EVENTS: { en: 'events', ru: 'событий' },
  LETTERS: { en: 'letters', ru: 'писем' },
};

/** The file is read, but not which of its columns are what: a person says it. */
export class ColumnsProblem extends FileProblem {
  constructor(words: Words, readonly columns: Columns) {
    super(words);
  }
}

const missingColumn = (columns: Columns, group: readonly Field[]): ColumnsProblem => {
  const { kind } = columns;
  const names = (language: 'en' | 'ru') => group.map((field) => `«${NAMES[field][language === 'ru' ? 0 : NAMES[field].length - 1]}»`);
  const found = columns.columns.flatMap(({ heading }) => (heading ? [`«${heading}»`] : [])).join(', ');
  const words = {
    en: `A column is missing: for ${KIND_WORDS[kind].en} the file needs ${names('en').join(' or ')}. Its columns are: ${found}. Name the column so, or say in the mapping which one it is.`,
    ru: `Не хватает столбца: для ${KIND_WORDS[kind].ru} нужен ${names('ru').join(' или ')}. В файле есть: ${found}. Назовите столбец так или укажите в сопоставлении, какой это.`,
  };
  return new ColumnsProblem(words, columns);
};

const NO_HEADINGS: Words = {
  en: 'No line with the names of the columns is found at the top of the file. It needs names such as Контрагент, Номер, Вид события, Корреспондент. Name the columns so, or say in the mapping which is what.',
  ru: 'В начале файла не найдена строка с названиями столбцов. Нужны названия: Контрагент, Номер, Вид события, Корреспондент и другие. Назовите столбцы так или укажите в сопоставлении, какой из них что.',
};

const score = (kind: Kind, headings: string[]): number => {
  const { tells, needs } = SHAPES[kind];
  const found = new Set(headings.flatMap(fieldsFor));
  const isWhole = needs.every((group) => group.some((field) => found.has(field)));
  return (isWhole ? 10 : 0) + FIELDS_OF[kind].filter((field) => found.has(field)).length + 3 * tells.filter((field) => found.has(field)).length;
};

/** Later kinds name what the earlier name too, so of equals the later is meant. */
const kindOf = (headings: string[]): Kind => KINDS.reduce((best, kind) => (score(kind, headings) >= score(best, headings) ? kind : best));

const headingsOf = ({ cells }: Row): string[] => cells.map((cell) => textOf(cell));

/** Above the table other systems print a title, a period and filters. Where no name is known, the fullest row may have them. */
const headingRow = (rows: Row[], mapping: Mapping): { at: number; isKnown: boolean } => {
  const above = rows.slice(0, MOST_LINES_ABOVE);
  const known = (row: Row) => new Set(headingsOf(row).filter((heading) => heading in mapping || fieldsFor(heading).length > 0)).size;
  const knownIn = above.map(known);
  const isKnown = knownIn.some((count) => count > 0);
  const counts = isKnown ? knownIn : above.map((row) => headingsOf(row).filter(Boolean).length);
  return { at: counts.indexOf(Math.max(...counts)), isKnown };
};

/** Which column is what: as the mapping says, else by its name; of two of the same name the first. @throws ColumnsProblem where one is missing */
export const columnsOf = (rows: Row[], { kind: given = null, mapping = {} }: { kind?: Kind | null; mapping?: Mapping } = {}): Columns => {
  const { at, isKnown } = headingRow(rows, mapping);
  const headings = headingsOf(rows[at]!);
  const kind = given ?? kindOf(headings);
  const { needs } = SHAPES[kind];
  const fields: readonly Field[] = FIELDS_OF[kind];
  const body = rows.slice(at + 1);
  const taken = new Set<Field>(headings.flatMap((heading) => mapping[heading] ?? []));
  const seen = new Set<string>();
  const columns = headings.map((heading, index): Column => {
    const samples: string[] = [];
    for (let row = 0; row < Math.min(body.length, 50) && samples.length < SAMPLES; row += 1) {
      const sample = textOf(body[row]!.cells[index]).slice(0, 60);
      if (sample && !samples.includes(sample)) samples.push(sample);
    }
    const isFirst = heading !== '' && !seen.has(heading);
    seen.add(heading);
    if (!isFirst) return { heading, field: null, samples };
    if (heading in mapping) return { heading, field: mapping[heading] ?? null, samples };
    const field = fieldsFor(heading).find((name) => fields.includes(name) && !taken.has(name)) ?? null;
    if (field) taken.add(field);
    return { heading, field, samples };
  });
  const found: Columns = { kind, headingLine: rows[at]!.line, columns, rows: body };
  if (!isKnown) throw new ColumnsProblem(NO_HEADINGS, found);
  for (const group of needs) if (!columns.some(({ field }) => field !== null && group.includes(field))) throw missingColumn(found, group);
  return found;
};
