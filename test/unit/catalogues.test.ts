import { CASE_STAGE, COURT_LEVEL, EVENT_GROUP, FEDERAL_DISTRICT, PARTICULARS } from '../../custom-objects/vocabulary';
import { CATALOGUES, catalogueRows } from '../../workers/catalogues/catalogues';
import { DIRECTIONS } from '../../workers/catalogues/directions';
import { REGIONS } from '../../workers/catalogues/regions';

const english = catalogueRows('en');
const russian = catalogueRows('ru');
const valuesOf = (options: readonly { value: string }[]) => options.map(({ value }) => value);

it('has the 83 subdivisions of ISO 3166-2:RU', () => {
  // The standard's own list.
  const republics = 'AD AL BA BU CE CU DA IN KB KC KK KL KO KR ME MO SA SE TA TY UD';
  const territories = 'ALT KAM KDA KHA KYA PER PRI STA ZAB';
  const regions =
    'AMU ARK AST BEL BRY CHE IRK IVA KEM KGD KGN KIR KLU KOS KRS LEN LIP MAG MOS MUR NGR NIZ NVS OMS ORE ORL PNZ PSK ROS RYA SAK SAM SAR SMO SVE TAM TOM TUL TVE TYU ULY VGG VLA VLG VOR YAR';
  const others = 'MOW SPE YEV CHU KHM NEN YAN';
  const all = `${republics} ${territories} ${regions} ${others}`.split(' ').map((code) => `RU-${code}`);
  expect(all).toHaveLength(83);
  expect(REGIONS.map(({ code }) => code).sort()).toEqual(all.sort());
});

it.each(CATALOGUES)('%s: each row once, by id, code and name', (object) => {
  const rows = english[object];
  const twice = (values: unknown[]) => values.filter((value, index) => values.indexOf(value) !== index);
  expect(twice(rows.map(({ id }) => id))).toEqual([]);
  expect(twice(rows.map(({ code }) => code).filter((code) => code !== null))).toEqual([]);
  const names = (all: typeof rows) => all.map(({ fields, references }) => [fields.name, ...references.map(({ code }) => code)].join());
  expect(twice(names(rows))).toEqual([]);
  expect(twice(names(russian[object]))).toEqual([]);
});

it.each(CATALOGUES)('%s: in both languages, the Russian in Cyrillic', (object) => {
  const words = (rows: typeof english.court) => rows.flatMap(({ fields }) => [fields.name, fields.legalBasis].filter((word) => word));
  expect(words(english[object]).filter((word) => !/^[\p{Script=Latin}\p{P}\p{N}\p{Zs}]+$/u.test(String(word)))).toEqual([]);
  // A form is called Н-1, a law 63-ФЗ; no Latin letter belongs into a Russian name.
  expect(words(russian[object]).filter((word) => /\p{Script=Latin}/u.test(String(word)) || !/\p{Script=Cyrillic}/u.test(String(word)))).toEqual([]);
  expect(russian[object].map(({ id }) => id)).toEqual(english[object].map(({ id }) => id));
});

it.each(CATALOGUES)('%s: every reference leads to a row that is written before it', (object) => {
  const before = CATALOGUES.slice(0, CATALOGUES.indexOf(object)).flatMap((other) => english[other].map(({ code }) => `${other}/${code}`));
  const known = new Set(before);
  for (const { code, references } of english[object]) {
    known.add(`${object}/${code}`);
    expect(references.filter((reference) => !known.has(`${reference.to}/${reference.code}`))).toEqual([]);
  }
});

it('uses the values of the data model', () => {
  const strangers = (object: (typeof CATALOGUES)[number], field: string, options: readonly { value: string }[]) =>
    english[object].map(({ fields }) => fields[field]).filter((value) => value !== null && !valuesOf(options).includes(String(value)));
  expect([
    ...strangers('region', 'federalDistrict', FEDERAL_DISTRICT),
    ...strangers('legalDirection', 'particulars', PARTICULARS),
    ...strangers('eventKind', 'eventGroup', EVENT_GROUP),
    ...strangers('court', 'level', COURT_LEVEL),
    ...strangers('documentRequirement', 'stage', CASE_STAGE),
  ]).toEqual([]);
});

it('gives every direction a root, and every top a checklist with what is mandatory and what is not', () => {
  const tops = DIRECTIONS.filter(({ parent }) => parent === null).map(({ code }) => code);
  expect(tops).toEqual(['RAILWAY', 'DISASTER', 'MILITARY', 'OCCUPATIONAL', 'ROAD', 'MEDICAL']);
  const roots = english.legalDirection.map(({ references }) => references.find(({ field }) => field === 'rootId')?.code);
  expect(new Set(roots)).toEqual(new Set(tops));
  for (const top of tops) {
    const list = english.documentRequirement.filter(({ references }) => references[0]!.code === top);
    expect(new Set(list.map(({ fields }) => fields.isMandatory))).toEqual(new Set([true, false]));
  }
});

it('has the kinds of events by which the workers know what happened', () => {
  const kinds = Object.fromEntries(english.eventKind.map(({ code, fields }) => [code, fields.eventGroup]));
  expect(kinds).toMatchObject({
    FIRST_VISIT: 'INTAKE', DOCUMENT_INTAKE: 'EVIDENCE', ATTORNEY_REQUEST: 'EVIDENCE', AWAITING_CLIENT: 'EVIDENCE', PRETRIAL_CLAIM: 'EVIDENCE',
    CLAIM_STATEMENT_RECEIVED: 'INTAKE', TRANSFER_TO_COURT: 'COURT', TRANSFER_TO_HIGHER_COURT: 'COURT', COURT_HEARING: 'COURT',
    COURT_DECISION: 'DECISION', RECOVERY_AMOUNT: 'RECOVERY', CASE_ARCHIVING: 'CLOSING',
  });
  expect(english.eventKind.find(({ code }) => code === 'ATTORNEY_REQUEST')!.fields).toMatchObject({
    normDays: 30, legalBasis: 'Law on Advocates, 63-FZ, art. 6.1',
  });
});
