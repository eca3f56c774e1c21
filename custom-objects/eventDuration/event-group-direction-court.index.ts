import { defineIndex } from 'twenty-sdk/define';
import { uniqueIndex } from '../indexes';

export default defineIndex(uniqueIndex('eventDuration', 'eventGroup', 'direction', 'court'));
