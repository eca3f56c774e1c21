import { useNavigate } from 'react-router';
import { Icon } from './parts';
import type { Column, Row } from './records';
import { isBlank, RecordChip, Value } from './values';
import type { ObjectType } from './workspace';

/** A record on a board or in a calendar: what it is called, and the view's other fields under it. */
export const Card = ({ object, columns, row }: { object: ObjectType; columns: Column[]; row: Row }) => {
  const navigate = useNavigate();
  return (
    <article className="card" onClick={() => void navigate(`/object/${object.nameSingular}/${row.id}`)}>
      <RecordChip object={object.nameSingular} row={row} />
      {columns.filter(({ field }) => field !== object.labelField && !isBlank(field, row[field.name])).map(({ field }) => (
        <span key={field.id} className="line"><Icon name={field.icon} size={14} /><Value field={field} value={row[field.name]} /></span>
      ))}
    </article>
  );
};
