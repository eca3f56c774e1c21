import { AppPath, navigate } from 'twenty-sdk/front-component';
import { identifier } from '../../plugin/identifiers';
import { metadata } from './api';

const PAGES = 'query Pages { getPageLayouts(pageLayoutType: STANDALONE_PAGE) { id universalIdentifier } }';

/** Goes to a page of ours. Twenty gives pages ids of its own when the app is installed, so ours is asked for. */
export const goToPage = async (page: string): Promise<void> => {
  const { getPageLayouts } = await metadata<{ getPageLayouts: { id: string; universalIdentifier: string }[] }>(PAGES);
  const found = getPageLayouts.find(({ universalIdentifier }) => universalIdentifier === identifier(page));
  if (!found) throw new Error(page);
  await navigate(AppPath.PageLayoutPage, { pageLayoutId: found.id });
};
