import { EventState } from '../case/EventState';

export const ResumeEvent = () => <EventState move="RESUME" />;
