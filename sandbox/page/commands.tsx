import { Parser, type Value } from 'expr-eval-fork';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { useDesk } from './desk';
import { Button, MenuItem } from './parts';
import { deleteRecords, useChange, useRecords, type Row } from './records';
import { usePlaces } from './shell';
import { useWorkspace } from './workspace';
import { useWords } from './words';

/** Twenty's own language for when a command is offered. What it asks and this page does not know, is not so. */
const parser = new Parser();
parser.functions.everyEquals = (rows: Row[], field: string, value: unknown) => rows.length > 0 && rows.every((row) => row[field] === value);
const holds = (expression: string | undefined, selectedRecords: Row[]): boolean => {
  try {
    return !expression || Boolean(parser.evaluate(expression, { selectedRecords, numberOfSelectedRecords: selectedRecords.length } as unknown as Value));
  } catch {
    return false;
  }
};

/** The app's commands that make sense here: anywhere, for this kind of record, or for the records selected. */
export const useCommands = () => {
  const { commands, components, objects } = useWorkspace();
  const { selection, open, runHeadless } = useDesk();
  const object = objects.find(({ nameSingular }) => nameSingular === selection.object);
  const conditions = commands.map(({ conditionalAvailabilityExpression }) => conditionalAvailabilityExpression).join();
  const asked = object?.fields.filter(({ name }) => conditions.includes(`"${name}"`)) ?? [];
  const { rows } = useRecords(object ?? objects[0]!, asked, { filter: { id: { in: selection.records } }, first: 60, enabled: selection.records.length > 0 });
  const records = rows.filter(({ id }) => selection.records.includes(id));
  return commands
    .filter(({ availabilityType, availabilityObjectUniversalIdentifier: target, conditionalAvailabilityExpression }) => {
      const fits = availabilityType === 'RECORD_SELECTION' ? records.length > 0 : availabilityType !== 'FALLBACK';
      return fits && (!target || object?.id === target) && holds(conditionalAvailabilityExpression, records);
    })
    .map((command) => {
      const component = components.find(({ universalIdentifier }) => universalIdentifier === command.frontComponentUniversalIdentifier);
      const target = { component: command.frontComponentUniversalIdentifier, records: command.availabilityType === 'RECORD_SELECTION' ? selection.records : [] };
      const { label: title, icon } = command;
      return { ...command, run: () => (component?.isHeadless ? runHeadless(target) : open({ kind: 'component', title, icon, ...target }, true)) };
    });
};

export const useDelete = (objectName: string, after?: () => void) => {
  const words = useWords();
  const { ask } = useDesk();
  const { mutateAsync } = useChange((ids: string[]) => deleteRecords(objectName, ids));
  return async (ids: string[]): Promise<void> => {
    const question = { title: words('deleteQuestion', { count: ids.length }), subtitle: words('deleteConsequence'), confirm: words('delete'), danger: true };
    if (!(await ask(question))) return;
    await mutateAsync(ids);
    toast.success(words('deleted', { count: ids.length }));
    after?.();
  };
};

export const CommandMenu = () => {
  const words = useWords();
  const navigate = useNavigate();
  const { close, open, selection, select } = useDesk();
  const { objects } = useWorkspace();
  const [text, setText] = useState('');
  const object = objects.find(({ nameSingular }) => nameSingular === selection.object);
  const remove = useDelete(object?.nameSingular ?? '', () => {
    select({ ...selection, records: [] });
    if (location.pathname.startsWith('/object/')) void navigate(`/objects/${object!.namePlural}`);
  });
  const commands = useCommands();
  const own = [
    object?.canUpdate && { icon: 'IconPlus', label: words('newRecord', { label: object.labelSingular }), run: () => open({ kind: 'create', object: object.nameSingular }) },
    object?.canDelete && selection.records.length > 0 && { icon: 'IconTrash', label: `${words('delete')}: ${object.labelSingular}`, run: () => void remove(selection.records) },
  ].filter((item) => item !== undefined && item !== false);
  const places = usePlaces().map(({ label, icon, to }) => ({ icon, label: words('goTo', { label }), run: () => { close(); void navigate(to); } }));
  const sections = [
    { title: words('onRecord'), items: commands.filter(({ availabilityType }) => availabilityType === 'RECORD_SELECTION') },
    { title: words('commands'), items: [...commands.filter(({ availabilityType }) => availabilityType !== 'RECORD_SELECTION'), ...own] },
    { title: words('navigation'), items: places },
  ].map(({ title, items }) => ({ title, items: items.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())) })).filter(({ items }) => items.length);
  return (
    <>
      <header>
        <input
          autoFocus
          className="search"
          placeholder={words('typeAnything')}
          aria-label={words('typeAnything')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => key === 'Enter' && sections[0]?.items[0]?.run()}
        />
        <Button quiet icon="IconX" label={words('close')} onClick={close} />
      </header>
      <div className="panel-body" role="listbox" aria-label={words('commands')}>
        {sections.map(({ title, items }) => (
          <section key={title}>
            <h3>{title}</h3>
            {items.map(({ label, icon, run }) => <MenuItem key={label} icon={icon ?? 'IconHandClick'} onClick={run}>{label}</MenuItem>)}
          </section>
        ))}
        {sections.length === 0 && <p className="faint">{words('noResults')}</p>}
      </div>
    </>
  );
};
