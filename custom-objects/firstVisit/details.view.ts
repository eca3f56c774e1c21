import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields(
    'firstVisit',
    {
      'Capacity and VTEK': ['workCapacityLossPercent', 'vtekConclusion', 'vtekDate', 'disabilityGroup', 'vtekNextReviewAt'],
      'Payments and costs': ['payments', 'paymentsPeriod', 'lostEarnings', 'treatmentCosts', 'careCosts', 'dependants'],
      Railway: ['railway', 'station', 'train'],
      'Military service': ['militaryUnit', 'rank', 'serviceFrom', 'serviceTo'],
      'Man-made disaster': ['disasterName'],
    },
    'details',
  ),
);
