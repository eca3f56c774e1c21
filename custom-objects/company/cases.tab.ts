import { definePageLayoutTab } from 'twenty-sdk/define';
import { tabOn } from '../views';

export default definePageLayoutTab(tabOn('company', 'Cases', 'IconBriefcase', ['opposedLegalCases', 'attorneyRequests', 'correspondences']));
