import { definePageLayoutTab } from 'twenty-sdk/define';
import { tabOn } from '../views';

export default definePageLayoutTab(
  tabOn('person', 'Regions and directions', 'IconMap', ['clientRegions', 'clientDirections', 'folderEntries', 'classificationProposals'], 16),
);
