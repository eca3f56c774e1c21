import type { CaseStage } from '../../custom-objects/vocabulary';
import type { Words } from './words';

/** A line of a direction's checklist; it holds for the direction's branches too. `key` takes a code's place in the computed id. */
export type Requirement = { key: string; direction: string; name: Words; stage: CaseStage; isMandatory: boolean };

type Row = [key: string, stage: CaseStage, en: string, ru: string, isMandatory?: boolean];
const OPTIONAL = false;

const COMMON: Row[] = [
  ['passport', 'INTAKE', 'Passport of the client', 'Паспорт клиента'],
  ['agreement', 'INTAKE', 'Agreement on legal aid', 'Соглашение об оказании юридической помощи'],
  ['attorney', 'INTAKE', 'Power of attorney', 'Доверенность на представителя'],
  ['snils', 'INTAKE', 'Insurance number (SNILS)', 'СНИЛС', OPTIONAL],
  ['expenses', 'EVIDENCE', 'Receipts for treatment and medicines', 'Чеки и договоры на лечение и лекарства', OPTIONAL],
  ['income', 'EVIDENCE', 'Certificate of earnings for 12 months', 'Справка о доходах за 12 месяцев', OPTIONAL],
  ['kinship', 'EVIDENCE', 'Death and kinship certificates', 'Свидетельства о смерти и о родстве', OPTIONAL],
  ['disability', 'EVIDENCE', 'Certificate of disability (MSE, formerly VTEK)', 'Справка МСЭ (прежде ВТЭК) об инвалидности', OPTIONAL],
  ['copies', 'FIRST_INSTANCE', 'Proof that the claim was sent to the other side', 'Уведомление о вручении копии иска сторонам'],
  ['judgment', 'APPEAL', 'Reasoned decision of the first instance', 'Мотивированное решение суда первой инстанции'],
  ['ruling', 'CASSATION', 'Ruling of the court of appeal', 'Апелляционное определение'],
  ['writ', 'ENFORCEMENT', 'Writ of execution', 'Исполнительный лист'],
];

const OWN: Record<string, Row[]> = {
  RAILWAY: [
    ['ticket', 'INTAKE', 'Ticket or proof of the journey', 'Билет или иное подтверждение поездки', OPTIONAL],
    ['act', 'EVIDENCE', 'Report of the railway on the accident', 'Акт служебного расследования транспортного происшествия'],
    ['records', 'EVIDENCE', 'Medical records', 'Выписки из медицинской карты'],
    ['refusal', 'EVIDENCE', 'Investigator’s decision (transport police)', 'Постановление следователя на транспорте'],
    ['forensic', 'EVIDENCE', 'Forensic medical report on the harm', 'Заключение судебно-медицинской экспертизы о тяжести вреда'],
    ['insurer', 'PRETRIAL', 'Answer of the carrier’s insurer', 'Ответ страховщика перевозчика', OPTIONAL],
  ],
  DISASTER: [
    ['victim', 'INTAKE', 'Ruling that recognises the client as a victim', 'Постановление о признании потерпевшим'],
    ['commission', 'EVIDENCE', 'Report of the technical commission', 'Акт комиссии о причинах аварии'],
    ['records', 'EVIDENCE', 'Medical records', 'Выписки из медицинской карты'],
    ['forensic', 'EVIDENCE', 'Forensic medical report on the harm', 'Заключение судебно-медицинской экспертизы о тяжести вреда'],
    ['ownership', 'EVIDENCE', 'Extract on the owner of the building or facility', 'Выписка из ЕГРН о собственнике объекта'],
    ['policy', 'PRETRIAL', 'Insurance policy of the hazardous facility', 'Полис страхования опасного объекта', OPTIONAL],
  ],
  MILITARY: [
    ['service', 'INTAKE', 'Military card or contract', 'Военный билет или контракт'],
    ['inquiry', 'EVIDENCE', 'Findings of the unit’s inquiry', 'Заключение административного расследования части'],
    ['injury', 'EVIDENCE', 'Certificate of injury', 'Справка о травме'],
    ['commission', 'EVIDENCE', 'Conclusion of the military medical commission', 'Заключение военно-врачебной комиссии'],
    ['records', 'EVIDENCE', 'Medical records of the military hospital', 'Выписной эпикриз военного госпиталя'],
    ['order', 'EVIDENCE', 'Discharge order', 'Приказ об исключении из списков части', OPTIONAL],
    ['insurer', 'PRETRIAL', 'Answer of the insurer of servicemen', 'Ответ страховщика военнослужащих', OPTIONAL],
  ],
  OCCUPATIONAL: [
    ['workbook', 'INTAKE', 'Employment record', 'Трудовая книжка или сведения о трудовой деятельности'],
    ['h1', 'EVIDENCE', 'Accident report (form N-1) or report on an occupational disease', 'Акт по форме Н-1 или акт о случае профзаболевания'],
    ['capacity', 'EVIDENCE', 'Certificate of the per cent of lost working capacity', 'Справка МСЭ о проценте утраты трудоспособности'],
    ['conditions', 'EVIDENCE', 'Sanitary and hygienic description of the workplace', 'Санитарно-гигиеническая характеристика условий труда', OPTIONAL],
    ['records', 'EVIDENCE', 'Medical records', 'Выписки из медицинской карты'],
    ['fund', 'EVIDENCE', 'Orders of the Social Fund on payments', 'Приказы Социального фонда о выплатах', OPTIONAL],
    ['contract', 'EVIDENCE', 'Employment contract', 'Трудовой договор', OPTIONAL],
  ],
  ROAD: [
    ['police', 'EVIDENCE', 'Police materials on the accident', 'Материалы ГИБДД о ДТП'],
    ['verdict', 'EVIDENCE', 'Decision on the guilty driver', 'Постановление или приговор в отношении виновника'],
    ['records', 'EVIDENCE', 'Medical records', 'Выписки из медицинской карты'],
    ['forensic', 'EVIDENCE', 'Forensic medical report on the harm', 'Заключение судебно-медицинской экспертизы о тяжести вреда'],
    ['policy', 'PRETRIAL', 'Motor insurance policy of the guilty driver', 'Полис ОСАГО виновника'],
    ['ombudsman', 'PRETRIAL', 'Decision of the financial ombudsman', 'Решение финансового уполномоченного', OPTIONAL],
  ],
  MEDICAL: [
    ['contract', 'INTAKE', 'Contract with the clinic or insurance policy', 'Договор с клиникой или полис ОМС', OPTIONAL],
    ['records', 'EVIDENCE', 'Certified copy of the medical records', 'Заверенная копия медицинской карты'],
    ['consent', 'EVIDENCE', 'Informed consent', 'Информированное добровольное согласие', OPTIONAL],
    ['quality', 'EVIDENCE', 'Report on the quality of care by the insurer', 'Акт экспертизы качества медицинской помощи'],
    ['opinion', 'EVIDENCE', 'Independent specialist’s opinion', 'Заключение независимого специалиста', OPTIONAL],
    ['answer', 'PRETRIAL', 'Answer of the clinic to the claim', 'Ответ клиники на претензию'],
  ],
};

export const REQUIREMENTS: Requirement[] = Object.entries(OWN).flatMap(([direction, own]) =>
  [...COMMON, ...own].map(([key, stage, en, ru, isMandatory = true]) => ({
    key: `${direction}/${key}`, direction, name: { en, ru }, stage, isMandatory,
  })),
);
