import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'correspondenceIncident',
    'correspondence',
    [['name', 280], 'member', ['detectedAt', 170], ['description', 360]],
    newestFirst('detectedAt'),
  ),
);
