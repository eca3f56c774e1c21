import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(recordPage('clientRegion', 'Region of a client'));
