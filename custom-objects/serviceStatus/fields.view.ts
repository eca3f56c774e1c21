import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(recordFields('serviceStatus', { 'Service status': ['name', 'state', 'since', 'checkedAt', 'lastError', 'figures'] }));
