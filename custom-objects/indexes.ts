import type { IndexConfig } from 'twenty-sdk/define';
import { identifier } from '../plugin/identifiers';

/**
 * Indexes in short, by field names. Twenty makes those of unique fields, but none of an app's relations: without ours a
 * case's page and the workers' bundles would read whole tables. An object may have ten, over fields that we declare ourselves.
 */

const indexOf = (object: string, fields: string[], isUnique: boolean): IndexConfig => {
  const path = `index.${object}.${fields.join('.')}`;
  return {
    universalIdentifier: identifier(path),
    objectUniversalIdentifier: identifier(object),
    isUnique,
    fields: fields.map((field) => ({
      universalIdentifier: identifier(`${path}.field.${field}`),
      fieldUniversalIdentifier: identifier(`${object}.${field}`),
    })),
  };
};

export const index = (object: string, ...fields: string[]): IndexConfig => indexOf(object, fields, false);

/** No two records share these fields' values together; a soft-deleted record still counts, and an unset value repeats freely. */
export const uniqueIndex = (object: string, ...fields: string[]): IndexConfig => indexOf(object, fields, true);
