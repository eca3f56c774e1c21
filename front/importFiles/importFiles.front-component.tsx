import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ImportFiles } from './ImportFiles';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.importFiles'),
  name: 'Import files',
  description: 'Files of another system: what their columns are taken for, what becomes of each line, and the import itself',
  component: ImportFiles,
});
