import { PageLayoutTabLayoutMode, type AggregateOperations, type definePageLayout, type ObjectRecordGroupByDateGranularity } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

/** A graph of Twenty's own in short. Twenty names what it groups by differently for bars and for pies. */

type Tab = NonNullable<Parameters<typeof definePageLayout>[0]['tabs']>[number];
type Widget = NonNullable<Tab['widgets']>[number];

type Grouping = { order: string; part?: string; granularity?: ObjectRecordGroupByDateGranularity };
type Looks =
  | { configurationType: 'AGGREGATE_CHART' }
  | { configurationType: 'PIE_CHART'; showCenterMetric: boolean; displayLegend: boolean }
  | { configurationType: 'BAR_CHART'; layout: 'VERTICAL' | 'HORIZONTAL'; groupMode?: 'GROUPED'; color?: string; displayDataLabel?: boolean };

type Graph = {
  of: [object: string, operation: AggregateOperations, field: string];
  by?: [field: string, grouping: Grouping];
  /** A field whose values are bars side by side. */
  apart?: string;
  as: Looks;
};

const axis = (object: string, [field, { order, part, granularity }]: [string, Grouping], isPie: boolean): object => {
  const names = isPie
    ? { field: 'groupByFieldMetadataUniversalIdentifier', part: 'groupBySubFieldName', granularity: 'dateGranularity', order: 'orderBy' }
    : {
        field: 'primaryAxisGroupByFieldMetadataUniversalIdentifier',
        part: 'primaryAxisGroupBySubFieldName',
        granularity: 'primaryAxisDateGranularity',
        order: 'primaryAxisOrderBy',
      };
  return {
    [names.field]: identifier(`${object}.${field}`),
    [names.order]: order,
    ...(part ? { [names.part]: part } : {}),
    ...(granularity ? { [names.granularity]: granularity } : {}),
  };
};

/** @param place on a grid of twelve columns */
export const graph = (
  name: string,
  title: string,
  [row, column, rowSpan, columnSpan]: [number, number, number, number],
  { of: [object, aggregateOperation, field], by, apart, as }: Graph,
): Widget => {
  const place = { row, column, rowSpan, columnSpan };
  const widget = {
    universalIdentifier: identifier(`page.dashboard.${name}`),
    title,
    type: 'GRAPH' as const,
    objectUniversalIdentifier: identifier(object),
    // The one is for Twenty 2.21, the other for newer servers.
    gridPosition: place,
    position: { layoutMode: PageLayoutTabLayoutMode.GRID, ...place },
    configuration: {
      aggregateFieldMetadataUniversalIdentifier: identifier(`${object}.${field}`),
      aggregateOperation,
      ...(by ? axis(object, by, as.configurationType === 'PIE_CHART') : {}),
      ...(apart ? { secondaryAxisGroupByFieldMetadataUniversalIdentifier: identifier(`${object}.${apart}`), secondaryAxisOrderBy: 'FIELD_ASC', displayLegend: true } : {}),
      ...as,
    },
  };
  return widget as Widget;
};
