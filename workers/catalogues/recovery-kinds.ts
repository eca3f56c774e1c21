import { basis, type Words } from './words';

export type RecoveryKind = { code: string; name: Words; isPeriodic: boolean; legalBasis: Words };

const once = (code: string, en: string, ru: string, ...articles: Parameters<typeof basis>): RecoveryKind => ({
  code, name: { en, ru }, isPeriodic: false, legalBasis: basis(...articles),
});
const periodic = (...kind: Parameters<typeof once>): RecoveryKind => ({ ...once(...kind), isPeriodic: true });

/** What is claimed for harm to life and health: chapter 59 of the Civil Code, what insurance owes beside it, and the costs. */
export const RECOVERY_KINDS: RecoveryKind[] = [
  once('MORAL_HARM', 'Moral harm', 'Компенсация морального вреда', ['civil', '151, 1099–1101']),
  periodic('LOST_EARNINGS', 'Lost earnings, monthly', 'Утраченный заработок, ежемесячно', ['civil', '1085, 1086, 1092']),
  once('LOST_EARNINGS_PAST', 'Lost earnings for the past', 'Утраченный заработок за прошлое время', ['civil', '208, 1085, 1086']),
  once('TREATMENT', 'Treatment and medicines', 'Расходы на лечение и лекарства', ['civil', '1085']),
  once('NUTRITION', 'Additional nutrition', 'Дополнительное питание', ['civil', '1085']),
  periodic('CARE', 'Outside care', 'Посторонний уход', ['civil', '1085, 1092']),
  once('PROSTHETICS', 'Prosthetics', 'Протезирование', ['civil', '1085']),
  once('SANATORIUM', 'Sanatorium treatment', 'Санаторно-курортное лечение', ['civil', '1085']),
  once('VEHICLE', 'Special vehicle', 'Приобретение специального транспортного средства', ['civil', '1085']),
  once('RETRAINING', 'Training for another occupation', 'Подготовка к другой профессии', ['civil', '1085']),
  periodic('BREADWINNER', 'Loss of breadwinner, monthly', 'Возмещение по случаю потери кормильца, ежемесячно', ['civil', '1088, 1089, 1092']),
  once('BREADWINNER_PAST', 'Loss of breadwinner for the past', 'Возмещение по случаю потери кормильца за прошлое время', ['civil', '208, 1088, 1089']),
  once('FUNERAL', 'Funeral', 'Расходы на погребение', ['civil', '1094']),
  once('INDEXATION', 'Indexation of payments', 'Индексация платежей', ['civil', '318, 1091'], ['procedure', '208']),
  once('PROPERTY', 'Damage to property', 'Имущественный вред', ['civil', '15, 1064, 1082']),
  once('ABOVE_INSURANCE', 'Harm above the insurance', 'Вред сверх страхового возмещения', ['civil', '1072']),
  once('MOTOR_INSURANCE', 'Motor liability insurance', 'Страховая выплата по ОСАГО', ['motor', '7, 12']),
  once('CARRIER_INSURANCE', 'Carrier’s liability insurance', 'Страховая выплата перевозчика', ['carriers', '8, 13']),
  once('HAZARD_INSURANCE', 'Hazardous facility insurance', 'Страховая выплата владельца опасного объекта', ['hazards', '6, 8']),
  once('BUILDING', 'Compensation above harm for the collapse of a building', 'Компенсация сверх возмещения вреда при разрушении здания', ['planning', '60']),
  once('SOCIAL_LUMP', 'Lump sum for an accident at work', 'Единовременная страховая выплата', ['accidents', '10, 11']),
  periodic('SOCIAL_MONTHLY', 'Monthly payment for an accident at work', 'Ежемесячная страховая выплата', ['accidents', '10, 12']),
  once('MILITARY_INSURANCE', 'Insurance of servicemen', 'Страховая сумма военнослужащего', ['servicemen', '5']),
  once('MILITARY_LUMP', 'Lump sum to a serviceman', 'Единовременное пособие военнослужащему', ['allowance', '3']),
  periodic('MILITARY_MONTHLY', 'Monthly compensation to a serviceman', 'Ежемесячная денежная компенсация военнослужащему', ['allowance', '3']),
  periodic('RADIATION', 'Compensation to radiation victims', 'Компенсация пострадавшим от радиации', ['radiation', '14']),
  once('PENALTY', 'Penalty', 'Неустойка', ['civil', '330'], ['motor', '12'], ['consumers', '23, 28']),
  once('FINE', 'Consumer’s or insurer’s fine', 'Штраф в пользу потребителя или потерпевшего', ['consumers', '13'], ['motor', '16.1']),
  once('INTEREST', 'Interest', 'Проценты за пользование чужими деньгами', ['civil', '395']),
  once('COURT_COSTS', 'Court costs', 'Судебные расходы', ['procedure', '88, 94, 98']),
  once('EXPERT_COSTS', 'Costs of an expert examination', 'Расходы на экспертизу', ['procedure', '94–96']),
  once('REPRESENTATION', 'Representation', 'Расходы на представителя', ['procedure', '100']),
];
