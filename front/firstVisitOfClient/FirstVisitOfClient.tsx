import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { FirstVisit } from '../firstVisit/FirstVisit';

/** The first visit of the person from whose page it is called. */
export const FirstVisitOfClient = () => {
  const ids = useSelectedRecordIds();
  return <FirstVisit clientId={ids.length === 1 ? ids[0]! : null} />;
};
