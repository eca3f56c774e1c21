import { defineIndex } from 'twenty-sdk/define';
import { index } from '../indexes';

export default defineIndex(index('clientRegion', 'proposal'));
