import ExcelJS from 'exceljs';
import { columnsOf } from '../../workers/import/columns';
import type { Snapshot } from '../../workers/import/known';
import { planLines, type PlannedLine } from '../../workers/import/plan';
import type { Kind } from '../../workers/import/shapes';
import { decode, FileProblem, rowsOf } from '../../workers/import/table';
import { dayIn, listIn, moneyIn, momentIn } from '../../workers/import/values';

const NOW = new Date('2026-11-25T12:00:00Z');
const MOSCOW = { now: NOW, timeZone: 'Europe/Moscow' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const CP1251 = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'];
/** Only what the tests write: Russian letters and ASCII. */
const in1251 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => {
    const at = CP1251.indexOf(letter.toLowerCase());
    if (letter === 'ё') return 0xb8;
    if (letter === '№') return 0xb9;
    return at < 0 ? letter.charCodeAt(0) : (letter === letter.toLowerCase() ? 0xe0 : 0xc0) + at;
  }));

describe('values', () => {
  test.each([
    ['31.12.2013', '2013-12-31'], ['1.2.13', '2013-02-01'], ['01.02.75', '1975-02-01'], ['2013-12-31T00:00:00', '2013-12-31'], ['31/12/2013', '2013-12-31'], [41639, '2013-12-31'],
    ['41639', '2013-12-31'], ['31 декабря 2013 г.', '2013-12-31'], ['31.12.2013 г.', '2013-12-31'], ['31.12.2013 10:30:00', '2013-12-31'], ['29.02.2012', '2012-02-29'], [60, null],
    ['29.02.2013', null], ['31.13.2013', null], ['вчера', null], ['0', null], ['12345678', null], ['31.12.0013', null],
  ])('%p is the day %p', (cell, day) => expect(dayIn(cell, NOW)).toBe(day));

  test('moments are those of the office’s clocks', () => {
    expect(momentIn('31.12.2013 10:30', MOSCOW)).toBe('2013-12-31T06:30:00.000Z');
    expect(momentIn(41639.4375, MOSCOW)).toBe('2013-12-31T06:30:00.000Z');
    expect(momentIn('01.07.2020', MOSCOW)).toBe('2020-06-30T21:00:00.000Z');
    expect(momentIn('01.07.2020 25:00', MOSCOW)).toBeNull();
  });

  test.each([
    ['1 234 567,89 ₽', '1234567890000', 'RUB'], ['1\u00a0234\u202f567,89 руб.', '1234567890000', 'RUB'], ['1,234,567.89', '1234567890000', 'RUB'], ['1.234.567,89', '1234567890000', 'RUB'],
    [1234567.89, '1234567890000', 'RUB'], ['1234', '1234000000', 'RUB'], ['12,5', '12500000', 'RUB'], ['1.234.567', '1234567000000', 'RUB'], ['$ 100.50', '100500000', 'USD'], ['100 EUR', '100000000', 'EUR'],
    ['1 234 руб. 56 коп.', '1234560000', 'RUB'], ['-5 000,00', '-5000000000', 'RUB'], [0, '0', 'RUB'], ['500 р.', '500000000', 'RUB'], [12345.678, '12345678000', 'RUB'],
  ])('%p is %p micros of %p', (cell, amountMicros, currencyCode) => expect(moneyIn(cell)).toEqual({ amountMicros, currencyCode }));

  test.each(['нет', '1 2 3 a', '12a', 'около 500', ''])('%p is no sum', (cell) => expect(moneyIn(cell)).toBeNull());

  test('a list is by commas, semicolons, lines and «и»', () => expect(listIn('Иванов И.И., Петров П.П.; Сидоров\nОрлова и Ким')).toEqual(['Иванов И.И.', 'Петров П.П.', 'Сидоров', 'Орлова', 'Ким']));
});

describe('files', () => {
  test.each([
    ['UTF-8', bytes('Контрагент;Дата')], ['UTF-8 with a mark', bytes('\ufeffКонтрагент;Дата')], ['windows-1251', in1251('Контрагент;Дата')],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...'Контрагент;Дата'].map((letter) => letter.charCodeAt(0))).buffer)])],
  ])('%s is read', (_, file) => expect(decode(file)).toBe('Контрагент;Дата'));

  test('rows are known by the line where they begin, also behind a cell of two lines and an empty line', async () => {
    const rows = await rowsOf(bytes('Контрагент;Адрес\r\n"ООО «Ромашка»";"Москва\r\nул. Мира"\r\n\r\nИванов Иван;Тула\r\n'));
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[1, 'Контрагент'], [2, 'ООО «Ромашка»'], [5, 'Иванов Иван']]);
  });

  test('an Excel workbook is read: dates, sums, formulas, rich text', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Лист1');
    sheet.addRow(['Выгрузка за 2013 год']);
    sheet.addRow(['Контрагент', 'Дата рождения', 'Сумма']);
    sheet.addRow([{ richText: [{ text: 'Иванов ' }, { text: 'Иван' }] }, new Date(Date.UTC(1960, 4, 9)), { formula: '1+1', result: 2 }]);
    sheet.getCell('B3').numFmt = 'dd.mm.yyyy';
    const rows = await rowsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(rows[2]).toEqual({ line: 3, cells: ['Иванов Иван', '1960-05-09', 2] });
    expect(columnsOf(rows).headingLine).toBe(2);
  });

  test.each([
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /97–2003/], ['a broken workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /damaged/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /neither/], ['nothing', bytes(''), /no rows/],
  ])('%s is said plainly', async (_, file, why) => expect(await rowsOf(file).catch((error: unknown) => error)).toEqual(expect.objectContaining({ message: expect.stringMatching(why) })));

  test.each<[string, Kind]>([
    ['Контрагент;Направление;Регион;Вид события;Ответственные;Дата начала;Дата окончания;Номер;Корреспондент', 'EVENTS'], ['Номер;Дата;Корреспондент;Содержание;Ответственный', 'LETTERS'],
    ['Номер дела;Контрагент;Ответчик;Направление;Дата начала', 'CASES'], ['Папка;Контрагент', 'FOLDERS'], ['ФИО;Дата рождения;Телефон;Папка', 'CLIENTS'], ['Контрагент;Направление;Регион', 'CLIENTS'],
  ])('%s are %s', async (headings, kind) => expect(columnsOf(await rowsOf(bytes(`${headings}\n1;2`))).kind).toBe(kind));

  test('a column that is missing is named', async () => {
    const rows = await rowsOf(bytes('Контрагент;Дата начала\nИванов Иван;01.01.2013'));
    expect(() => columnsOf(rows, { kind: 'EVENTS' })).toThrow(FileProblem);
    expect(() => columnsOf(rows, { kind: 'EVENTS' })).toThrow(/«Event»/);
    expect(columnsOf(rows, { kind: 'CLIENTS' }).columns.map(({ field }) => field)).toEqual(['client', null]);
  });

  test('a mapping says what a column is, also nothing', async () => {
    const rows = await rowsOf(bytes('Кто;Номер;ИНН\nИванов Иван;7;0'));
    expect(columnsOf(rows, { kind: 'CASES', mapping: { Кто: 'client', ИНН: null } }).columns.map(({ field }) => field)).toEqual(['client', 'number', null]);
  });
});

const NOTHING: Snapshot = {
  office: {
    members: [{ id: 'm1', name: 'Анна Петрова', locale: 'ru' }, { id: 'm2', name: 'Иван Смирнов', locale: 'ru' }],
    departments: [{ id: 'd1', name: 'Канцелярия', headId: 'm1', isRegistry: true, parentId: null }, { id: 'd2', name: 'Отдел претензий', headId: 'm2', isRegistry: false, parentId: null }],
    memberships: [
      { departmentId: 'd1', memberId: 'm1', membership: 'HEAD', absentFrom: null, absentUntil: null, substituteId: null },
      { departmentId: 'd2', memberId: 'm2', membership: 'HEAD', absentFrom: null, absentUntil: null, substituteId: null },
    ],
    clerkIds: ['m1'],
  },
  regions: [{ kind: 'REGION', id: 'r1', name: 'Московская область', code: 'RU-MOS' }],
  directions: [{ kind: 'DIRECTION', id: 'x1', name: 'Железнодорожные травмы', code: 'RAILWAY' }],
  courts: [{ id: 'c1', name: 'Тверской районный суд' }],
  eventKinds: [
    { id: 'k1', name: 'Судебное решение', code: 'COURT_DECISION', eventGroup: 'DECISION' }, { id: 'k2', name: 'Приём документов', code: 'DOCUMENT_INTAKE', eventGroup: 'EVIDENCE' },
  ],
  recoveryKinds: [],
  people: [], companies: [], folders: [], cases: [], events: [], letters: [], belongings: [],
};

const plan = async (text: string, kind: Kind | null = null, snapshot: Partial<Snapshot> = {}): Promise<PlannedLine[]> =>
  planLines({
    columns: columnsOf(await rowsOf(bytes(text)), { kind }), snapshot: { ...NOTHING, ...snapshot },
    context: { ...MOSCOW, language: 'en', secret: 'secret' },
  });
const outcomes = (lines: PlannedLine[]) => lines.map(({ line, outcome }) => `${line} ${outcome}`);
const written = (lines: PlannedLine[], object: string) => lines.flatMap(({ writes }) => writes).filter((write) => write.object === object);

describe('clients', () => {
  test('a broken line in the middle is told by line and column, the rest is done', async () => {
    const lines = await plan('Контрагент;Дата рождения;Регион\nИванов Иван Иванович;09.05.1960;МО\nПетров Пётр;41.05.1960;МО\nООО «Ромашка»;;Атлантида\nСидорова Анна;01.01.1970;Московская обл.');
    expect(outcomes(lines)).toEqual(['2 CREATED', '3 REFUSED', '4 REFUSED', '5 CREATED']);
    expect(lines[1]).toMatchObject({ column: 'Дата рождения', problem: expect.stringContaining('41.05.1960') });
    expect(lines[2]).toMatchObject({ column: 'Регион', problem: expect.stringContaining('Атлантида'), writes: [] });
    expect(written(lines, 'person')[0]!.data).toEqual({ name: { lastName: 'Иванов', firstName: 'Иван Иванович' }, birthDate: '1960-05-09' });
    expect(written(lines, 'clientRegion')).toHaveLength(2);
    expect(written(lines, 'company')).toHaveLength(0);
  });

  test('whoever was born is a person, whatever the name; what a company has no field for is told', async () => {
    const lines = await plan('Контрагент;Дата рождения;Телефон\nБитый;01.01.1960;\nООО «Ромашка»;;+7 912 000-00-00\nРомашка;;');
    expect(outcomes(lines)).toEqual(['2 REFUSED', '3 CREATED', '4 MATCHED']);
    expect(lines[0]).toMatchObject({ column: 'Контрагент', problem: expect.stringContaining('Битый') });
    expect(lines[1]).toMatchObject({ column: 'Телефон', problem: expect.stringContaining('912') });
    expect(written(lines, 'company')).toHaveLength(1);
  });

  test('the same are matched: by name and birth date, by INN, in the file and in Twenty; namesakes are not', async () => {
    const people = [
      { id: 'p1', lastName: 'Семенов', firstName: 'Пётр', birthDate: '1960-05-09', inn: null, email: null }, { id: 'p2', lastName: 'Семёнов', firstName: 'Петр', birthDate: '1980-01-01', inn: null, email: null },
    ];
    const lines = await plan('Контрагент;Дата рождения;ИНН\nСемёнов Петр;09.05.1960;\nСемёнов Пётр;;\nСемёнов Пётр;02.02.1990;\nСемёнов Пётр;02.02.1990;\nАО «РЖД»;;7708503727\nОАО РЖД;;7708503727\nБелов Олег;;123', null, { people });
    expect(outcomes(lines)).toEqual(['2 MATCHED', '3 REFUSED', '4 CREATED', '5 MATCHED', '6 CREATED', '7 MATCHED', '8 CREATED']);
    expect(lines[6]).toMatchObject({ column: 'ИНН', problem: expect.stringContaining('123') });
  });

  test('the same line is the same record, whatever file it is in', async () => {
    const ids = async (text: string) => (await plan(text)).flatMap(({ writes }) => writes.map(({ id }) => id));
    expect(await ids('Контрагент;Дата рождения\nИванов Иван;09.05.1960')).toEqual(await ids('ФИО,Дата рождения,Телефон\nИВАНОВ ИВАН,1960-05-09,'));
  });
});

test('folders are created with those on the way to them, once', async () => {
  const lines = await plan('Папка;Контрагент;Направление\nАрхив / Москва / РЖД;;Железнодорожные травмы\nАрхив/Москва/РЖД;Иванов Иван;\nАрхив / Москва;;');
  expect(outcomes(lines)).toEqual(['2 CREATED', '3 CREATED', '4 MATCHED']);
  expect(written(lines, 'clientFolder').map(({ data }) => [data.name, data.directionId])).toEqual([['Архив', undefined], ['Москва', undefined], ['РЖД', 'x1']]);
  expect(written(lines, 'clientFolderEntry')).toHaveLength(1);
});

describe('cases and events', () => {
  test('a case is matched by its number', async () => {
    const lines = await plan('Номер дела;Контрагент;Ответчик;Дата начала;Дата окончания\n2-15/2013;Иванов Иван;ОАО «РЖД»;01.02.2013;01.03.2014\n2-15/2013;Иванов Иван;;;\n2-16/2013;ООО «Ромашка»;;;\n;Иванов Иван;;;\n2-17/2013;Иванов Иван;;01.03.2013;01.02.2013');
    expect(outcomes(lines)).toEqual(['2 CREATED', '3 MATCHED', '4 REFUSED', '5 REFUSED', '6 REFUSED']);
    expect(written(lines, 'legalCase')[0]!.data).toMatchObject({ number: '2-15/2013', openedAt: '2013-02-01', closedAt: '2014-03-01', stage: 'ARCHIVED' });
    expect(lines[4]).toMatchObject({ column: 'Дата окончания' });
  });

  test('an event has its case, its responsible people and, where its kind has one, its record with the sums', async () => {
    const lines = await plan(
      'Контрагент;Направление;Вид события;Ответственные;Дата начала;Дата окончания;Заявлено;Присуждено\nИванов Иван;Железнодорожные травмы;Судебное решение;Смирнов И., Петрова А., Уволенный У.;01.02.2013;05.02.2013;1 000 000,00 ₽;250 000 ₽\nИванов Иван;Железнодорожные травмы;Приём документов;;03.03.2013;;;\nИванов Иван;;Полёт;;;;;',
    );
    expect(outcomes(lines)).toEqual(['2 CREATED', '3 CREATED', '4 REFUSED']);
    expect(lines[0]).toMatchObject({ column: 'Ответственные', problem: expect.stringContaining('Уволенный') });
    expect(written(lines, 'legalCase')).toHaveLength(1);
    const [decision] = written(lines, 'courtDecision');
    expect(decision!.data).toMatchObject({ decidedAt: '2013-02-05', outcome: 'PARTLY_GRANTED' });
    expect(written(lines, 'recovery')[0]!.data).toMatchObject({ courtDecisionId: decision!.id, claimed: { amountMicros: '1000000000000' }, awarded: { amountMicros: '250000000000' } });
    expect(written(lines, 'caseEvent')[0]!.data).toMatchObject({ sourceKey: `courtDecision:${decision!.id}`, completion: 'COMPLETED' });
    expect(written(lines, 'eventResponsible').map(({ data }) => [data.memberId, data.responsibility])).toEqual([['m2', 'LEAD'], ['m1', 'CO_RESPONSIBLE']]);
  });
});

describe('letters', () => {
  const HEAD = 'Номер;Дата регистрации;Вид корреспонденции;Корреспондент;Содержание;Статус;Зарегистрировал;Дата передачи;Кто передал;Кому передал;Причина\n';

  test('the history is folded by the rules, what was not written down is put in, and the letter is where its history left it', async () => {
    const lines = await plan(
      `${HEAD}45;12.03.2013;Входящее;ОАО «РЖД»;Ответ на запрос;В архиве;Петрова Анна;12.03.2013 10:00;Петрова Анна;Отдел претензий;Разобраться\n45;12.03.2013;Входящее;;;;;13.03.2013;Уволенный Пётр;Смирнов Иван;К делу\n45;12.03.2013;Входящее;;;;;11.03.2013;Смирнов Иван;Петрова Анна;`,
    );
    expect(outcomes(lines)).toEqual(['2 CREATED', '3 CREATED', '4 REFUSED']);
    const history = written(lines, 'correspondenceHistory').map(({ data }) => data);
    expect(history.map(({ action }) => action)).toEqual(['REGISTER', 'HAND_OVER', 'ACCEPT', 'HAND_OVER', 'ACCEPT', 'COMPLETE', 'ARCHIVE']);
    for (const [at, row] of history.entries()) expect(row.statusBefore).toBe(at === 0 ? null : history[at - 1]!.statusAfter);
    const [letter] = written(lines, 'correspondence');
    expect(letter!.data).toMatchObject({ number: 'IN-2013-000045', status: 'ARCHIVED', step: 7, holderId: 'm2' });
    expect(JSON.stringify(lines)).not.toContain('once:');
    expect(history.at(-1)!.applied).toMatchObject({ letter: { status: 'ARCHIVED', step: 7 } });
  });

  test('a letter of one line comes to its status; the same number of another year or flow is another letter', async () => {
    const lines = await plan(`${HEAD}45;12.03.2013;Исходящее;Суд;Иск;Отправлено;Петрова Анна;;;;\n45;12.03.2014;Исходящее;Суд;Иск;;;;;;\n45;12.03.2013;Исходящее;;;;;;;;\n7;12.03.2013;Входящее;;;Исполнено;Петрова Анна;;;;`);
    expect(outcomes(lines)).toEqual(['2 CREATED', '3 CREATED', '4 MATCHED', '5 CREATED']);
    expect(written(lines, 'correspondence').map(({ data }) => [data.number, data.status])).toEqual([['OUT-2013-000045', 'SENT'], ['OUT-2014-000045', 'REGISTERED'], ['IN-2013-000007', 'DONE']]);
  });

  test('those already there are matched', async () => {
    const lines = await plan(`${HEAD}45;12.03.2013;Входящее;;;;;;;;`, null, { letters: [{ id: 'l1', number: 'IN-2013-000045' }] });
    expect(outcomes(lines)).toEqual(['2 MATCHED']);
  });
});
