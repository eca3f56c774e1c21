import { defineField } from 'twenty-sdk/define';
import { standardField } from '../relations';

export default defineField(standardField('company.clientRegions'));
