import { useRef, useState } from 'react';
import { v4 } from 'uuid';
import { RESPONSIBILITY } from '../../custom-objects/vocabulary';
import { ifAllowed, loadEvent, loadResponsibles, type CaseEvent, type Responsible } from '../case/data';
import { EventCard } from '../case/heads';
import { MemberChooser, type Chosen } from '../case/MemberChooser';
import { RecordPanel } from '../case/Panel';
import { Button, Field, Notice, Tag } from '../lib/kit';
import { loadDesk, type Desk } from '../lib/office';
import { put, remove } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';

type Data = { event: CaseEvent; responsibles: Responsible[]; desk: Desk };

const load = async (id: string): Promise<Data | null> => {
  const [event, responsibles, desk] = await Promise.all([loadEvent(id), ifAllowed(loadResponsibles(id)), loadDesk(null)]);
  return event && { event, responsibles: responsibles ?? [], desk };
};

const There = ({ responsible, desk, words, onTaken }: { responsible: Responsible; desk: Desk; words: Words; onTaken: () => void }) => {
  const { t } = words;
  const { doing, run, busy } = useDoing();
  const role = words.option(RESPONSIBILITY, responsible.responsibility);
  const name = responsible.memberId ? words.member(desk.office, responsible.memberId) : '—';
  const takeOut = async () => {
    if (await run(() => remove('eventResponsible', responsible.id))) onTaken();
  };
  return (
    <div className="ld-col" style={{ gap: 2 }}>
      <div className="ld-picked">
        <span className="ld-grow ld-cut">{name}</span>
        {role ? <Tag colour={role.colour}>{role.label}</Tag> : null}
        <Button look="quiet" title={t('Take {name} out', { name })} disabled={busy} onClick={() => void takeOut()}>
          {busy ? <span className="ld-spin" /> : '✕'}
        </Button>
      </div>
      {doing.stage === 'failed' ? <span className="ld-small" role="alert" style={{ color: 'var(--ld-red-text)' }}>{words.error(doing.error)}</span> : null}
    </div>
  );
};

const Panel = ({ data, words, reload }: { data: Data; words: Words; reload: () => Promise<void> }) => {
  const { t } = words;
  const { event, responsibles, desk } = data;
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const { doing, run, busy } = useDoing();
  // One id for each person in this form: adding again after a lost answer adds nobody twice.
  const ids = useRef(new Map<string, string>());
  const idFor = (memberId: string): string => {
    const id = ids.current.get(memberId) ?? v4();
    ids.current.set(memberId, id);
    return id;
  };

  const add = async () => {
    const rows = chosen.map(({ memberId, responsibility }) => ({ id: idFor(memberId), caseEventId: event.id, memberId, responsibility }));
    if (!(await run(() => put('eventResponsible', rows)))) return;
    ids.current.clear();
    setChosen([]);
    await reload();
  };

  return (
    <>
      <EventCard event={event} words={words} />
      <Field label={t('Responsible now')}>
        {responsibles.length === 0 ? (
          <span className="ld-soft">{t('Nobody yet')}</span>
        ) : (
          <div className="ld-col" style={{ gap: 4 }}>
            {responsibles.map((responsible) => <There key={responsible.id} {...{ responsible, desk, words }} onTaken={() => void reload()} />)}
          </div>
        )}
      </Field>
      <Field label={t('Add people')}>
        <MemberChooser
          office={desk.office}
          words={words}
          there={responsibles.map(({ memberId }) => memberId)}
          hasLead={responsibles.some(({ responsibility }) => responsibility === 'LEAD')}
          value={chosen}
          onChange={setChosen}
        />
      </Field>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      {doing.stage === 'done' && chosen.length === 0 ? <Notice colour="green" title={t('Added')} /> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {busy ? <span className="ld-spin" /> : null}
          {chosen.length > 1 ? t('Add people: {count}', { count: chosen.length }) : t('Add')}
        </Button>
      </div>
    </>
  );
};

/** Who answers for an event: several people at once, nobody twice. */
export const Responsibles = () => <RecordPanel load={load}>{(shown) => <Panel {...shown} />}</RecordPanel>;
