import { useEffect, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { toast } from 'sonner';
import { Activity } from './activity';
import { useDelete } from './commands';
import { useDesk } from './desk';
import { FrontComponent } from './front-component';
import { Avatar, Blank, Button, Icon, Problem, Skeleton } from './parts';
import { createRecord, SHOWN_RELATED, updateRecord, useChange, useConditionsFilter, useRecord, useRecords, useView, written, type Row } from './records';
import { Missing, Page } from './shell';
import { RecordTable } from './table';
import { Editor, isBlank, isEditable, labelOf, RecordChip, Value } from './values';
import { ATTACHMENTS, useObject, useViews, useWorkspace, type Field, type ObjectType, type Tab } from './workspace';
import { useFormats, useWords } from './words';

type Widget = NonNullable<Tab['widgets']>[number];
type Subject = { object: ObjectType; row: Row };

/** To the whole list of a to-many relation, where its line shows only the first. */
const MoreLink = ({ row, field }: { row: Row; field: Field }) => {
  const words = useWords();
  const target = useObject(field.relation?.object ?? '');
  if (!field.relation?.many || !target || (row[field.name] as { edges: unknown[] }).edges.length <= SHOWN_RELATED) return null;
  return <Link className="faint" to={`/objects/${target.namePlural}?${field.relation.field}=${row.id}`}>{words('showAll')}</Link>;
};

const FieldLine = ({ object, row, field }: Subject & { field: Field }) => {
  const [isEditing, setIsEditing] = useState(false);
  const { mutate, isPending, variables } = useChange((value: unknown) => updateRecord(object.nameSingular, row.id, written(field, value)));
  const value = isPending ? variables : row[field.name];
  const canEdit = isEditable(field);
  const edit = () => setIsEditing(canEdit);
  const commit = (next: unknown) => {
    setIsEditing(false);
    mutate(next);
  };
  return (
    <div className="field-line">
      <span className="field-label" title={field.label}><Icon name={field.icon} /><span className="clip">{field.label}</span></span>
      {isEditing || (canEdit && field.type === 'BOOLEAN') ? (
        <Editor field={field} value={value} autoFocus={field.type !== 'BOOLEAN'} onCommit={commit} onCancel={() => setIsEditing(false)} />
      ) : (
        <span
          className={`field-value ${canEdit ? 'editable' : ''} ${field.type === 'RICH_TEXT' ? 'prose' : ''}`}
          {...(canEdit && { role: 'button', tabIndex: 0, 'aria-label': field.label })}
          onClick={({ target }) => !(target as Element).closest('a') && edit()}
          onKeyDown={({ key }) => key === 'Enter' && edit()}
        >
          {isBlank(field, value) ? (
            <span className="faint">{canEdit ? field.label : '—'}</span>
          ) : (
            <span className="clip" title={field.type === 'TEXT' ? String(value) : undefined}>
              <Value field={field} value={value} />
              <MoreLink row={row} field={field} />
            </span>
          )}
          {canEdit && <Icon name="IconPencil" size={12} />}
        </span>
      )}
    </div>
  );
};

const FieldsWidget = ({ object, row, viewId }: Subject & { viewId?: string | null }) => {
  const words = useWords();
  const { views, hiddenFields } = useWorkspace();
  const view = views.find(({ universalIdentifier }) => universalIdentifier === viewId);
  const { columns } = useView(object.nameSingular, view);
  const groupOf = (field: Field) => view?.fields?.find((each) => each.fieldMetadataUniversalIdentifier === field.id)?.viewFieldGroupUniversalIdentifier;
  const groups = view?.fieldGroups?.length
    ? [...view.fieldGroups]
        .sort((a, b) => a.position - b.position)
        .map(({ universalIdentifier, name }) => ({ name, fields: columns.map(({ field }) => field).filter((field) => groupOf(field) === universalIdentifier) }))
    : [
        { name: words('general'), fields: object.fields.filter(({ id, isSystem, relation, type }) => !hiddenFields.includes(id) && !isSystem && !relation?.many && type !== 'MORPH_RELATION') },
        { name: words('system'), fields: object.fields.filter(({ name }) => ['createdAt', 'createdBy', 'updatedAt'].includes(name)) },
      ];
  return groups.filter(({ fields }) => fields.length).map(({ name, fields }) => (
    <details key={name} open className="field-group">
      <summary>{name}<Icon name="IconChevronDown" size={14} /></summary>
      {fields.map((field) => <FieldLine key={field.id} object={object} row={row} field={field} />)}
    </details>
  ));
};

type RelatedProps = Subject & { field: Field; title: string };

/** What stands above related records: how many there are, and how to add one. */
const Related = ({ row, field, title, total, children }: RelatedProps & { total?: number; children: ReactNode }) => {
  const words = useWords();
  const { open } = useDesk();
  const { object: target, field: back } = field.relation!;
  const { canUpdate, labelSingular } = useObject(target)!;
  const add = () => open({ kind: 'create', object: target, preset: { [back]: row } }, true);
  return (
    <section className="related" aria-label={title}>
      <h2>
        {title}
        <span className="faint grow">{total || ''}</span>
        {canUpdate && <Button quiet icon="IconPlus" label={`${words('add')}: ${labelSingular}`} onClick={add} />}
      </h2>
      {children}
    </section>
  );
};

/** The records on the other side of a to-many relation, as chips. */
const RelatedChips = (props: RelatedProps) => {
  const { row, field } = props;
  const target = useObject(field.relation!.object)!;
  const back = target.fields.find(({ name }) => name === field.relation!.field);
  const filter = { [back?.relation?.joinColumn ?? `${field.relation!.field}Id`]: { eq: row.id } };
  const { rows, total } = useRecords(target, [], { filter, sorts: [{ field: 'createdAt', direction: 'DESC' }], first: 10 });
  return <Related {...props} total={total}>{rows.map((each) => <RecordChip key={each.id} object={target.nameSingular} row={each} />)}</Related>;
};

/** The same as a table, in the columns, the order and by the filter of a view. */
const RelatedTable = ({ viewId, ...props }: RelatedProps & { viewId: string }) => {
  const target = useObject(props.field.relation!.object)!;
  const { columns, conditions, sorts } = useView(target.nameSingular, useWorkspace().views.find(({ universalIdentifier }) => universalIdentifier === viewId));
  const filter = useConditionsFilter(conditions, props.row.id);
  return <Related {...props}><RecordTable object={target} columns={columns} filter={filter} sorts={sorts} isPart /></Related>;
};

/** The records that a task or a note is about. */
const Targets = ({ object, row }: Subject) => {
  const words = useWords();
  const target = useObject(`${object.nameSingular}Target`)!;
  const fields = target.fields.filter(({ type }) => type === 'MORPH_RELATION');
  const { rows } = useRecords(target, fields, { filter: { [`${object.nameSingular}Id`]: { eq: row.id } } });
  return (
    <section className="related" aria-label={words('about')}>
      <h2>{words('about')}</h2>
      {rows.map((each) => {
        const field = fields.find(({ name }) => each[name]);
        return field?.relation && <RecordChip key={each.id} object={field.relation.object} row={each[field.name] as Row} />;
      })}
    </section>
  );
};

type Configuration = { viewUniversalIdentifier?: string | null; frontComponentUniversalIdentifier?: string; fieldMetadataId?: string; viewId?: string };

const WidgetView = ({ widget, object, row }: Subject & { widget: Widget }) => {
  const words = useWords();
  const configuration = widget.configuration as Configuration;
  const field = object.fields.find(({ id }) => id === configuration.fieldMetadataId);
  switch (widget.type) {
    case 'FIELDS':
      return <FieldsWidget object={object} row={row} viewId={configuration.viewUniversalIdentifier} />;
    case 'FIELD':
      // Of records that the role may not read there is no field.
      if (!field?.relation) return null;
      return configuration.viewId ? (
        <RelatedTable object={object} row={row} field={field} title={widget.title} viewId={configuration.viewId} />
      ) : (
        <RelatedChips object={object} row={row} field={field} title={widget.title} />
      );
    case 'TARGETS':
      return <Targets object={object} row={row} />;
    case 'FRONT_COMPONENT':
      return <FrontComponent component={configuration.frontComponentUniversalIdentifier!} records={[row.id]} />;
    case 'TIMELINE':
    case 'TASKS':
    case 'NOTES':
    case 'FILES':
      return <Activity kind={widget.type} object={object} row={row} />;
    default:
      return <Blank icon="IconLayout">{words('emptyValue')}</Blank>;
  }
};

const widget = (type: string, rest: object = {}): Widget => ({ universalIdentifier: type, title: type, type, configuration: {}, ...rest }) as Widget;

/** The page of an object that declares none, as Twenty gives it, with the tabs that the app adds. */
const useStandardTabs = (object: ObjectType): Tab[] => {
  const words = useWords();
  const tabs: [title: string, icon: string, type: string, relation: string][] = [
    [words('timeline'), 'IconTimelineEvent', 'TIMELINE', 'timelineActivities'],
    [words('tasks'), 'IconCheckbox', 'TASKS', 'taskTargets'],
    [words('notes'), 'IconNotes', 'NOTES', 'noteTargets'],
    [words('files'), 'IconPaperclip', 'FILES', 'attachments'],
  ];
  const isActivity = object.nameSingular === 'task' || object.nameSingular === 'note';
  const added = useWorkspace().addedTabs.filter(({ widgets }) => widgets?.some(({ objectUniversalIdentifier: id }) => id === object.id));
  const listed = added.flatMap(({ widgets }) => widgets ?? []).map(({ configuration }) => (configuration as Configuration).fieldMetadataId);
  const relations = object.fields.filter(({ relation, name, id }) => relation?.many && !ATTACHMENTS.includes(name) && !listed.includes(id));
  const lists = relations.map(({ id, label: title }) => widget('FIELD', { universalIdentifier: id, title, configuration: { fieldMetadataId: id } }));
  const first = [widget('FIELDS'), ...(isActivity ? [widget('TARGETS')] : lists)];
  return [
    { universalIdentifier: 'overview', title: words('overview'), icon: 'IconHome', position: 0, widgets: first },
    ...added.map((tab) => ({ ...tab, position: 0.5 })),
    ...tabs
      .filter(([, , type, relation]) => object.fields.some(({ name }) => name === relation) && !(isActivity && (type === 'TASKS' || type === 'NOTES')))
      .map(([title, icon, type], index) => ({ universalIdentifier: type, title, icon, position: index + 1, widgets: [widget(type)] })),
  ];
};

const RecordBody = ({ object, row, inPanel }: Subject & { inPanel?: boolean }) => {
  const words = useWords();
  const formats = useFormats();
  const { pages } = useWorkspace();
  const standard = useStandardTabs(object);
  const declared = pages.find(({ type, objectUniversalIdentifier }) => type === 'RECORD_PAGE' && objectUniversalIdentifier === object.id);
  const tabs = [...(declared?.tabs ?? standard)].sort((a, b) => a.position - b.position);
  // As in Twenty: the first tab stands at the left, the others share the rest; in the side panel all are tabs.
  const listed = inPanel || tabs.length === 1 ? tabs : tabs.slice(1);
  const [chosen, setChosen] = useState(listed[0]?.universalIdentifier);
  const tab = listed.find(({ universalIdentifier }) => universalIdentifier === chosen);
  const label = labelOf(object, row) || words('untitled');
  return (
    <div className={`record ${inPanel ? 'in-panel' : ''}`}>
      <section className="summary" aria-label={words('overview')}>
        <header>
          <Avatar name={label} square={object.nameSingular === 'company'} large />
          <h2 title={label}>{label}</h2>
          {typeof row.createdAt === 'string' && <span className="faint">{words('added', { when: formats.ago(row.createdAt) })}</span>}
        </header>
        {listed !== tabs && tabs[0]?.widgets?.map((each) => <WidgetView key={each.universalIdentifier} widget={each} object={object} row={row} />)}
      </section>
      <section className="tabs">
        <div role="tablist">
          {listed.map(({ universalIdentifier: id, title, icon }) => (
            <button key={id} type="button" role="tab" aria-selected={id === chosen} onClick={() => setChosen(id)}>
              <Icon name={icon} />
              {title}
            </button>
          ))}
        </div>
        <div role="tabpanel" key={chosen}>{tab?.widgets?.map((each) => <WidgetView key={each.universalIdentifier} widget={each} object={object} row={row} />)}</div>
      </section>
    </div>
  );
};

export const RecordPage = ({ objectName, id, inPanel }: { objectName: string; id: string; inPanel?: boolean }) => {
  const words = useWords();
  const navigate = useNavigate();
  const { objects } = useWorkspace();
  const { select } = useDesk();
  const object = objects.find(({ nameSingular }) => nameSingular === objectName) ?? objects[0]!;
  const isKnown = object.nameSingular === objectName;
  const record = useRecord(object, id);
  const remove = useDelete(object.nameSingular, () => void navigate(`/objects/${object.namePlural}`));
  useEffect(() => {
    if (inPanel) return undefined;
    select({ object: objectName, records: [id] });
    return () => select({ records: [] });
  }, [objectName, id, inPanel, select]);
  const row = isKnown ? record.data : null;
  const body = () => {
    if (row) return <RecordBody object={object} row={row} inPanel={inPanel} />;
    if (record.error) return <Problem error={record.error} retry={() => void record.refetch()} />;
    return row === null ? <Blank icon="IconFileUnknown">{words('noRecord')}</Blank> : <Skeleton />;
  };
  if (inPanel) return body();
  return (
    <Page
      icon={object.icon}
      crumb={<><Link to={`/objects/${object.namePlural}`}>{object.labelPlural}</Link><span className="faint">/</span></>}
      title={row ? labelOf(object, row) || words('untitled') : ''}
      actions={row && object.canDelete && <Button icon="IconTrash" label={words('delete')} onClick={() => void remove([id])} />}
    >
      {body()}
    </Page>
  );
};

export const RecordRoute = () => {
  const { singular, id } = useParams();
  return <RecordPage key={`${singular} ${id}`} objectName={singular!} id={id!} />;
};

export const CreateForm = ({ object, preset = {} }: { object: ObjectType; preset?: object }) => {
  const words = useWords();
  const navigate = useNavigate();
  const { close } = useDesk();
  const [draft, setDraft] = useState<Record<string, unknown>>({ ...preset });
  // The record page's own order, where the app gives one; it leaves out what nobody would look for.
  const [first, ...more] = useViews(object).fields;
  const shown = useView(object.nameSingular, first && { ...first, fields: [first, ...more].flatMap(({ fields: all }) => all ?? []) }).columns;
  const fields = [...new Set([object.labelField, ...(shown.length ? shown.map(({ field }) => field) : object.fields)])].filter(isEditable);
  const { mutate, isPending } = useChange(
    async () => {
      const data = Object.assign({}, ...fields.filter(({ name }) => name in draft).map((field) => written(field, draft[field.name]))) as object;
      const id = await createRecord(object.nameSingular, data);
      toast.success(words('created', { label: object.labelSingular }));
      close();
      void navigate(`/object/${object.nameSingular}/${id}`);
    },
  );
  return (
    <form className="panel-body create" onSubmit={(event) => { event.preventDefault(); mutate(undefined); }}>
      {fields.map((field, index) => (
        <div key={field.id} className="form-line">
          <span className="field-label"><Icon name={field.icon} />{field.label}</span>
          <Editor
            field={field}
            value={draft[field.name] ?? null}
            autoFocus={index === 0 && !field.relation}
            onCommit={(value) => setDraft((all) => ({ ...all, [field.name]: value }))}
          />
        </div>
      ))}
      <footer>
        <Button onClick={close}>{words('cancel')}</Button>
        <Button type="submit" tone="accent" disabled={isPending}>{words(isPending ? 'saving' : 'create')}</Button>
      </footer>
    </form>
  );
};

/** A page of the app's own in the navigation. */
export const StandalonePage = () => {
  const words = useWords();
  const { id } = useParams();
  const { pages } = useWorkspace();
  const page = pages.find(({ universalIdentifier }) => universalIdentifier === id);
  const [tab] = page?.tabs ?? [];
  if (!page) return <Missing />;
  return (
    <Page icon={tab?.icon ?? 'IconLayout'} title={page.name}>
      <div className="host">
        {page.tabs?.flatMap(({ widgets }) => widgets ?? []).map(({ universalIdentifier, title, type, configuration }) =>
          // Graphs are of Twenty's own making.
          type === 'GRAPH' ? (
            <Blank key={universalIdentifier} icon="IconChartBar">{words('drawnByTwenty', { title })}</Blank>
          ) : (
            <FrontComponent key={universalIdentifier} component={(configuration as Configuration).frontComponentUniversalIdentifier!} records={[]} />
          ),
        )}
      </div>
    </Page>
  );
};
