import { definePageLayoutTab } from 'twenty-sdk/define';
import { tabOn } from '../views';

export default definePageLayoutTab(tabOn('person', 'Cases', 'IconBriefcase', ['legalCases', 'opposedLegalCases', 'clientAssignments', 'correspondences']));
