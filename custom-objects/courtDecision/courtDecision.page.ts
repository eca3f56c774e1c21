import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(recordPage('courtDecision', 'Court decision', [{ title: 'Recoveries', icon: 'IconCoins', lists: ['recoveries'] }]));
