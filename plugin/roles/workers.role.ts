import { defineRole } from 'twenty-sdk/define';
import { workersRole } from './permissions';

export default defineRole(workersRole);
