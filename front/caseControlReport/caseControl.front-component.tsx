import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { CaseControl } from './CaseControl';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.caseControl'),
  name: 'Control of a case',
  description: 'What is missing in a case, what was asked and came back, where it is and what it brought',
  component: CaseControl,
});
