import { useMemo } from 'react';
import { msg, useTranslate, type MessageDescriptor } from 'twenty-sdk/front-component';
import { LETTER_ACTION, LETTER_STATUS, FLOW } from '../../custom-objects/vocabulary';
import type { Action, Flow, Office, Refusal, Status } from '../../workers/correspondence/protocol';
import { oneLine } from '../../workers/correspondence/lines';
import { departmentName, languageOf, memberName, refusalText } from '../../workers/correspondence/words';
import { problemText } from '../../workers/cases/problem-words';
import type { Problem } from '../../workers/cases/problems';
import type { ApiErrorKind } from './api';
import { moneyText } from './money';

/**
 * Everything a component says, in the viewer's language. The English text is the key; Russian is in `locales/ru-RU.json`, which
 * the SDK's build bakes into each bundle (and whoever else renders a component puts where the SDK looks for it).
 */

const COMMANDS: Record<Action, MessageDescriptor> = {
  REGISTER: msg('Register'),
  HAND_OVER: msg('Hand over'),
  ACCEPT: msg('Accept'),
  REJECT: msg('Reject'),
  RECALL: msg('Recall'),
  COMPLETE: msg('Complete'),
  SEND: msg('Send'),
  DELIVER: msg('Mark as delivered'),
  RETURN_UNDELIVERED: msg('Returned undelivered'),
  ARCHIVE: msg('Archive'),
  REPORT_LOST: msg('Report lost'),
  FOUND: msg('It was found'),
};

const ERRORS: Record<ApiErrorKind, MessageDescriptor> = {
  network: msg('The server cannot be reached. Check the connection and try again.'),
  permission: msg('Your role does not allow this. Ask the administrator for the right.'),
  rate: msg('The server is busy: too many requests. Try again in a minute.'),
  session: msg('Your session has ended. Reload the page and sign in again.'),
  server: msg('The server refused this:'),
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Words = ReturnType<typeof wordsIn>;
type Translate = ReturnType<typeof useTranslate>['t'];
type Option = { value: string; label: string; color: string };

const wordsIn = (locale: string, t: Translate) => {
  const language = languageOf(locale);
  // English of no country: the day before the month, the clock of 24 hours.
  const tag = language === 'ru' ? 'ru-RU' : 'en-GB';
  const unit = (value: number, of: 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: of, unitDisplay: of === 'day' ? 'long' : 'short' }).format(value);
  const format = (iso: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options).format(new Date(iso));
  const option = (options: Option[], value: string | null) => {
    const found = options.find((entry) => entry.value === value);
    return found ? { label: t(found.label), colour: found.color } : null;
  };

  return {
    t,
    tag,
    option,
    choices: (options: Option[]) => options.map(({ value, label }) => ({ value, label: t(label) })),
    problem: (problem: Problem) => problemText(problem, language),
    money: (micros: number, currency: string) => moneyText(micros, currency, tag),
    command: (action: Action) => t(COMMANDS[action]),
    /** A letter's subject as one line, however long and in whatever direction somebody wrote it. */
    subject: (subject: string | null) => oneLine(subject, 300) || t('No subject'),
    action: (action: Action | null) => option(LETTER_ACTION, action) ?? { label: '—', colour: 'gray' },
    status: (status: Status | null) => option(LETTER_STATUS, status) ?? { label: t('Being registered'), colour: 'gray' },
    flow: (flow: Flow | null) => option(FLOW, flow ?? 'INCOMING')!,
    member: (office: Office, id: string | null | undefined) => memberName(office, id, language),
    department: (office: Office, id: string | null | undefined) => departmentName(office, id, language),
    refusal: (refusal: Refusal, office: Office) =>
      refusalText(refusal, { office, language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    error: (error: unknown): string => {
      const { kind, message } = error as { kind?: ApiErrorKind; message?: string };
      if (kind === undefined) return `${t('Something went wrong:')} ${message ?? String(error)}`;
      return kind === 'server' ? `${t(ERRORS.server)} ${message}` : t(ERRORS[kind]);
    },
    /** A moment, with the year only where it is not this one. */
    moment: (iso: string, now = new Date()) =>
      format(iso, {
        day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
        ...(new Date(iso).getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
      }),
    day: (iso: string) => format(iso, { day: 'numeric', month: 'short' }),
    /** A day of the calendar, `YYYY-MM-DD`, which is the same day everywhere. */
    date: (day: string) => format(day, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    time: (iso: string) => format(iso, { hour: '2-digit', minute: '2-digit' }),
    /** How long, in the one or two units a person would say. */
    span: (milliseconds: number): string => {
      const ms = Math.max(0, milliseconds);
      if (ms < MINUTE) return t('less than a minute');
      if (ms < HOUR) return unit(Math.floor(ms / MINUTE), 'minute');
      if (ms < DAY) {
        const minutes = Math.floor((ms % HOUR) / MINUTE);
        return [unit(Math.floor(ms / HOUR), 'hour'), minutes > 0 && ms < 6 * HOUR ? unit(minutes, 'minute') : ''].join(' ').trim();
      }
      const hours = Math.floor((ms % DAY) / HOUR);
      return [unit(Math.floor(ms / DAY), 'day'), hours > 0 && ms < 3 * DAY ? unit(hours, 'hour') : ''].join(' ').trim();
    },
  };
};

export const useWords = (): Words => {
  const { locale, t } = useTranslate();
  return useMemo(() => wordsIn(locale, t), [locale, t]);
};
