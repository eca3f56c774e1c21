import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ArchiveCase } from './ArchiveCase';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.archiveCase'),
  name: 'Archive the case',
  description: 'Shows what is still open in a case, and archives it',
  component: ArchiveCase,
});
