import type { Language } from '../correspondence/words';

/** A word of the catalogues in both of the office's languages. */
export type Words = Record<Language, string>;

/** The acts that the catalogues cite: what an English and a Russian lawyer call them. */
const ACTS = {
  civil: ['Civil Code', 'ГК РФ'],
  procedure: ['Code of Civil Procedure', 'ГПК РФ'],
  labour: ['Labour Code', 'ТК РФ'],
  planning: ['Urban Planning Code', 'ГрК РФ'],
  advocates: ['Law on Advocates, 63-FZ', 'Федерального закона № 63-ФЗ «Об адвокатской деятельности»'],
  enforcement: ['Law on Enforcement Proceedings, 229-FZ', 'Федерального закона № 229-ФЗ «Об исполнительном производстве»'],
  consumers: ['Law on Consumer Rights, 2300-1', 'Закона РФ № 2300-1 «О защите прав потребителей»'],
  motor: ['Law on Motor Liability Insurance, 40-FZ', 'Федерального закона № 40-ФЗ «Об ОСАГО»'],
  carriers: ['Law on Carriers’ Liability Insurance, 67-FZ', 'Федерального закона № 67-ФЗ о страховании ответственности перевозчика'],
  hazards: ['Law on Hazardous Facilities Insurance, 225-FZ', 'Федерального закона № 225-ФЗ о страховании опасных объектов'],
  accidents: ['Law on Occupational Insurance, 125-FZ', 'Федерального закона № 125-ФЗ о страховании от несчастных случаев на производстве'],
  servicemen: ['Law on Servicemen’s Insurance, 52-FZ', 'Федерального закона № 52-ФЗ о страховании военнослужащих'],
  allowance: ['Law on Servicemen’s Pay, 306-FZ', 'Федерального закона № 306-ФЗ «О денежном довольствии военнослужащих»'],
  radiation: ['Law on the Chernobyl Victims, 1244-1', 'Закона РФ № 1244-1 о защите пострадавших на Чернобыльской АЭС'],
  disability: ['Law on Social Protection of Disabled People, 181-FZ', 'Федерального закона № 181-ФЗ «О социальной защите инвалидов»'],
} satisfies Record<string, [en: string, ru: string]>;
type Act = keyof typeof ACTS;

/** `[['civil', '151, 1099–1101']]` → “Civil Code, art. 151, 1099–1101”, «ст. 151, 1099–1101 ГК РФ». */
export const basis = (...articles: [Act, string][]): Words => ({
  en: articles.map(([act, numbers]) => `${ACTS[act][0]}, art. ${numbers}`).join('; '),
  ru: articles.map(([act, numbers]) => `ст. ${numbers} ${ACTS[act][1]}`).join('; '),
});
