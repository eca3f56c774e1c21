import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(recordFields('reportView', { 'Report view': ['name', 'report', 'owner', 'isLast'] }));
