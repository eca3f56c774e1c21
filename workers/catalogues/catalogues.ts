import type { Language } from '../correspondence/words';
import { catalogueId } from '../identifiers';
import { COURTS } from './courts';
import { DIRECTIONS } from './directions';
import { REQUIREMENTS } from './documents';
import { EVENT_KINDS } from './event-kinds';
import { RECOVERY_KINDS } from './recovery-kinds';
import { REGIONS } from './regions';

/** What the office begins with, as rows for Twenty. Pure: what is there already is looked at by `seed.ts`. */

export const CATALOGUES = ['region', 'legalDirection', 'recoveryKind', 'eventKind', 'court', 'documentRequirement'] as const;
export type Catalogue = (typeof CATALOGUES)[number];

/** Another catalogue's row, by its code. */
type Reference = { field: string; to: Catalogue; code: string };
export type CatalogueRow = {
  id: string;
  /** Null where the object has no codes. */
  code: string | null;
  references: Reference[];
  fields: Record<string, unknown>;
};

const topOf = (code: string): string => {
  const parent = DIRECTIONS.find((direction) => direction.code === code)?.parent;
  return parent ? topOf(parent) : code;
};

/** In the order in which they can be written: what is referred to comes first. */
export const catalogueRows = (language: Language): Record<Catalogue, CatalogueRow[]> => {
  const coded = (object: Catalogue, code: string, fields: Record<string, unknown>, references: Reference[] = []): CatalogueRow => ({
    id: catalogueId(object, code), code, references, fields: { code, ...fields },
  });
  const codeless = (object: Catalogue, key: string, fields: Record<string, unknown>, reference: Reference): CatalogueRow => ({
    id: catalogueId(object, key), code: null, references: [reference], fields,
  });
  return {
    region: REGIONS.map(({ code, name, federalDistrict }) => coded('region', code, { name: name[language], federalDistrict })),
    legalDirection: DIRECTIONS.map(({ code, parent, name, particulars }) =>
      coded('legalDirection', code, { name: name[language], particulars }, [
        ...(parent ? [{ field: 'parentId', to: 'legalDirection', code: parent } as const] : []),
        { field: 'rootId', to: 'legalDirection', code: topOf(code) },
      ]),
    ),
    recoveryKind: RECOVERY_KINDS.map(({ code, name, isPeriodic, legalBasis }) =>
      coded('recoveryKind', code, { name: name[language], isPeriodic, legalBasis: legalBasis[language] }),
    ),
    eventKind: EVENT_KINDS.map(({ code, name, eventGroup, normDays, legalBasis }) =>
      coded('eventKind', code, { name: name[language], eventGroup, normDays, legalBasis: legalBasis[language] }),
    ),
    court: COURTS.map(({ key, level, region, name, website, postalAddress }) =>
      codeless(
        'court',
        key,
        { name: name[language], level, postalAddress, website: { primaryLinkUrl: website, primaryLinkLabel: '', secondaryLinks: [] } },
        { field: 'regionId', to: 'region', code: region },
      ),
    ),
    documentRequirement: REQUIREMENTS.map(({ key, direction, name, stage, isMandatory }) =>
      codeless('documentRequirement', key, { name: name[language], stage, isMandatory }, { field: 'directionId', to: 'legalDirection', code: direction }),
    ),
  };
};
