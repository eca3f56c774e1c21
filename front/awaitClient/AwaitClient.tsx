import { EventState } from '../case/EventState';

export const AwaitClient = () => <EventState move="AWAIT" />;
