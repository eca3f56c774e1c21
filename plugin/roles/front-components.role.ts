import { defineApplicationRole } from 'twenty-sdk/define';
import { frontComponentsRole } from './permissions';

export default defineApplicationRole(frontComponentsRole);
