import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('courtDecisionTotal', {
    For: ['name', 'month', 'rootDirection', 'region', 'recoveryKind', 'currencyCode'],
    Sums: ['decisions', 'distinctDecisions', 'claimed', 'awarded', 'collected'],
  }),
);
