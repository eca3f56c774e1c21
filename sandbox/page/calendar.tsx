import { addMonths, eachDayOfInterval, endOfMonth, endOfWeek, format, isSameMonth, isToday, startOfMonth, startOfWeek } from 'date-fns';
import { useState } from 'react';
import { Card } from './card';
import { Button, Problem } from './parts';
import { allOf, useRecords, type Column, type Filter } from './records';
import type { Field, ObjectType } from './workspace';
import { useFormats, useWords } from './words';

const MONDAY = { weekStartsOn: 1 } as const;

/** A month of records, each on the day that the view's date gives; as in Twenty 2.21, whatever layout the view asks for. */
export const Calendar = ({ object, columns, filter, by }: { object: ObjectType; columns: Column[]; filter: Filter; by: Field }) => {
  const words = useWords();
  const formats = useFormats();
  const [month, setMonth] = useState(() => startOfMonth(new Date()));
  const days = eachDayOfInterval({ start: startOfWeek(month, MONDAY), end: endOfWeek(endOfMonth(month), MONDAY) });
  const edge = (day: Date) => (by.type === 'DATE' ? format(day, 'yyyy-MM-dd') : day.toISOString());
  const shown = allOf(filter, { [by.name]: { gte: edge(days[0]!) } }, { [by.name]: { lte: edge(endOfWeek(days.at(-1)!, MONDAY)) } });
  const { rows, error, refetch } = useRecords(object, [by, ...columns.map(({ field }) => field)], { filter: shown, sorts: [{ field: by.name, direction: 'ASC' }], first: 500 });
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  const dayOf = (value: unknown) => (by.type === 'DATE' ? String(value) : format(new Date(String(value)), 'yyyy-MM-dd'));
  return (
    <div className="calendar">
      <header>
        <h2 className="grow">{formats.month(month.toISOString())}</h2>
        <Button quiet icon="IconChevronLeft" label={words('monthBefore')} onClick={() => setMonth(addMonths(month, -1))} />
        <Button quiet onClick={() => setMonth(startOfMonth(new Date()))}>{words('thisMonth')}</Button>
        <Button quiet icon="IconChevronRight" label={words('monthAfter')} onClick={() => setMonth(addMonths(month, 1))} />
      </header>
      {days.slice(0, 7).map((day) => <span key={day.getDay()} className="faint">{formats.weekday(day)}</span>)}
      {days.map((day) => (
        <section key={day.getTime()} aria-label={formats.day(day)} className={isSameMonth(day, month) ? '' : 'other'}>
          <time className={isToday(day) ? 'today' : ''}>{day.getDate()}</time>
          {rows.filter((row) => dayOf(row[by.name]) === format(day, 'yyyy-MM-dd')).map((row) => (
            <Card key={row.id} object={object} columns={columns} row={row} />
          ))}
        </section>
      ))}
    </div>
  );
};
