import { defineIndex } from 'twenty-sdk/define';
import { uniqueIndex } from '../indexes';

export default defineIndex(uniqueIndex('courtDecisionTotal', 'month', 'rootDirection', 'region', 'recoveryKind', 'currencyCode'));
