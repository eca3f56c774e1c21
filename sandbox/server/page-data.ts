import type { Field, ObjectType } from './model';
import { DEMO_PEOPLE } from './people';
import { translateKeys, translator } from './translate';
import type { Workspace } from './workspace';

/** What the sandbox's own page needs of the app, in one answer; Twenty's page asks for the same by a dozen metadata queries. */

const fieldData = ({ id, name, label, description, icon, type, isSystem, isNullable, isUnique, isUIEditable, options, settings, relation }: Field) => ({
  universalIdentifier: id,
  name,
  label,
  description,
  icon,
  type,
  isSystem,
  isNullable,
  isUnique,
  isUIEditable,
  options,
  universalSettings: { ...settings, ...(relation ? { relationType: relation.kind, joinColumnName: relation.joinColumn } : {}) },
  ...(relation
    ? {
        relationTargetObjectMetadataUniversalIdentifier: relation.target.id,
        relationTargetFieldMetadataUniversalIdentifier: relation.inverse.id,
      }
    : {}),
});

const objectData = ({ id, labelField, fields, joinColumns: _, uniques: __, ...object }: ObjectType) => ({
  ...object,
  universalIdentifier: id,
  labelIdentifierFieldMetadataUniversalIdentifier: labelField.id,
  fields: [...fields.values()].map(fieldData),
});

export const manifestData = ({ model }: Workspace, locale: string) => {
  const translate = translator(locale);
  const { views, navigationMenuItems, pageLayouts, commandMenuItems, frontComponents } = model.manifest;
  return {
    objects: translateKeys(model.objects.map(objectData), ['label', 'labelSingular', 'labelPlural', 'description'], translate),
    views: translateKeys(views, ['name'], translate),
    navigationMenuItems: translateKeys(navigationMenuItems, ['name'], translate),
    pageLayouts: translateKeys(pageLayouts, ['name', 'title'], translate),
    commandMenuItems: translateKeys(commandMenuItems, ['label', 'shortLabel'], translate),
    frontComponents: translateKeys(
      frontComponents.map(({ component: _, ...rest }) => rest),
      ['name', 'description'],
      translate,
    ),
  };
};

export const peopleData = (locale: string) => {
  const translate = translator(locale);
  return DEMO_PEOPLE.map(({ email, firstName, lastName, roleLabel }) => ({ email, firstName, lastName, role: translate(roleLabel) }));
};
