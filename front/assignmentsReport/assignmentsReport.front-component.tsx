import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { AssignmentsReport } from './AssignmentsReport';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.assignmentsReport'),
  name: 'Fulfilment of client assignments',
  description: 'What clients asked for in a period, what of it is done, overdue, and in how many days, by responsible person, region or direction',
  component: AssignmentsReport,
});
