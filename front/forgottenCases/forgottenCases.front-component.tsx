import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ForgottenCases } from './ForgottenCases';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.forgottenCases'),
  name: 'Forgotten cases',
  description: 'Cases with no open event and nothing awaited, by how long nothing happened in them',
  component: ForgottenCases,
});
