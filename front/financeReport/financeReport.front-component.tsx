import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { FinanceReport } from './FinanceReport';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.financeReport'),
  name: 'Finance report',
  description: 'What became of what was claimed: awarded, collected, received',
  component: FinanceReport,
});
