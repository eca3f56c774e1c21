import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ViewConfig } from 'twenty-sdk/define';
import { Calendar } from './calendar';
import { Card } from './card';
import { Blank, Button, Icon, PickList, Popover, Problem, Skeleton, Tag } from './parts';
import { allOf, isSortable, needsValue, OPERANDS, searchFilter, useConditionsFilter, useRecords, useView, type Column, type Condition, type Filter, type Sort } from './records';
import { Missing, Page } from './shell';
import { useDesk } from './desk';
import { Editor, labelOf, optionChoices, RecordChip, RecordPicker, Value } from './values';
import { useViews, useWorkspace, type Field, type ObjectType } from './workspace';
import { useWords, type Word } from './words';

const ARROWS = { ASC: 'IconArrowUp', DESC: 'IconArrowDown' };

const OPERAND_WORDS: Record<string, Word> = {
  IS: 'is', IS_NOT: 'isNot', CONTAINS: 'contains', IS_EMPTY: 'empty', IS_NOT_EMPTY: 'notEmpty', IS_BEFORE: 'before', IS_AFTER: 'after', IS_TODAY: 'today',
  IS_IN_PAST: 'past', IS_IN_FUTURE: 'ahead', IS_RELATIVE: 'is', GREATER_THAN_OR_EQUAL: 'atLeast', LESS_THAN_OR_EQUAL: 'atMost',
};

/** Columns for an object that has no view: what a person would look for first. */
export const defaultColumns = (object: ObjectType): Column[] =>
  [
    ...new Set([object.labelField, ...object.fields.filter((field) => !field.isSystem && field.type !== 'MORPH_RELATION' && isSortable(field)).slice(0, 7)]),
    ...object.fields.filter(({ name }) => name === 'createdAt'),
  ].map((field, index) => ({ field, width: index ? 150 : 240 }));

/** Opens the form for a new record, for whoever may create one. */
const NewButton = ({ object, tone }: { object: ObjectType; tone?: 'accent' }) => {
  const words = useWords();
  const { open } = useDesk();
  if (!object.canUpdate) return null;
  return (
    <Button tone={tone} icon="IconPlus" onClick={() => open({ kind: 'create', object: object.nameSingular }, true)}>
      {words('newRecord', { label: object.labelSingular })}
    </Button>
  );
};

/** @param isPart it stands among other things: when empty it says so in a line */
export const RecordTable = ({ object, columns, filter, sorts, onSort, search, selected, onSelect, isPart }: {
  object: ObjectType;
  columns: Column[];
  filter: Filter;
  sorts: Sort[];
  onSort?: (sorts: Sort[]) => void;
  search?: string;
  selected?: string[];
  onSelect?: (ids: string[]) => void;
  isPart?: boolean;
}) => {
  const words = useWords();
  const navigate = useNavigate();
  const list = useRecords(object, columns.map(({ field }) => field), { filter, sorts });
  if (list.error && list.rows.length === 0) return <Problem error={list.error} retry={() => void list.refetch()} />;
  const toggle = (id: string) => onSelect?.(selected?.includes(id) ? selected.filter((each) => each !== id) : [...(selected ?? []), id]);
  const isAll = list.rows.length > 0 && list.rows.every(({ id }) => selected?.includes(id));
  const sortOf = (field: Field) => sorts.find((sort) => sort.field === field.name)?.direction;
  const isFiltered = Boolean(search) || Object.keys(filter).length > 0;
  return (
    <div className="table-scroll">
      <table className="records" aria-label={object.labelPlural} aria-busy={list.isPlaceholderData}>
        <colgroup>{onSelect && <col style={{ width: 36 }} />}{columns.map(({ field, width }) => <col key={field.id} style={{ width }} />)}<col /></colgroup>
        <thead>
          <tr>
            {onSelect && (
              <th><input type="checkbox" aria-label={words('selectAll')} checked={isAll} onChange={() => onSelect(isAll ? [] : list.rows.map(({ id }) => id))} /></th>
            )}
            {columns.map(({ field }) => {
              const direction = sortOf(field);
              return (
                <th key={field.id} aria-sort={direction === 'ASC' ? 'ascending' : direction === 'DESC' ? 'descending' : undefined}>
                  <button type="button" disabled={!onSort || !isSortable(field)} title={field.label}
                    onClick={() => onSort?.(direction === 'DESC' ? [] : [{ field: field.name, direction: direction ? 'DESC' : 'ASC' }])}>
                    <Icon name={field.icon} />
                    <span className="clip">{field.label}</span>
                    {direction && <Icon name={ARROWS[direction]} size={12} />}
                  </button>
                </th>
              );
            })}
            <th />
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id} aria-selected={selected?.includes(row.id)} onClick={() => void navigate(`/object/${object.nameSingular}/${row.id}`)}>
              {onSelect && (
                <td onClick={(event) => event.stopPropagation()}>
                  <input type="checkbox" aria-label={labelOf(object, row)} checked={selected?.includes(row.id) ?? false} onChange={() => toggle(row.id)} />
                </td>
              )}
              {columns.map(({ field }) => (
                <td key={field.id}>{field === object.labelField ? <RecordChip object={object.nameSingular} row={row} /> : <Value field={field} value={row[field.name]} />}</td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {list.isPending && <Skeleton />}
      {isPart && !list.isPending && list.rows.length === 0 && <p className="faint none">{words('noRecords', { label: object.labelPlural.toLowerCase() })}</p>}
      {!isPart && !list.isPending && list.rows.length === 0 && (
        <Blank icon={isFiltered ? 'IconSearch' : (object.icon ?? 'IconDatabase')} action={!isFiltered && <NewButton object={object} />}>
          {isFiltered ? words('noResults') : words('noRecords', { label: object.labelPlural.toLowerCase() })}
        </Blank>
      )}
      {list.hasNextPage && (
        <Button quiet className="more" icon="IconChevronDown" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words(list.isFetchingNextPage ? 'loading' : 'loadMore')}
        </Button>
      )}
    </div>
  );
};

/** A board: one column for each value of the field by which the view groups. */
const Board = ({ object, columns, filter, sorts, by }: { object: ObjectType; columns: Column[]; filter: Filter; sorts: Sort[]; by: Field }) => {
  const words = useWords();
  const list = useRecords(object, [by, ...columns.map(({ field }) => field)], { filter, sorts, first: 200 });
  if (list.isPending) return <Skeleton />;
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />;
  const groups: { value: string | null; label: string; color?: string }[] = [...(by.options ?? []), { value: null, label: words('emptyValue') }];
  return (
    <div className="board">
      {groups.map(({ value, label, color }) => {
        const rows = list.rows.filter((row) => (row[by.name] ?? null) === value);
        return (
          <section key={label} aria-label={label}>
            <header><Tag color={color}>{label}</Tag><span className="faint">{rows.length}</span></header>
            {rows.map((row) => (
              <Card key={row.id} object={object} columns={columns} row={row} />
            ))}
          </section>
        );
      })}
    </div>
  );
};

const ConditionValue = ({ condition, onChange }: { condition: Condition; onChange: (value: unknown) => void }) => {
  const { field, value } = condition;
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (next: string | null | undefined) => next && onChange(chosen.includes(next) ? chosen.filter((each) => each !== next) : [...chosen, next]);
  if (field.relation) return <RecordPicker object={field.relation.object} chosen={chosen} onPick={(row) => toggle(row?.id)} />;
  if (field.type === 'SELECT') return <PickList choices={optionChoices(field)} chosen={chosen} onPick={toggle} />;
  if (field.type !== 'TEXT') return <Editor field={field} value={value} onCommit={onChange} />;
  return <input autoFocus className="search" aria-label={field.label} placeholder={field.label} value={String(value ?? '')} onChange={({ target }) => onChange(target.value)} />;
};

/** A condition's value as words: names of records and options instead of their identifiers. */
const useConditionText = ({ field, operand, value, part }: Condition): string => {
  const words = useWords();
  const { me, objects } = useWorkspace();
  const target = objects.find(({ nameSingular }) => nameSingular === field.relation?.object);
  const ids = field.relation && Array.isArray(value) ? (value as string[]) : [];
  const { rows } = useRecords(target ?? objects[0]!, [], { filter: { id: { in: ids } }, first: 60, enabled: ids.length > 0 });
  if (!needsValue(operand)) return '';
  if (operand === 'IS_RELATIVE') return words(String(value) === 'THIS_1_MONTH' ? 'thisMonth' : 'thisQuarter');
  if (target || part) return target && Array.isArray(value) ? rows.filter(({ id }) => ids.includes(id)).map((row) => labelOf(target, row)).join(', ') : `${me.member.name.firstName} ${me.member.name.lastName}`;
  if (field.options) return [value ?? []].flat().map((each) => field.options!.find((option) => option.value === each)?.label).join(', ');
  return field.type === 'BOOLEAN' ? words(value ? 'yes' : 'no') : String(value ?? '').slice(0, 40);
};

type ConditionChipProps = { condition: Condition; onChange: (condition: Condition) => void; onRemove: () => void; startOpen: boolean };

const ConditionChip = ({ condition, onChange, onRemove, startOpen }: ConditionChipProps) => {
  const words = useWords();
  const text = useConditionText(condition);
  const { field, operand } = condition;
  const trigger = (toggle: () => void) => (
    <button type="button" onClick={toggle}>
      <Icon name={field.icon} size={14} />
      <b>{field.label}</b> {words(OPERAND_WORDS[operand] ?? 'is')} {text}
    </button>
  );
  return (
    <span className="condition">
      <Popover startOpen={startOpen} trigger={trigger}>
        {() => (
          <>
            <div className="operands">
              {OPERANDS[field.type]?.map((each) => (
                <Button key={each} quiet={each !== operand} onClick={() => onChange({ ...condition, operand: each })}>{words(OPERAND_WORDS[each]!)}</Button>
              ))}
            </div>
            {needsValue(operand) && <ConditionValue condition={condition} onChange={(value) => onChange({ ...condition, value })} />}
          </>
        )}
      </Popover>
      <Button quiet icon="IconX" label={words('removeFilter')} onClick={onRemove} />
    </span>
  );
};

/** The view as the reader has changed it: nothing of it is kept when they leave. */
const ViewBody = ({ object, view, views }: { object: ObjectType; view: ViewConfig | undefined; views: ViewConfig[] }) => {
  const words = useWords();
  const { selection, select } = useDesk();
  const given = useView(object.nameSingular, view);
  const [parameters] = useSearchParams();
  const asked = object.fields
    .filter(({ relation, name }) => relation && parameters.has(name))
    .map((field) => ({ field, operand: 'IS', value: [parameters.get(field.name)] }));
  const [conditions, setConditions] = useState<Condition[]>([...given.conditions, ...asked]);
  const [sorts, setSorts] = useState(given.sorts);
  const [search, setSearch] = useState('');
  const [fresh, setFresh] = useState<Condition>();
  const filter = allOf(...[useConditionsFilter(conditions), searchFilter(object, search)].filter((each) => each && Object.keys(each).length > 0));
  const columns = given.columns.length ? given.columns : defaultColumns(object);
  const { data, total } = useRecords(object, columns.map(({ field }) => field), { filter, sorts });
  const by = object.fields.find(({ id }) => id === view?.mainGroupByFieldMetadataUniversalIdentifier);
  const day = object.fields.find(({ id }) => id === view?.calendarFieldMetadataUniversalIdentifier);
  useEffect(() => {
    select({ object: object.nameSingular, records: [] });
    return () => select({ records: [] });
  }, [object.nameSingular, select]);
  const addable = object.fields.filter(({ type, relation, isSystem, name }) => OPERANDS[type] && !relation?.many && (!isSystem || name === 'createdAt'));
  const add = (id: string | null) => {
    const field = addable.find((each) => each.id === id)!;
    const condition = { field, operand: OPERANDS[field.type]![0]!, value: field.type === 'BOOLEAN' ? true : undefined };
    setFresh(condition);
    setConditions((all) => [...all, condition]);
  };
  return (
    <>
      <div className="toolbar">
        <Popover
          trigger={(toggle) => (
            <Button quiet icon={view?.icon ?? 'IconList'} onClick={toggle}>
              {view?.name ?? object.labelPlural}
              {data && ` · ${total}`}
              <Icon name="IconChevronDown" size={14} />
            </Button>
          )}
        >
          {() => views.map(({ universalIdentifier: id, name, icon }) => (
            <Link key={id} className="menu-item" to={`/objects/${object.namePlural}?viewId=${id}`}>
              <span className="menu-icon"><Icon name={icon} /></span>
              <span className="grow">{name}</span>
              {view?.universalIdentifier === id && <Icon name="IconCheck" />}
            </Link>
          ))}
        </Popover>
        <span className="grow" />
        {selection.records.length > 0 && (
          <Button quiet icon="IconX" onClick={() => select({ ...selection, records: [] })}>{words('selected', { count: selection.records.length })}</Button>
        )}
        <label className="search-box">
          <Icon name="IconSearch" />
          <input type="search" placeholder={words('search')} aria-label={words('search')} value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <Popover trigger={(toggle) => <Button quiet icon="IconFilter" onClick={toggle}>{words('addFilter')}</Button>}>
          {(close) => <PickList chosen={[]} choices={addable.map(({ id, label, icon = 'IconAbc' }) => ({ value: id, label, icon }))} onPick={(id) => { close(); add(id); }} />}
        </Popover>
      </div>
      {conditions.length + sorts.length > 0 && (
        <div className="conditions">
          {sorts.map(({ field, direction }) => (
            <span key={field} className="condition">
              <span><Icon name={ARROWS[direction]} size={14} />{object.fields.find(({ name }) => name === field)?.label}</span>
              <Button quiet icon="IconX" label={words('removeSort')} onClick={() => setSorts((all) => all.filter((each) => each.field !== field))} />
            </span>
          ))}
          {conditions.map((condition, index) => (
            <ConditionChip
              key={condition.field.id + index}
              condition={condition}
              startOpen={condition === fresh}
              onRemove={() => setConditions((all) => all.filter((each) => each !== condition))}
              onChange={(next) => setConditions((all) => all.map((each) => (each === condition ? next : each)))}
            />
          ))}
        </div>
      )}
      {view?.type === 'KANBAN' && by ? (
        <Board object={object} columns={columns} filter={filter} sorts={sorts} by={by} />
      ) : day ? (
        <Calendar object={object} columns={columns} filter={filter} by={day} />
      ) : (
        <RecordTable
          {...{ object, columns, filter, sorts, search }}
          onSort={setSorts}
          selected={selection.records}
          onSelect={(records) => select({ object: object.nameSingular, records })}
        />
      )}
    </>
  );
};

const ObjectPage = ({ object }: { object: ObjectType }) => {
  const [parameters] = useSearchParams();
  const { lists } = useViews(object);
  const view = lists.find(({ universalIdentifier }) => universalIdentifier === parameters.get('viewId')) ?? lists[0];
  return (
    <Page icon={object.icon} title={object.labelPlural} actions={<NewButton object={object} tone="accent" />}>
      <ViewBody key={`${object.id} ${parameters.toString()}`} object={object} view={view} views={lists} />
    </Page>
  );
};

export const TablePage = () => {
  const { plural } = useParams();
  const object = useWorkspace().objects.find(({ namePlural }) => namePlural === plural);
  return object ? <ObjectPage object={object} /> : <Missing />;
};
