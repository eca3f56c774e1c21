import { defineViewField } from 'twenty-sdk/define';
import { shownOn } from '../views';

export default defineViewField(shownOn('company', 'inn', 2));
