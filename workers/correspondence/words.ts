/** The words that the workers write and the pages show about letters, in English and Russian. Pure, as the rules are. */
import { oneLine } from './lines';
import type { Action, HistoryRow, LetterState, Office, Refusal, Status } from './protocol';

export type Language = 'en' | 'ru';
export type Words = Record<Language, string>;

export const languageOf = (locale: string | null | undefined): Language => (locale?.toLowerCase().startsWith('ru') ? 'ru' : 'en');

export const languageOfMember = (office: Office, memberId: string | null): Language =>
  languageOf(office.members.find(({ id }) => id === memberId)?.locale);

const ACTION_WORDS: Record<Language, Record<Action, string>> = {
  en: {
    REGISTER: 'Register', HAND_OVER: 'Hand over', ACCEPT: 'Accept', REJECT: 'Reject', RECALL: 'Recall', COMPLETE: 'Complete',
    SEND: 'Send', DELIVER: 'Delivered', RETURN_UNDELIVERED: 'Returned undelivered', ARCHIVE: 'Archive',
    REPORT_LOST: 'Report lost', FOUND: 'Found',
  },
  ru: {
    REGISTER: 'Регистрация', HAND_OVER: 'Передача', ACCEPT: 'Принятие', REJECT: 'Отклонение', RECALL: 'Отзыв',
    COMPLETE: 'Завершение', SEND: 'Отправка', DELIVER: 'Вручение', RETURN_UNDELIVERED: 'Возврат без вручения',
    ARCHIVE: 'Списание в архив', REPORT_LOST: 'Утеря', FOUND: 'Находка',
  },
};

const STATUS_WORDS: Record<Language, Record<Status, string>> = {
  en: {
    REGISTERED: 'registered', HANDED_OVER: 'handed over', IN_WORK: 'in work', DONE: 'done', SENT: 'sent', DELIVERED: 'delivered',
    UNDELIVERED: 'undelivered', ARCHIVED: 'archived', LOST: 'lost',
  },
  ru: {
    REGISTERED: 'зарегистрировано', HANDED_OVER: 'передано', IN_WORK: 'в работе', DONE: 'исполнено', SENT: 'отправлено',
    DELIVERED: 'вручено', UNDELIVERED: 'не вручено', ARCHIVED: 'в архиве', LOST: 'утеряно',
  },
};

export const actionWord = (action: Action, language: Language): string => ACTION_WORDS[language][action];
export const statusWord = (status: Status, language: Language): string => STATUS_WORDS[language][status];

/** Who may do it, said to someone who may not. */
const WHO_MAY: Record<Language, Record<Exclude<Action, 'REGISTER'>, string>> = {
  en: {
    HAND_OVER: 'Only the holder, a head of the holder’s department or, before the letter first moves, the clerk may hand it over',
    ACCEPT: 'Only those whom the letter waits for may accept it',
    REJECT: 'Only those whom the letter waits for may reject it',
    RECALL: 'Only who handed the letter over may recall it',
    COMPLETE: 'Only the holder may complete the letter',
    SEND: 'Only the holder or the clerk may send the letter',
    DELIVER: 'Only the holder, the clerk or a head of the holder’s department may record the delivery',
    RETURN_UNDELIVERED: 'Only the holder, the clerk or a head of the holder’s department may record the return',
    ARCHIVE: 'Only the holder, the clerk or a head of the holder’s department may archive the letter',
    REPORT_LOST: 'Only the holder or a head of the holder’s department may report the letter lost',
    FOUND: 'Any employee may record that the letter was found',
  },
  ru: {
    HAND_OVER: 'Передать письмо может только держатель, руководитель его подразделения или, до первого движения, канцелярия',
    ACCEPT: 'Принять письмо может только тот, кому оно передано',
    REJECT: 'Отклонить письмо может только тот, кому оно передано',
    RECALL: 'Отозвать письмо может только тот, кто его передал',
    COMPLETE: 'Завершить работу с письмом может только держатель',
    SEND: 'Отправить письмо может только держатель или канцелярия',
    DELIVER: 'Отметить вручение может только держатель, канцелярия или руководитель подразделения держателя',
    RETURN_UNDELIVERED: 'Отметить возврат может только держатель, канцелярия или руководитель подразделения держателя',
    ARCHIVE: 'Списать письмо в архив может только держатель, канцелярия или руководитель подразделения держателя',
    REPORT_LOST: 'Сообщить об утере может только держатель или руководитель его подразделения',
    FOUND: 'Отметить находку может любой сотрудник',
  },
};

type Speech = { office: Office; language: Language; timeZone?: string };

export const memberName = (office: Office, memberId: string | null | undefined, language: Language): string =>
  office.members.find(({ id }) => id === memberId)?.name.trim() ||
  (language === 'ru' ? 'сотрудник, которого больше нет' : 'someone who has left');

export const departmentName = (office: Office, departmentId: string | null | undefined, language: Language): string =>
  office.departments.find(({ id }) => id === departmentId)?.name.trim() ||
  (language === 'ru' ? 'подразделение, которого больше нет' : 'a department that is gone');

const addressee = (to: { memberId?: string | null; departmentId?: string | null }, { office, language }: Speech): string =>
  to.departmentId ? departmentName(office, to.departmentId, language) : memberName(office, to.memberId, language);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: to make one takes longer than all the rest of deciding a row. */
const formatOf = (language: Language, timeZone: string): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
      day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone,
    });
  formats.set(key, format);
  return format;
};

export const moment = (iso: string | null | undefined, { language, timeZone = 'UTC' }: Omit<Speech, 'office'>): string =>
  iso ? formatOf(language, timeZone).format(new Date(iso)) : '—';

/** Why a row was refused, in plain words. */
export const refusalText = ({ code, params }: Refusal, speech: Speech): string => {
  const { office, language } = speech;
  const ru = language === 'ru';
  const whom = addressee(params, speech);
  const since = moment(params.since, speech);
  const status = params.status ? statusWord(params.status, language) : '';
  switch (code) {
    case 'LETTER_NOT_FOUND':
      return ru ? 'Такого письма нет: запись не связана с письмом или письмо удалено.' : 'There is no such letter: the row names none, or the letter was deleted.';
    case 'ACTION_MISSING':
      return ru ? 'Не указано действие.' : 'The row names no action.';
    case 'REGISTER_BY_PERSON':
      return ru ? 'Письмо регистрируется само, как только оно создано.' : 'A letter is registered by itself as soon as it is created.';
    case 'NOT_BY_PERSON':
      return ru ? 'Запись сделана ключом API: движение письма записывает только сотрудник.' : 'Written by an API key: only an employee moves a letter.';
    case 'NOT_OWN_ROW':
      return ru
        ? `Запись создана не тем, кто её записал последним (${memberName(office, params.memberId, language)}): автор подделан или запись изменил другой сотрудник.`
        : `The row’s author is not who last wrote it (${memberName(office, params.memberId, language)}): the author is forged, or someone else changed the row.`;
    case 'NOT_REGISTERED':
      return ru ? 'Письмо ещё не зарегистрировано.' : 'The letter is not registered yet.';
    case 'WAITS_FOR':
      return ru
        ? `Письмо передано и ждёт принятия: ${whom}, с ${since}. Сначала отзовите его.`
        : `The letter waits for ${whom} since ${since}; recall it first.`;
    case 'ACCEPTED_ALREADY':
      return ru
        ? `Письмо уже принято: ${memberName(office, params.memberId, language)}, ${since}.`
        : `The letter was accepted already by ${memberName(office, params.memberId, language)} on ${since}.`;
    case 'NOT_PENDING':
      return ru ? `Письмо никому не передано, оно ${status}.` : `The letter waits for nobody: it is ${status}.`;
    case 'WRONG_STATUS':
      return ru
        ? `Действие «${actionWord(params.action!, language)}» невозможно: письмо ${status}.`
        : `“${actionWord(params.action!, language)}” is not possible: the letter is ${status}.`;
    case 'OUTGOING_ONLY':
      return ru
        ? `Действие «${actionWord(params.action!, language)}» есть только у исходящих писем.`
        : `“${actionWord(params.action!, language)}” is for outgoing letters only.`;
    case 'NOT_ALLOWED':
      return `${WHO_MAY[language][params.action as Exclude<Action, 'REGISTER'>]}.`;
    case 'REASON_MISSING':
      return ru ? 'Не указана причина.' : 'The reason is missing.';
    case 'TARGET_MISSING':
      return ru ? 'Не указано, кому передать: выберите сотрудника или подразделение.' : 'It is not said to whom: choose a person or a department.';
    case 'TWO_TARGETS':
      return ru ? 'Указаны и сотрудник, и подразделение: выберите одно.' : 'Both a person and a department are given: choose one.';
    case 'TARGET_NOT_FOUND':
      return ru ? 'Того, кому передаётся письмо, в конторе нет.' : 'Whom the letter is handed to is not in the office.';
    case 'TARGET_IS_HOLDER':
      return ru
        ? `Письмо уже у того, кому передаётся: ${memberName(office, params.memberId, language)}.`
        : `${memberName(office, params.memberId, language)} holds the letter already.`;
    case 'DEPARTMENT_EMPTY':
      return ru
        ? `В подразделении «${departmentName(office, params.departmentId, language)}» нет ни сотрудников, ни руководителя.`
        : `${departmentName(office, params.departmentId, language)} has neither members nor a head.`;
  }
};

/** A row's name in lists: what, from whom, to whom. */
export const rowName = (row: HistoryRow, { office, language }: Omit<Speech, 'timeZone'>): string => {
  const word = row.action ? actionWord(row.action, language) : '—';
  const actor = row.actorId ? memberName(office, row.actorId, language) : 'API';
  const named = (memberId: string | null, departmentId: string | null) =>
    memberId ? memberName(office, memberId, language) : departmentId ? departmentName(office, departmentId, language) : null;
  const to = row.action === 'HAND_OVER' || row.action === 'REJECT' ? named(row.toMemberId, row.toDepartmentId) : null;
  return `${word}: ${actor}${to && to !== actor ? ` → ${to}` : ''}`;
};

export const letterName = ({ number, subject }: Pick<LetterState, 'number' | 'subject'>): string => {
  const named = oneLine(subject, 200);
  return [number, named && `«${named}»`].filter(Boolean).join(' ');
};

type HandOver = { letter: LetterState; reason: string | null; office: Office };

/** What to do, which letter, from whom, why; and, for a substitute, in whose place. */
export const reminderTitle = ({ letter, reason, office }: HandOver, recipientId: string): string => {
  const language = languageOfMember(office, recipientId);
  const from = memberName(office, letter.handedOverById, language);
  const instead =
    letter.pendingMemberId && letter.pendingMemberId !== recipientId ? memberName(office, letter.pendingMemberId, language) : null;
  const why = oneLine(reason, 300);
  return language === 'ru'
    ? `Примите письмо ${letterName(letter)}${instead ? ` за сотрудника ${instead}` : ''}, передал(а) ${from}${why ? `: ${why}` : ''}`
    : `Accept ${letterName(letter)}${instead ? ` for ${instead}` : ''}, from ${from}${why ? `: ${why}` : ''}`;
};

/** For the head: what stands still, with whom and since when. */
export const escalationTitle = ({ letter, office, timeZone }: Omit<HandOver, 'reason'> & { timeZone: string }, recipientId: string): string => {
  const language = languageOfMember(office, recipientId);
  const whom = addressee({ memberId: letter.pendingMemberId, departmentId: letter.pendingDepartmentId }, { office, language });
  const from = memberName(office, letter.handedOverById, language);
  const since = moment(letter.handedOverAt, { language, timeZone });
  return language === 'ru'
    ? `Никто не принял письмо ${letterName(letter)}: ждёт ${whom} с ${since}, передал(а) ${from}`
    : `Nobody has accepted ${letterName(letter)}: it waits for ${whom} since ${since}, handed over by ${from}`;
};

/** The one task of a hand-over, in the words of its assignee. */
export const taskTitle = ({ letter, office }: Omit<HandOver, 'reason'>, assigneeId: string | null): string => {
  const language = languageOfMember(office, assigneeId);
  const whom = letter.pendingDepartmentId
    ? departmentName(office, letter.pendingDepartmentId, language)
    : memberName(office, letter.pendingMemberId, language);
  return language === 'ru' ? `Принять письмо ${letterName(letter)} (${whom})` : `Accept ${letterName(letter)} (${whom})`;
};

const FIELD_WORDS: Record<Language, Record<string, string>> = {
  en: {
    name: 'step', action: 'action', reason: 'reason', correspondenceId: 'letter', actorId: 'who', occurredAt: 'when',
    fromMemberId: 'from (person)', toMemberId: 'to (person)', fromDepartmentId: 'from (department)',
    toDepartmentId: 'to (department)', outcome: 'outcome', refusal: 'why refused', statusBefore: 'status before',
    statusAfter: 'status after', heldMinutes: 'minutes held', waitedMinutes: 'minutes waited',
  },
  ru: {
    name: 'шаг', action: 'действие', reason: 'причина', correspondenceId: 'письмо', actorId: 'кто', occurredAt: 'когда',
    fromMemberId: 'от кого', toMemberId: 'кому', fromDepartmentId: 'из подразделения', toDepartmentId: 'в подразделение',
    outcome: 'итог', refusal: 'почему отклонено', statusBefore: 'статус до', statusAfter: 'статус после',
    heldMinutes: 'минут у держателя', waitedMinutes: 'минут ожидания',
  },
};

const valueWord = (field: string, value: unknown, speech: Speech): string => {
  const { office, language } = speech;
  if (value === null || value === undefined || value === '') return '—';
  const text = String(value);
  if (field === 'actorId' || field.endsWith('MemberId')) return memberName(office, text, language);
  if (field.endsWith('DepartmentId')) return departmentName(office, text, language);
  if (field === 'occurredAt') return moment(text, speech);
  if (field === 'action') return ACTION_WORDS[language][value as Action] ?? text;
  if (field === 'statusBefore' || field === 'statusAfter') return STATUS_WORDS[language][value as Status] ?? text;
  return text;
};

const whoChanged = (memberId: string | null, { office, language }: Speech): string =>
  memberId ? memberName(office, memberId, language) : language === 'ru' ? 'ключ API' : 'an API key';

export const incidentName = (row: string, memberId: string | null, speech: Speech): string =>
  speech.language === 'ru'
    ? `Изменена применённая запись «${row}» (${whoChanged(memberId, speech)})`
    : `Applied row “${row}” was changed by ${whoChanged(memberId, speech)}`;

/** Who changed an applied row, when and what, for the head of department. */
export const incidentText = (
  incident: { changes: { field: string; applied: unknown; found: unknown }[]; memberId: string | null; changedAt: string },
  speech: Speech,
): string => {
  const ru = speech.language === 'ru';
  const changes = incident.changes.map(({ field, applied, found }) => {
    const [was, became] = [valueWord(field, applied, speech), valueWord(field, found, speech)];
    return `${FIELD_WORDS[speech.language][field] ?? field}: ${was} → ${became}`;
  });
  const when = moment(incident.changedAt, speech);
  const who = whoChanged(incident.memberId, speech);
  return ru
    ? `${when}, ${who}. Было изменено: ${changes.join('; ')}. Запись восстановлена.`
    : `${when}, ${who}. Changed: ${changes.join('; ')}. The row was put back.`;
};
