import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(recordPage('recoveryKind', 'Recovery kind', [{ title: 'Recoveries', icon: 'IconCoins', lists: ['recoveries'] }]));
