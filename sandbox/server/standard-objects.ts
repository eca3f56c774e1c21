/**
 * What our app uses of Twenty's own objects, as Twenty 2.21 has them; identifiers come from the SDK. System fields that every object
 * has (see `model.ts`) are not repeated here.
 */
export type StandardField = {
  name: string;
  type: string;
  label: [english: string, russian: string];
  icon: string;
  isNullable?: false;
  isUnique?: true;
  isSystem?: true;
  isReadOnly?: true;
  defaultValue?: unknown;
  options?: { value: string; label: string; color: string }[];
  settings?: Record<string, unknown>;
  /** `person.company`: the other side of the relation. */
  relation?: { to: string; kind: 'MANY_TO_ONE' | 'ONE_TO_MANY'; onDelete?: 'CASCADE' | 'SET_NULL' };
};

export type StandardObject = {
  nameSingular: string;
  namePlural: string;
  labelSingular: [english: string, russian: string];
  labelPlural: [english: string, russian: string];
  icon: string;
  labelField: string;
  isSystem: boolean;
  fields: StandardField[];
};

type Label = StandardField['label'];
type Rest = Partial<StandardField>;

const field =
  (type: string) =>
  (name: string, label: Label, icon: string, rest: Rest = {}): StandardField => ({ name, type, label, icon, ...rest });

const text = field('TEXT');
const dateTime = field('DATE_TIME');
const files = field('FILES');

const select = (name: string, label: Label, icon: string, defaultValue: string, values: [string, string, string][], rest: Rest = {}) =>
  field('SELECT')(name, label, icon, {
    defaultValue: `'${defaultValue}'`,
    options: values.map(([value, optionLabel, color]) => ({ value, label: optionLabel, color })),
    ...rest,
  });

const many = (name: string, label: Label, icon: string, to: string): StandardField => ({
  ...field('RELATION')(name, label, icon),
  relation: { to, kind: 'ONE_TO_MANY' },
});

const one = (name: string, label: Label, icon: string, to: string, onDelete: 'CASCADE' | 'SET_NULL' = 'SET_NULL'): StandardField => ({
  ...field('RELATION')(name, label, icon),
  relation: { to, kind: 'MANY_TO_ONE', onDelete },
});

const target = (name: string, label: Label, to: string): StandardField => ({
  ...one(name, label, 'IconArrowUpRight', to, 'CASCADE'),
  type: 'MORPH_RELATION',
});

const attachable = (object: string): StandardField[] => {
  const side = `target${object[0]!.toUpperCase()}${object.slice(1)}`;
  return [
    many('attachments', ['Attachments', 'Файлы'], 'IconFileImport', `attachment.${side}`),
    many('timelineActivities', ['Timeline Activities', 'События'], 'IconTimelineEvent', `timelineActivity.${side}`),
  ];
};

const annotatable = (object: string): StandardField[] => {
  const side = `target${object[0]!.toUpperCase()}${object.slice(1)}`;
  return [
    ...attachable(object),
    many('taskTargets', ['Tasks', 'Задачи'], 'IconCheckbox', `taskTarget.${side}`),
    many('noteTargets', ['Notes', 'Заметки'], 'IconNotes', `noteTarget.${side}`),
  ];
};

const PERSON: Label = ['Person', 'Человек'];
const COMPANY: Label = ['Company', 'Компания'];
const TASK: Label = ['Task', 'Задача'];
const NOTE: Label = ['Note', 'Заметка'];
const TITLE: Label = ['Title', 'Название'];

export const STANDARD_OBJECTS: StandardObject[] = [
  {
    nameSingular: 'person',
    namePlural: 'people',
    labelSingular: PERSON,
    labelPlural: ['People', 'Люди'],
    icon: 'IconUser',
    labelField: 'name',
    isSystem: false,
    fields: [
      field('FULL_NAME')('name', ['Name', 'Имя'], 'IconUser'),
      field('EMAILS')('emails', ['Emails', 'Почта'], 'IconMail', { isUnique: true, settings: { maxNumberOfValues: 1 } }),
      field('LINKS')('linkedinLink', ['Linkedin', 'Linkedin'], 'IconBrandLinkedin'),
      text('jobTitle', ['Job Title', 'Должность'], 'IconBriefcase'),
      field('PHONES')('phones', ['Phones', 'Телефоны'], 'IconPhone', { settings: { maxNumberOfValues: 1 } }),
      text('avatarUrl', ['Avatar', 'Портрет'], 'IconFileUpload', { isSystem: true }),
      files('avatarFile', ['Avatar File', 'Файл портрета'], 'IconFileUpload', { isSystem: true, settings: { maxNumberOfValues: 1 } }),
      one('company', COMPANY, 'IconBuildingSkyscraper', 'company.people'),
      ...annotatable('person'),
    ],
  },
  {
    nameSingular: 'company',
    namePlural: 'companies',
    labelSingular: COMPANY,
    labelPlural: ['Companies', 'Компании'],
    icon: 'IconBuildingSkyscraper',
    labelField: 'name',
    isSystem: false,
    fields: [
      text('name', ['Name', 'Название'], 'IconBuildingSkyscraper'),
      field('LINKS')('domainName', ['Domain Name', 'Сайт'], 'IconLink', { isUnique: true, settings: { maxNumberOfValues: 1 } }),
      field('ADDRESS')('address', ['Address', 'Адрес'], 'IconMap'),
      field('LINKS')('linkedinLink', ['Linkedin', 'Linkedin'], 'IconBrandLinkedin'),
      field('CURRENCY')('annualRevenue', ['Annual Revenue', 'Годовая выручка'], 'IconMoneybag'),
      many('people', ['People', 'Люди'], 'IconUsers', 'person.company'),
      one('accountOwner', ['Account Owner', 'Ответственный'], 'IconUserCircle', 'workspaceMember.accountOwnerForCompanies'),
      ...annotatable('company'),
    ],
  },
  {
    nameSingular: 'workspaceMember',
    namePlural: 'workspaceMembers',
    labelSingular: ['Workspace Member', 'Сотрудник'],
    labelPlural: ['Workspace Members', 'Сотрудники'],
    icon: 'IconUserCircle',
    labelField: 'name',
    isSystem: true,
    fields: [
      field('FULL_NAME')('name', ['Name', 'Имя'], 'IconCircleUser', { isNullable: false }),
      text('colorScheme', ['Color Scheme', 'Оформление'], 'IconColorSwatch', { isNullable: false, isSystem: true, defaultValue: "'System'" }),
      text('locale', ['Language', 'Язык'], 'IconLanguage', { isNullable: false, isSystem: true, defaultValue: "'en'" }),
      text('avatarUrl', ['Avatar Url', 'Портрет'], 'IconFileUpload', { isSystem: true }),
      text('userEmail', ['User Email', 'Почта'], 'IconMail', { isUnique: true, isSystem: true }),
      text('jobTitle', ['Job Title', 'Должность'], 'IconBriefcase', { isSystem: true }),
      field('NUMBER')('calendarStartDay', ['Start of the week', 'Начало недели'], 'IconCalendar', {
        isNullable: false,
        isSystem: true,
        defaultValue: 7,
        settings: { dataType: 'int' },
      }),
      field('UUID')('userId', ['User Id', 'Пользователь'], 'IconCircleUsers', { isNullable: false, isSystem: true }),
      text('timeZone', ['Time zone', 'Часовой пояс'], 'IconTimezone', { isNullable: false, isSystem: true, defaultValue: "'system'" }),
      select('dateFormat', ['Date format', 'Вид даты'], 'IconCalendarEvent', 'SYSTEM', [
        ['SYSTEM', 'System', 'turquoise'],
        ['MONTH_FIRST', 'Month First', 'red'],
        ['DAY_FIRST', 'Day First', 'purple'],
        ['YEAR_FIRST', 'Year First', 'sky'],
      ]),
      select('timeFormat', ['Time format', 'Вид времени'], 'IconClock2', 'SYSTEM', [
        ['SYSTEM', 'System', 'sky'],
        ['HOUR_24', '24HRS', 'red'],
        ['HOUR_12', '12HRS', 'purple'],
      ]),
      many('accountOwnerForCompanies', ['Account Owner For Companies', 'Ведёт компании'], 'IconBriefcase', 'company.accountOwner'),
      many('assignedTasks', ['Assigned tasks', 'Задачи'], 'IconCheckbox', 'task.assignee'),
      many('timelineActivities', ['Events', 'События'], 'IconTimelineEvent', 'timelineActivity.workspaceMember'),
    ],
  },
  {
    nameSingular: 'task',
    namePlural: 'tasks',
    labelSingular: TASK,
    labelPlural: ['Tasks', 'Задачи'],
    icon: 'IconCheckbox',
    labelField: 'title',
    isSystem: false,
    fields: [
      text('title', TITLE, 'IconNotes'),
      field('RICH_TEXT')('bodyV2', ['Body', 'Текст'], 'IconFilePencil'),
      dateTime('dueAt', ['Due Date', 'Срок'], 'IconCalendarEvent'),
      select('status', ['Status', 'Состояние'], 'IconCheck', 'TODO', [
        ['TODO', 'To do', 'sky'],
        ['IN_PROGRESS', 'In progress', 'purple'],
        ['DONE', 'Done', 'green'],
      ]),
      one('assignee', ['Assignee', 'Исполнитель'], 'IconUserCircle', 'workspaceMember.assignedTasks'),
      many('taskTargets', ['Relations', 'Связи'], 'IconArrowUpRight', 'taskTarget.task'),
      ...attachable('task'),
    ],
  },
  {
    nameSingular: 'note',
    namePlural: 'notes',
    labelSingular: NOTE,
    labelPlural: ['Notes', 'Заметки'],
    icon: 'IconNotes',
    labelField: 'title',
    isSystem: false,
    fields: [
      text('title', TITLE, 'IconNotes'),
      field('RICH_TEXT')('bodyV2', ['Body', 'Текст'], 'IconFilePencil'),
      many('noteTargets', ['Relations', 'Связи'], 'IconArrowUpRight', 'noteTarget.note'),
      ...attachable('note'),
    ],
  },
  {
    nameSingular: 'taskTarget',
    namePlural: 'taskTargets',
    labelSingular: ['Task Target', 'Предмет задачи'],
    labelPlural: ['Task Targets', 'Предметы задач'],
    icon: 'IconCheckbox',
    labelField: 'id',
    isSystem: true,
    fields: [
      one('task', TASK, 'IconNotes', 'task.taskTargets', 'CASCADE'),
      target('targetPerson', PERSON, 'person.taskTargets'),
      target('targetCompany', COMPANY, 'company.taskTargets'),
    ],
  },
  {
    nameSingular: 'noteTarget',
    namePlural: 'noteTargets',
    labelSingular: ['Note Target', 'Предмет заметки'],
    labelPlural: ['Note Targets', 'Предметы заметок'],
    icon: 'IconCheckbox',
    labelField: 'id',
    isSystem: true,
    fields: [
      one('note', NOTE, 'IconNotes', 'note.noteTargets', 'CASCADE'),
      target('targetPerson', PERSON, 'person.noteTargets'),
      target('targetCompany', COMPANY, 'company.noteTargets'),
    ],
  },
  {
    nameSingular: 'attachment',
    namePlural: 'attachments',
    labelSingular: ['Attachment', 'Файл'],
    labelPlural: ['Attachments', 'Файлы'],
    icon: 'IconFileImport',
    labelField: 'name',
    isSystem: true,
    fields: [
      text('name', ['Name', 'Название'], 'IconFileUpload', { isReadOnly: true }),
      files('file', ['File', 'Файл'], 'IconFileUpload', { isReadOnly: true, settings: { maxNumberOfValues: 1 } }),
      text('fullPath', ['Full path', 'Путь'], 'IconLink', { isSystem: true }),
      select(
        'fileCategory',
        ['File category', 'Вид файла'],
        'IconList',
        'OTHER',
        [
          ['ARCHIVE', 'Archive', 'gray'],
          ['AUDIO', 'Audio', 'pink'],
          ['IMAGE', 'Image', 'yellow'],
          ['PRESENTATION', 'Presentation', 'orange'],
          ['SPREADSHEET', 'Spreadsheet', 'turquoise'],
          ['TEXT_DOCUMENT', 'Text Document', 'blue'],
          ['VIDEO', 'Video', 'purple'],
          ['OTHER', 'Other', 'gray'],
        ],
        { isNullable: false, isSystem: true },
      ),
      target('targetPerson', PERSON, 'person.attachments'),
      target('targetCompany', COMPANY, 'company.attachments'),
      target('targetTask', TASK, 'task.attachments'),
      target('targetNote', NOTE, 'note.attachments'),
    ],
  },
  {
    nameSingular: 'timelineActivity',
    namePlural: 'timelineActivities',
    labelSingular: ['Timeline Activity', 'Событие'],
    labelPlural: ['Timeline Activities', 'События'],
    icon: 'IconTimelineEvent',
    labelField: 'name',
    isSystem: true,
    fields: [
      dateTime('happensAt', ['Creation date', 'Время'], 'IconCalendar', { isNullable: false, defaultValue: 'now' }),
      text('name', ['Event name', 'Событие'], 'IconAbc'),
      field('RAW_JSON')('properties', ['Event details', 'Подробности'], 'IconListDetails'),
      text('linkedRecordCachedName', ['Linked Record cached name', 'Связанная запись'], 'IconAbc', { isSystem: true }),
      field('UUID')('linkedRecordId', ['Linked Record id', 'Номер связанной записи'], 'IconAbc', { isSystem: true }),
      field('UUID')('linkedObjectMetadataId', ['Linked Object Metadata Id', 'Вид связанной записи'], 'IconAbc', { isSystem: true }),
      one('workspaceMember', ['Workspace Member', 'Сотрудник'], 'IconCircleUser', 'workspaceMember.timelineActivities', 'CASCADE'),
      target('targetPerson', PERSON, 'person.timelineActivities'),
      target('targetCompany', COMPANY, 'company.timelineActivities'),
      target('targetTask', TASK, 'task.timelineActivities'),
      target('targetNote', NOTE, 'note.timelineActivities'),
    ],
  },
];
