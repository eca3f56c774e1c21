import { AggregateOperations, definePageLayout, ObjectRecordGroupByDateGranularity, PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { graph } from './graphs';

/**
 * Twenty's own graphs over the registers. A dashboard in Twenty is a record, which an app cannot bring along, and which refers to
 * its layout by an id of the server's; a page can be brought along, and draws the same graphs.
 */
export default definePageLayout({
  universalIdentifier: identifier('page.dashboard'),
  name: 'The practice at a glance',
  type: 'STANDALONE_PAGE',
  tabs: [
    {
      universalIdentifier: identifier('page.dashboard.tab'),
      title: 'The practice at a glance',
      icon: 'IconLayoutDashboard',
      position: 0,
      layoutMode: PageLayoutTabLayoutMode.GRID,
      widgets: [
        graph('forgotten', 'Forgotten cases', [0, 0, 2, 3], {
          of: ['caseControl', AggregateOperations.COUNT_TRUE, 'isForgotten'],
          as: { configurationType: 'AGGREGATE_CHART' },
        }),
        graph('unanswered', 'Requests unanswered', [0, 3, 2, 3], {
          of: ['caseControl', AggregateOperations.SUM, 'requestsOpen'],
          as: { configurationType: 'AGGREGATE_CHART' },
        }),
        graph('overdue', 'Requests overdue', [0, 6, 2, 3], {
          of: ['caseControl', AggregateOperations.SUM, 'requestsOverdue'],
          as: { configurationType: 'AGGREGATE_CHART' },
        }),
        graph('still', 'Longest without movement, days', [0, 9, 2, 3], {
          of: ['caseControl', AggregateOperations.MAX, 'daysWithoutMovement'],
          as: { configurationType: 'AGGREGATE_CHART' },
        }),
        // Each currency is a bar of its own: Twenty would add them up.
        graph('awardedByMonth', 'Awarded by month', [2, 0, 6, 7], {
          of: ['courtDecisionTotal', AggregateOperations.SUM, 'awarded'],
          by: ['month', { granularity: ObjectRecordGroupByDateGranularity.MONTH, order: 'FIELD_ASC' }],
          apart: 'currencyCode',
          as: { configurationType: 'BAR_CHART', layout: 'VERTICAL', groupMode: 'GROUPED', color: 'blue' },
        }),
        graph('awardedByDirection', 'Awarded by direction', [2, 7, 6, 5], {
          of: ['courtDecisionTotal', AggregateOperations.SUM, 'awarded'],
          by: ['rootDirection', { part: 'name', order: 'VALUE_DESC' }],
          apart: 'currencyCode',
          as: { configurationType: 'BAR_CHART', layout: 'HORIZONTAL', groupMode: 'GROUPED', color: 'purple' },
        }),
        graph('casesByStage', 'Cases by stage', [8, 0, 6, 5], {
          of: ['legalCase', AggregateOperations.COUNT, 'number'],
          by: ['stage', { order: 'FIELD_POSITION_ASC' }],
          as: { configurationType: 'BAR_CHART', layout: 'HORIZONTAL', displayDataLabel: true },
        }),
        // Of the events themselves: an average of the register's averages would count rare and frequent ones alike.
        graph('averageDays', 'Average days of an event', [8, 5, 6, 4], {
          of: ['caseEvent', AggregateOperations.AVG, 'actualDays'],
          by: ['eventGroup', { order: 'FIELD_POSITION_ASC' }],
          as: { configurationType: 'BAR_CHART', layout: 'VERTICAL', displayDataLabel: true },
        }),
        graph('completedEvents', 'Completed events', [8, 9, 6, 3], {
          of: ['eventDuration', AggregateOperations.SUM, 'completedCount'],
          by: ['eventGroup', { order: 'FIELD_POSITION_ASC' }],
          as: { configurationType: 'PIE_CHART', showCenterMetric: true, displayLegend: true },
        }),
      ],
    },
  ],
});
