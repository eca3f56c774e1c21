import type { EventGroup } from '../../custom-objects/vocabulary';
import { basis, type Words } from './words';

export type EventKind = { code: string; name: Words; eventGroup: EventGroup; normDays: number; legalBasis: Words };

const inGroup =
  (eventGroup: EventGroup) =>
  (code: string, normDays: number, en: string, ru: string, ...articles: Parameters<typeof basis>): EventKind => ({
    code, name: { en, ru }, eventGroup, normDays, legalBasis: basis(...articles),
  });

const intake = inGroup('INTAKE');
const evidence = inGroup('EVIDENCE');
const court = inGroup('COURT');
const decision = inGroup('DECISION');
const recovery = inGroup('RECOVERY');
const closing = inGroup('CLOSING');

/** What happens in a case. A firm adds its own kinds by adding rows; without a basis in law a norm is the office's own habit. */
export const EVENT_KINDS: EventKind[] = [
  intake('FIRST_VISIT', 1, 'First visit', 'Первый визит'),
  intake('CONSULTATION', 3, 'Consultation', 'Консультация'),
  intake('AGREEMENT', 5, 'Agreement with the client', 'Соглашение с клиентом', ['advocates', '25']),
  intake('POWER_OF_ATTORNEY', 7, 'Power of attorney', 'Оформление доверенности', ['procedure', '53, 54']),
  intake('CLAIM_STATEMENT_RECEIVED', 3, 'Claim statement received', 'Приём искового заявления', ['procedure', '131, 132']),

  evidence('DOCUMENT_INTAKE', 5, 'Document intake', 'Приём документов', ['procedure', '57, 71']),
  evidence('ATTORNEY_REQUEST', 30, 'Attorney request', 'Адвокатский запрос', ['advocates', '6.1']),
  evidence('AWAITING_CLIENT', 14, 'Awaiting from client', 'Ждём от клиента'),
  evidence('WITNESS', 10, 'Questioning of a witness', 'Опрос свидетеля', ['advocates', '6'], ['procedure', '69']),
  evidence('SPECIALIST', 20, 'Specialist’s opinion', 'Заключение специалиста', ['advocates', '6'], ['procedure', '188']),
  evidence('MEDICAL_EXPERTISE', 30, 'Medical and social expert examination', 'Медико-социальная экспертиза (МСЭ, прежде ВТЭК)', ['disability', '7, 8']),
  evidence('CLAIM_DRAFTING', 10, 'Drafting of the claim statement', 'Подготовка искового заявления', ['procedure', '131, 132']),
  evidence('PRETRIAL_CLAIM', 30, 'Pre-trial claim', 'Досудебная претензия', ['procedure', '3'], ['motor', '16.1']),

  court('TRANSFER_TO_COURT', 5, 'Transfer to court', 'Передача в суд', ['procedure', '133']),
  court('TRANSFER_TO_HIGHER_COURT', 30, 'Transfer to a higher court', 'Передача в вышестоящую инстанцию', ['procedure', '321, 376.1']),
  court('COURT_HEARING', 1, 'Court hearing', 'Судебное заседание', ['procedure', '155']),
  court('DEFECTS', 15, 'Defects of the claim to be mended', 'Оставление иска без движения', ['procedure', '136']),
  court('COURT_EXPERTISE', 60, 'Court-appointed expert examination', 'Судебная экспертиза', ['procedure', '79, 80']),
  court('OBJECTIONS', 14, 'Objections to the other side’s appeal', 'Возражения на жалобу', ['procedure', '325']),
  court('COSTS_APPLICATION', 90, 'Application for court costs', 'Заявление о судебных расходах', ['procedure', '103.1']),

  decision('COURT_DECISION', 60, 'Court decision', 'Судебное решение', ['procedure', '154, 194']),
  decision('REASONED_DECISION', 10, 'Reasoned decision', 'Мотивированное решение', ['procedure', '199']),
  decision('SETTLEMENT', 30, 'Settlement', 'Мировое соглашение', ['procedure', '153.8–153.11']),

  recovery('WRIT', 14, 'Writ of execution', 'Исполнительный лист', ['procedure', '428']),
  recovery('ENFORCEMENT', 60, 'Enforcement proceedings', 'Исполнительное производство', ['enforcement', '30, 36']),
  recovery('RECOVERY_AMOUNT', 30, 'Recovery amount', 'Сумма взыскания', ['enforcement', '110']),
  recovery('INDEXATION_CLAIM', 30, 'Indexation of payments', 'Индексация присуждённых сумм', ['procedure', '208']),

  closing('CASE_ARCHIVING', 7, 'Archiving of the case', 'Списание дела в архив'),
];
