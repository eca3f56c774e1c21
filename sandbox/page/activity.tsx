import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { Avatar, Blank, Button, Icon, Problem, Skeleton, Tag } from './parts';
import { createRecord, targetId, updateRecord, useChange, type Row } from './records';
import { useWorkspace, type ObjectType } from './workspace';
import { useFormats, useWords, type Word } from './words';

/** What Twenty attaches to any record: its timeline, tasks, notes and files. */

type Kind = 'TIMELINE' | 'TASKS' | 'NOTES' | 'FILES';
type Name = { firstName: string; lastName: string };
type Item = {
  id: string;
  title?: string;
  name?: string;
  createdAt: string;
  happensAt?: string;
  bodyV2?: { markdown: string | null } | null;
  status?: string;
  dueAt?: string | null;
  assignee?: { name: Name } | null;
  workspaceMember?: { name: Name } | null;
  linkedRecordId?: string | null;
  linkedRecordCachedName?: string | null;
  properties?: { diff?: Record<string, unknown> } | null;
  file?: { label: string; url: string | null }[] | null;
};

const fullName = ({ firstName, lastName }: Name): string => `${firstName} ${lastName}`.trim();

const SOURCES: Record<Kind, { list: string; type: string; fields: string; order: string; inner?: string }> = {
  TIMELINE: {
    list: 'timelineActivities',
    type: 'TimelineActivity',
    fields: 'id name createdAt happensAt properties linkedRecordId linkedRecordCachedName workspaceMember { id name { firstName lastName } }',
    order: 'happensAt',
  },
  TASKS: { list: 'taskTargets', type: 'TaskTarget', fields: 'id task { id title createdAt status dueAt assignee { id name { firstName lastName } } }', order: 'createdAt', inner: 'task' },
  NOTES: { list: 'noteTargets', type: 'NoteTarget', fields: 'id note { id title createdAt bodyV2 { markdown } }', order: 'createdAt', inner: 'note' },
  FILES: { list: 'attachments', type: 'Attachment', fields: 'id name createdAt file { label url }', order: 'createdAt' },
};

const useAttached = (kind: Kind, object: string, id: string) => {
  const { list, type, fields, order, inner } = SOURCES[kind];
  return useQuery({
    queryKey: ['attached', kind, object, id],
    queryFn: async () => {
      const answer = await api<Record<string, { edges: { node: Row }[] }>>(
        '/graphql',
        `query Attached($filter: ${type}FilterInput, $orderBy: [${type}OrderByInput]) { ${list}(filter: $filter, orderBy: $orderBy, first: 60) { edges { node { ${fields} } } } }`,
        { filter: { [targetId(object)]: { eq: id } }, orderBy: [{ [order]: 'DescNullsLast' }] },
      );
      return answer[list]!.edges.flatMap(({ node }) => (inner ? (node[inner] ? [node[inner] as Item] : []) : [node as unknown as Item]));
    },
    refetchInterval: 4000,
    retry: false,
  });
};

const SAID: Record<string, [word: Word, icon: string]> = {
  created: ['timelineCreated', 'IconCirclePlus'],
  deleted: ['timelineDeleted', 'IconTrash'],
  updated: ['timelineUpdated', 'IconEditCircle'],
  note: ['timelineNote', 'IconNotes'],
  task: ['timelineTask', 'IconCheckbox'],
};

const Entry = ({ item, object }: { item: Item; object: ObjectType }) => {
  const words = useWords();
  const formats = useFormats();
  const { me } = useWorkspace();
  const member = item.workspaceMember;
  const who = member ? ((member as Row & { name: Name }).id === me.member.id ? words('you') : fullName(member.name)) : words('theSystem');
  const [, linked, action] = /^(?:linked-(note|task)|\w+)\.(\w+)$/.exec(item.name ?? '') ?? [];
  const fieldOf = (name: string) => object.fields.find((field) => field.name === name || field.relation?.joinColumn === name);
  const changed = Object.keys(item.properties?.diff ?? {}).flatMap((name) => fieldOf(name)?.label ?? []);
  const [said, icon] = SAID[linked ?? action ?? ''] ?? SAID.updated!;
  return (
    <li className="entry">
      <span className="entry-icon"><Icon name={icon} size={14} /></span>
      <span className="grow">
        <b>{who}</b> {words(said)}
        {linked ? <> <Link to={`/object/${linked}/${item.linkedRecordId}`}><b>{item.linkedRecordCachedName}</b></Link></> : changed.length > 0 && `: ${changed.join(', ')}`}
      </span>
      <time className="faint" title={formats.dateTime(item.happensAt ?? item.createdAt)}>{formats.ago(item.happensAt ?? item.createdAt)}</time>
    </li>
  );
};

const Timeline = ({ items, object }: { items: Item[]; object: ObjectType }) => {
  const formats = useFormats();
  const monthOf = ({ happensAt, createdAt }: Item) => formats.month(happensAt ?? createdAt);
  return [...new Set(items.map(monthOf))].map((month) => (
    <section key={month}>
      <h3 className="ruled">{month}</h3>
      <ul>{items.filter((item) => monthOf(item) === month).map((item) => <Entry key={item.id} item={item} object={object} />)}</ul>
    </section>
  ));
};

const Task = ({ item }: { item: Item }) => {
  const formats = useFormats();
  const { objects } = useWorkspace();
  const task = objects.find(({ nameSingular }) => nameSingular === 'task');
  const status = task?.fields.find(({ name }) => name === 'status')?.options?.find(({ value }) => value === item.status);
  const { mutate } = useChange((done: boolean) => updateRecord('task', item.id, { status: done ? 'DONE' : 'TODO' }));
  return (
    <li className="entry">
      <input type="checkbox" aria-label={item.title} disabled={!task?.canUpdate} checked={item.status === 'DONE'} onChange={({ target }) => mutate(target.checked)} />
      <Link className={`grow clip ${item.status === 'DONE' ? 'done' : ''}`} to={`/object/task/${item.id}`}>{item.title}</Link>
      {status && <Tag color={status.color}>{status.label}</Tag>}
      {item.dueAt && <time className="faint">{formats.dateTime(item.dueAt)}</time>}
      {item.assignee && <Avatar name={fullName(item.assignee.name)} />}
    </li>
  );
};

const AddActivity = ({ kind, object, row }: { kind: 'TASKS' | 'NOTES'; object: ObjectType; row: Row }) => {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const name = kind === 'TASKS' ? 'task' : 'note';
  const { mutate, isPending } = useChange(
    async (form: FormData) => {
      const title = String(form.get('title')).trim();
      const id = await createRecord(name, { title, bodyV2: { markdown: String(form.get('body')), blocknote: null } });
      await createRecord(`${name}Target`, { [`${name}Id`]: id, [targetId(object.nameSingular)]: row.id });
      setIsOpen(false);
    },
  );
  const label = words(kind === 'TASKS' ? 'addTask' : 'addNote');
  if (!isOpen) return <Button icon="IconPlus" onClick={() => setIsOpen(true)}>{label}</Button>;
  return (
    <form className="add-activity" aria-label={label} onSubmit={(event) => { event.preventDefault(); mutate(new FormData(event.currentTarget)); }}>
      <input className="field-input" name="title" autoFocus required aria-label={words('title')} placeholder={words('title')} />
      <textarea className="field-input" name="body" rows={3} aria-label={words('text')} placeholder={words('text')} />
      <span className="buttons">
        <Button onClick={() => setIsOpen(false)}>{words('cancel')}</Button>
        <Button type="submit" tone="accent" disabled={isPending}>{words('save')}</Button>
      </span>
    </form>
  );
};

const NOTHING = { TIMELINE: ['noTimeline', 'IconTimelineEvent'], TASKS: ['noTasks', 'IconCheckbox'], NOTES: ['noNotes', 'IconNotes'], FILES: ['noFiles', 'IconPaperclip'] } as const;

export const Activity = ({ kind, object, row }: { kind: Kind; object: ObjectType; row: Row }) => {
  const words = useWords();
  const formats = useFormats();
  const { objects } = useWorkspace();
  const { data: items, error, refetch } = useAttached(kind, object.nameSingular, row.id);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!items) return <Skeleton />;
  const canAdd = (kind === 'TASKS' || kind === 'NOTES') && objects.find(({ nameSingular }) => nameSingular === (kind === 'TASKS' ? 'task' : 'note'))?.canUpdate;
  const [nothing, icon] = NOTHING[kind];
  return (
    <div className="activity">
      {canAdd && <AddActivity kind={kind as 'TASKS' | 'NOTES'} object={object} row={row} />}
      {items.length === 0 && <Blank icon={icon}>{words(nothing)}</Blank>}
      {kind === 'TIMELINE' && <Timeline items={items} object={object} />}
      {kind === 'TASKS' && <ul>{items.map((item) => <Task key={item.id} item={item} />)}</ul>}
      {kind === 'NOTES' && (
        <div className="notes">
          {items.map(({ id, title, bodyV2, createdAt }) => (
            <Link key={id} className="note" to={`/object/note/${id}`}>
              <b>{title || words('untitled')}</b>
              <p>{bodyV2?.markdown}</p>
              <time className="faint">{formats.ago(createdAt)}</time>
            </Link>
          ))}
        </div>
      )}
      {kind === 'FILES' && (
        <ul>
          {items.map(({ id, name, file, createdAt }) => (
            <li key={id} className="entry">
              <Icon name="IconPaperclip" />
              <a className="grow clip" href={file?.[0]?.url ?? undefined}>{name}</a>
              <time className="faint">{formats.ago(createdAt)}</time>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
