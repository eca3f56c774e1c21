import { EventState } from '../case/EventState';

export const CompleteEvent = () => <EventState move="COMPLETE" />;
