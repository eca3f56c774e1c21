import type { Field, ObjectType } from './model';
import { DEPARTMENTS } from '../../demo/staff';
import { DEMO_PEOPLE } from './people';
import { translateKeys, translator, type Translate } from './translate';
import type { Workspace } from './workspace';

/** What the sandbox's own page needs of the app, in one answer; Twenty's page asks for the same by a dozen metadata queries. */

const fieldData = (field: Field, translate: Translate) => {
  const { id, name, icon, type, isSystem, isNullable, isUnique, isUIEditable, settings, relation } = field;
  return {
    universalIdentifier: id,
    name,
    label: translate(field.label, field.russianLabel),
    description: field.description && translate(field.description),
    icon,
    type,
    isSystem,
    isNullable,
    isUnique,
    isUIEditable,
    options: translateKeys(field.options, ['label'], translate),
    universalSettings: { ...settings, ...(relation ? { relationType: relation.kind, joinColumnName: relation.joinColumn } : {}) },
    ...(relation
      ? {
          relationTargetObjectMetadataUniversalIdentifier: relation.target.id,
          relationTargetFieldMetadataUniversalIdentifier: relation.inverse.id,
        }
      : {}),
  };
};

const objectData = (object: ObjectType, translate: Translate) => {
  const { id, nameSingular, namePlural, labelSingular, labelPlural, russianLabels, description, icon, isCustom, isSystem, isSearchable } = object;
  return {
    universalIdentifier: id,
    nameSingular,
    namePlural,
    labelSingular: translate(labelSingular, russianLabels?.singular),
    labelPlural: translate(labelPlural, russianLabels?.plural),
    description: description && translate(description),
    icon,
    isCustom,
    isSystem,
    isSearchable,
    labelIdentifierFieldMetadataUniversalIdentifier: object.labelField.id,
    fields: [...object.fields.values()].map((field) => fieldData(field, translate)),
  };
};

export const manifestData = ({ model }: Workspace, locale: string) => {
  const translate = translator(locale);
  const { views, navigationMenuItems, pageLayouts, pageLayoutTabs, fields, viewFields, commandMenuItems, frontComponents } = model.manifest;
  return {
    objects: model.objects.map((object) => objectData(object, translate)),
    views: translateKeys(views, ['name'], translate),
    navigationMenuItems: translateKeys(navigationMenuItems, ['name'], translate),
    pageLayouts: translateKeys(pageLayouts, ['name', 'title'], translate),
    pageLayoutTabs: translateKeys(pageLayoutTabs, ['title'], translate),
    hiddenFields: fields.map(({ universalIdentifier }) => universalIdentifier).filter((id) => !viewFields.some(({ fieldMetadataUniversalIdentifier }) => fieldMetadataUniversalIdentifier === id)),
    commandMenuItems: translateKeys(commandMenuItems, ['label', 'shortLabel'], translate),
    frontComponents: translateKeys(
      frontComponents.map(({ component: _, ...rest }) => rest),
      ['name', 'description'],
      translate,
    ),
  };
};

/** The demo people by department, in the reader's language. */
export const peopleData = (locale: string) => {
  const translate = translator(locale);
  const language = locale.startsWith('ru') ? 'ru' : 'en';
  return Object.entries(DEPARTMENTS).map(([key, names]) => ({
    department: names[language],
    people: DEMO_PEOPLE.filter(({ department }) => department === key).map(({ email, firstName, lastName, roleLabel }) => ({
      email, firstName, lastName, role: translate(roleLabel),
    })),
  }));
};
