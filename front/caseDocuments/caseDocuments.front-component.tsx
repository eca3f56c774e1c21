import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { CaseDocuments } from './CaseDocuments';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.caseDocuments'),
  name: 'Documents',
  description: 'The papers of a case: what is in and what is missing, by stage',
  component: CaseDocuments,
});
