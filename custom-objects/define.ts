import { FieldType, NumberDataType, type DefinableEntity } from 'twenty-sdk/define';
import { identifier } from '../plugin/identifiers';
import { relationFieldsOf } from './relations';

/** Short ways to write an object's fields. `name` is the API's, `label` the English word; help text goes into `description`. */

type ObjectConfig = Extract<DefinableEntity, { nameSingular: string }>;
type ObjectField = ObjectConfig['fields'][number];
type Help = { description?: string; icon?: string };
type Option = { value: string; label: string; color: string };

const base = (object: string, type: FieldType, name: string, label: string, help: Help = {}) => ({
  universalIdentifier: identifier(`${object}.${name}`),
  type,
  name,
  label,
  icon: help.icon ?? ICONS[type] ?? 'IconAbc',
  ...(help.description ? { description: help.description } : {}),
});

const ICONS: Partial<Record<FieldType, string>> = {
  [FieldType.DATE]: 'IconCalendar',
  [FieldType.DATE_TIME]: 'IconCalendarClock',
  [FieldType.NUMBER]: 'IconNumbers',
  [FieldType.BOOLEAN]: 'IconToggleRight',
  [FieldType.SELECT]: 'IconTag',
  [FieldType.MULTI_SELECT]: 'IconTags',
  [FieldType.FILES]: 'IconPaperclip',
  [FieldType.RAW_JSON]: 'IconBraces',
  [FieldType.LINKS]: 'IconWorld',
  [FieldType.PHONES]: 'IconPhone',
  [FieldType.CURRENCY]: 'IconCoin',
};

/** The firm's own currency: what a new amount is in unless a person says otherwise. */
const CURRENCY_CODE = 'RUB';

const optionsOf = (object: string, name: string, options: Option[]) =>
  options.map((option, position) => ({ id: identifier(`${object}.${name}.${option.value}`), position, ...option }));

export const fieldsOf = (object: string) => {
  const plain =
    (type: FieldType) =>
    (name: string, label: string, help?: Help): ObjectField =>
      base(object, type, name, label, help) as ObjectField;

  return {
    text: plain(FieldType.TEXT),
    date: plain(FieldType.DATE),
    dateTime: plain(FieldType.DATE_TIME),
    json: plain(FieldType.RAW_JSON),
    links: plain(FieldType.LINKS),
    phones: plain(FieldType.PHONES),
    /** A text that no two records share. Twenty makes the unique index; unset values may repeat. */
    uniqueText: (name: string, label: string, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.TEXT, name, label, help), isUnique: true, isNullable: true, defaultValue: null }) as ObjectField,
    integer: (name: string, label: string, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.NUMBER, name, label, help), universalSettings: { dataType: NumberDataType.INT, decimals: 0 } }) as ObjectField,
    decimal: (name: string, label: string, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.NUMBER, name, label, help), universalSettings: { dataType: NumberDataType.FLOAT, decimals: 1 } }) as ObjectField,
    money: (name: string, label: string, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.CURRENCY, name, label, help), defaultValue: { amountMicros: null, currencyCode: `'${CURRENCY_CODE}'` } }) as ObjectField,
    /** What is wrong with the record, in plain words; empty when all is well. */
    problem: (): ObjectField =>
      base(object, FieldType.TEXT, 'problem', 'Problem', {
        icon: 'IconAlertTriangle',
        description: 'What is wrong with this record and how to mend it; found by the workers',
      }) as ObjectField,
    boolean: (name: string, label: string, defaultValue: boolean, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.BOOLEAN, name, label, help), defaultValue }) as ObjectField,
    files: (name: string, label: string, help?: Help): ObjectField =>
      ({ ...base(object, FieldType.FILES, name, label, help), universalSettings: { maxNumberOfValues: 20 } }) as ObjectField,
    select: (name: string, label: string, options: Option[], defaultValue: string | null = null, help?: Help): ObjectField =>
      ({
        ...base(object, FieldType.SELECT, name, label, help),
        defaultValue: defaultValue === null ? null : `'${defaultValue}'`,
        options: optionsOf(object, name, options),
      }) as ObjectField,
    multiSelect: (name: string, label: string, options: Option[], help?: Help): ObjectField =>
      ({ ...base(object, FieldType.MULTI_SELECT, name, label, help), options: optionsOf(object, name, options) }) as ObjectField,
  };
};

/**
 * An object of the model with all its fields: those given, and its side of every relation.
 *
 * @param labelField the field by which a person knows the record
 */
export const object = (config: {
  name: string;
  plural: string;
  label: string;
  labelPlural: string;
  icon: string;
  description: string;
  labelField: string;
  isSearchable?: boolean;
  fields: ObjectField[];
}): ObjectConfig => ({
  universalIdentifier: identifier(config.name),
  nameSingular: config.name,
  namePlural: config.plural,
  labelSingular: config.label,
  labelPlural: config.labelPlural,
  icon: config.icon,
  description: config.description,
  isSearchable: config.isSearchable ?? true,
  labelIdentifierFieldMetadataUniversalIdentifier: identifier(`${config.name}.${config.labelField}`),
  fields: [
    ...config.fields,
    ...relationFieldsOf(config.name).map(({ objectUniversalIdentifier: _, ...field }) => field as ObjectField),
  ],
});
