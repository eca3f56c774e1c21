import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(recordFields('officeDay', { 'Special day': ['name', 'day', 'isWorking', 'opensAt', 'closesAt'] }));
