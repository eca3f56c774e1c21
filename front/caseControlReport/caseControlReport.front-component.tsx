import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { CaseControlReport } from './CaseControlReport';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.caseControlReport'),
  name: 'Control of cases',
  description: 'Where each case stands: papers, requests, instance, movement, decisions, money; the forgotten first',
  component: CaseControlReport,
});
