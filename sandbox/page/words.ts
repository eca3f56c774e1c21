import { createContext, useContext } from 'react';

export type Locale = 'en' | 'ru-RU';
export const isRussian = (locale: string): boolean => locale.startsWith('ru');

/** Every word of the page itself, in English and in Russian. What the app declares is translated by the server. */
const WORDS = {
  about: ['About', 'О чём'],
  account: ['Account', 'Аккаунт'],
  add: ['Add', 'Добавить'],
  addFilter: ['Filter', 'Фильтр'],
  addNote: ['New note', 'Новая заметка'],
  addTask: ['New task', 'Новая задача'],
  added: ['Added {when}', 'Добавлено {when}'],
  after: ['is after', 'позже'],
  ahead: ['is ahead', 'впереди'],
  appearance: ['Theme', 'Тема'],
  ascending: ['Sort ascending', 'По возрастанию'],
  atLeast: ['at least', 'не меньше'],
  atMost: ['at most', 'не больше'],
  back: ['Back', 'Назад'],
  before: ['is before', 'раньше'],
  cancel: ['Cancel', 'Отмена'],
  close: ['Close', 'Закрыть'],
  city: ['City', 'Город'],
  commands: ['Commands', 'Команды'],
  componentFailed: ['This part of the page failed: {message}', 'Эта часть страницы не сработала: {message}'],
  contains: ['contains', 'содержит'],
  continue: ['Continue', 'Продолжить'],
  copied: ['Copied', 'Скопировано'],
  create: ['Create', 'Создать'],
  created: ['{label} created', '{label}: создано'],
  Dark: ['Dark', 'Тёмная'],
  delete: ['Delete', 'Удалить'],
  deleteQuestion: ['Delete {count} record(s)?', 'Удалить записей: {count}?'],
  deleteConsequence: ['They disappear from lists and relations.', 'Они исчезнут из списков и связей.'],
  deleted: ['Deleted: {count}', 'Удалено: {count}'],
  descending: ['Sort descending', 'По убыванию'],
  drawnByTwenty: ['{title}: a graph that Twenty draws', '{title}: график, который рисует Twenty'],
  email: ['Email', 'Эл. почта'],
  empty: ['is empty', 'пусто'],
  emptyValue: ['Empty', 'Пусто'],
  files: ['Files', 'Файлы'],
  firstName: ['First name', 'Имя'],
  general: ['General', 'Основное'],
  goTo: ['Go to {label}', 'Перейти: {label}'],
  is: ['is', 'равно'],
  isNot: ['is not', 'не равно'],
  language: ['Language', 'Язык'],
  Light: ['Light', 'Светлая'],
  lastName: ['Last name', 'Фамилия'],
  linkHint: ['Address on the web', 'Адрес в сети'],
  loadMore: ['Load more', 'Показать ещё'],
  loading: ['Loading…', 'Загрузка…'],
  messages: ['Messages', 'Сообщения'],
  monthAfter: ['Next month', 'Следующий месяц'],
  monthBefore: ['Previous month', 'Предыдущий месяц'],
  navigation: ['Navigation', 'Навигация'],
  newRecord: ['New {label}', 'Создать: {label}'],
  no: ['No', 'Нет'],
  noFiles: ['No files yet', 'Файлов пока нет'],
  noNotes: ['No notes yet', 'Заметок пока нет'],
  noRecord: ['This record does not exist or you may not see it', 'Такой записи нет или она вам не видна'],
  noRecords: ['No {label} yet', 'Здесь пока пусто: {label}'],
  noResults: ['Nothing matches', 'Ничего не найдено'],
  noTasks: ['No tasks yet', 'Задач пока нет'],
  noTimeline: ['Nothing has happened yet', 'Событий пока нет'],
  none: ['None', 'Нет'],
  notEmpty: ['is not empty', 'не пусто'],
  notFound: ['Not found', 'Не найдено'],
  notes: ['Notes', 'Заметки'],
  onRecord: ['On this record', 'С этой записью'],
  overview: ['Overview', 'Обзор'],
  pageMissing: ['There is no such page', 'Такой страницы нет'],
  past: ['is past', 'прошло'],
  password: ['Password', 'Пароль'],
  phone: ['Phone', 'Телефон'],
  postcode: ['Postcode', 'Индекс'],
  removeSort: ['Remove sort', 'Убрать сортировку'],
  removeFilter: ['Remove filter', 'Убрать фильтр'],
  retry: ['Try again', 'Повторить'],
  save: ['Save', 'Сохранить'],
  saving: ['Saving…', 'Сохраняем…'],
  search: ['Search', 'Поиск'],
  selectAll: ['Select all', 'Выбрать все'],
  selected: ['{count} selected', 'Выбрано: {count}'],
  showAll: ['Show all', 'Показать все'],
  signIn: ['Sign in', 'Войти'],
  signInAs: ['Or with one click, as', 'Или одним нажатием'],
  signOut: ['Sign out', 'Выйти'],
  signOff: ['A practice office: everything here may be tried and broken', 'Учебная контора: всё можно пробовать и ломать'],
  System: ['As the device', 'Как на устройстве'],
  street: ['Street and house', 'Улица и дом'],
  system: ['System', 'Служебное'],
  theSystem: ['The system', 'Система'],
  tasks: ['Tasks', 'Задачи'],
  text: ['Text', 'Текст'],
  thisMonth: ['This month', 'Этот месяц'],
  thisQuarter: ['This quarter', 'Этот квартал'],
  timeline: ['Timeline', 'Хронология'],
  timelineCreated: ['created this record', 'создал(а) запись'],
  timelineDeleted: ['deleted this record', 'удалил(а) запись'],
  timelineNote: ['added the note', 'добавил(а) заметку'],
  timelineTask: ['added the task', 'добавил(а) задачу'],
  timelineUpdated: ['changed', 'изменил(а)'],
  title: ['Title', 'Название'],
  today: ['is today', 'сегодня'],
  typeAnything: ['Type anything…', 'Введите что-нибудь…'],
  untitled: ['Untitled', 'Без названия'],
  welcome: ['Welcome to Legal Desk', 'Добро пожаловать в Legal Desk'],
  workspace: ['Workspace', 'Рабочее пространство'],
  wrong: ['It did not load: {message}', 'Не загрузилось: {message}'],
  yes: ['Yes', 'Да'],
  you: ['You', 'Вы'],
} as const satisfies Record<string, readonly [english: string, russian: string]>;

export type Word = keyof typeof WORDS;

export const LocaleContext = createContext<Locale>('en');

/** The language a visitor gets before signing in: the last one chosen here, else the browser's. */
export const visitorLocale = (): Locale => (isRussian(localStorage.getItem('sandbox.locale') ?? navigator.language) ? 'ru-RU' : 'en');

export const useWords = (): ((word: Word, values?: Record<string, string | number>) => string) => {
  const locale = useContext(LocaleContext);
  return (word, values = {}) => WORDS[word][isRussian(locale) ? 1 : 0].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
};

const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export const useFormats = () => {
  const locale = useContext(LocaleContext);
  return {
    date: (value: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value)),
    dateTime: (value: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)),
    month: (value: string): string => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(value)).replace(/^./, (letter) => letter.toUpperCase()),
    day: (value: Date): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(value),
    weekday: (value: Date): string => new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(value),
    number: (value: number): string => new Intl.NumberFormat(locale).format(value),
    money: (value: number, currency: string): string => new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 }).format(value),
    ago: (value: string): string => {
      const seconds = (new Date(value).getTime() - Date.now()) / 1000;
      const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS[5]!;
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
    },
  };
};
