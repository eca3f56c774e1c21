/** A calendar as programs read it (iCalendar, RFC 5545). */
import { TZDate } from '@date-fns/tz';
import ical, { escape, ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { tzlib_get_ical_block as timeZoneBlock } from 'timezones-ical-library';
import { daysLater } from '../cases/calendar';
import type { Entry } from './entries';

const REFRESH_SECONDS = 900;

/** The description of a time zone that goes with the calendar, and the name by which its entries know it. */
const describedZone = (timeZone: string): { name: string; block: string } | null => {
  const [block, name] = [timeZoneBlock(timeZone)].flat();
  return block?.startsWith('BEGIN:VTIMEZONE') && name ? { name: name.replace(/^TZID=/, ''), block } : null;
};

export const calendarText = (input: { name: string; entries: Entry[]; timeZone: string }): string => {
  const { name, entries, timeZone } = input;
  const zone = describedZone(timeZone);
  const calendar = ical({ name: escape(name, false), prodId: { company: 'Legal Desk', product: 'Calendar' }, method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_SECONDS });
  // Without a name: a calendar that has one tells the times of changes by it too, which are to be told by Greenwich.
  if (zone) calendar.timezone({ name: null, generator: () => zone.block });
  // A zone that is not described may not be named: then all moments are told by Greenwich.
  const local = (moment: string): Date => (zone ? new TZDate(Date.parse(moment), zone.name) : new Date(moment));
  for (const { uid, changedAt, time, summary, location, description, url, alarmsBeforeMs } of entries) {
    const isDay = 'day' in time;
    calendar.createEvent({
      id: uid,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      ...(isDay
        ? { allDay: true, start: new Date(`${time.day}T00:00:00Z`), end: new Date(`${daysLater(time.day, 1)}T00:00:00Z`) }
        : { start: local(time.startsAt), end: local(time.endsAt), timezone: zone?.name ?? null }),
      summary,
      location,
      description,
      url,
      // A term takes nobody's time; a hearing does.
      transparency: isDay ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: isDay ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      alarms: alarmsBeforeMs.map((before) => ({ type: ICalAlarmType.display, triggerBefore: before / 1_000, description: summary })),
    });
  }
  return calendar.toString();
};
