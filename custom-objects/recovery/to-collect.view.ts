import { defineView } from 'twenty-sdk/define';
import { isAtLeast, isEmpty, table } from '../views';

export default defineView(
  table('recovery', 'toCollect', 'To collect', {
    icon: 'IconCashBanknote',
    position: 1,
    columns: [['name', 260], ['legalCase', 220], ['kind', 180], 'awarded', 'collected', ['payer', 180], ['courtDecision', 220]],
    filters: [isAtLeast('awarded', 0.01), isEmpty('collectedAt')],
  }),
);
