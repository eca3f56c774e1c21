import { useState } from 'react';
import { closeSidePanel, useFrontComponentExecutionContext, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { allowedActions, objection, RULES } from '../../workers/correspondence/protocol';
import { Button, Empty, Notice, Skeleton } from '../lib/kit';
import { loadLetter, type Deed, type Letter } from '../lib/letter';
import { loadDesk, type Desk } from '../lib/office';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { DeedForm } from './DeedForm';
import { LetterCard } from './LetterCard';

type Action = Deed['action'];
type Shown = { letter: Letter; desk: Desk; words: Words };

/** Why an action is not offered, and to whom it is. */
const whyNot = ({ letter, desk, words }: Shown, action: Action): string | null => {
  const refusal = objection({ letter, action, actorId: desk.viewerId, office: desk.office, now: new Date() });
  return refusal ? words.refusal(refusal, desk.office) : null;
};

const ActionList = ({ shown, onPick }: { shown: Shown; onPick: (action: Action) => void }) => {
  const { letter, desk, words } = shown;
  const allowed = allowedActions({ letter, viewerId: desk.viewerId, office: desk.office, now: new Date() });
  const others = (Object.keys(RULES) as Action[]).filter(
    (action) => !allowed.includes(action) && (letter.flow === 'OUTGOING' || !RULES[action].outgoingOnly),
  );
  return (
    <>
      {allowed.length > 0 ? (
        <div className="ld-row ld-wrap" style={{ rowGap: 8 }}>
          {allowed.map((action, place) => (
            <Button key={action} large look={place === 0 ? 'primary' : action === 'REPORT_LOST' ? 'danger' : ''} onClick={() => onPick(action)}>
              {words.command(action)}
            </Button>
          ))}
        </div>
      ) : (
        <Notice colour="gray" title={words.t('There is nothing you may do with this letter now')} />
      )}
      <details className="ld-more">
        <summary>{words.t('Why not another action?')}</summary>
        <div className="ld-col" style={{ marginTop: 8 }}>
          {others.map((action) => (
            <div key={action}>
              <span className="ld-strong ld-soft">{words.command(action)}</span>
              <div className="ld-soft ld-small">{whyNot(shown, action)}</div>
            </div>
          ))}
        </div>
      </details>
    </>
  );
};

/** A letter in the side panel: one action on it, or all that the viewer may do. */
export const LetterPanel = ({ only }: { only?: Action }) => {
  const words = useWords();
  const { t } = words;
  const ids = useSelectedRecordIds();
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const id = ids.length === 1 ? ids[0]! : null;
  const [picked, setPicked] = useState<Action | null>(null);
  // Once decided, the form stays and says what became of the deed, though by then the deed may no longer be possible.
  const [done, setDone] = useState(false);
  const { data, error, loading, reload } = useLoaded(async () => {
    if (id === null) return null;
    const [letter, desk] = await Promise.all([loadLetter(id), loadDesk(userId)]);
    return { letter, desk };
  }, `${id} ${userId}`);

  const body = () => {
    if (id === null) return <Empty title={t('Choose one letter')}>{t('This command works on one letter at a time.')}</Empty>;
    if (!data)
      return loading ? (
        <Skeleton rows={5} />
      ) : (
        <Notice colour="red" title={t('The letter could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
          {words.error(error)}
        </Notice>
      );
    const { letter, desk } = data;
    if (!letter) return <Empty title={t('No such letter')}>{t('It was deleted, or you may not see it.')}</Empty>;
    const shown = { letter, desk, words };
    const action = only ?? picked;
    const obstacle = action && !done ? whyNot(shown, action) : null;
    return (
      <>
        <LetterCard {...shown} />
        {action === null ? <ActionList shown={shown} onPick={setPicked} /> : null}
        {action !== null && obstacle !== null ? (
          <Notice colour="gray" title={t('“{action}” is not possible now', { action: words.command(action) })}>
            {obstacle}
          </Notice>
        ) : null}
        {action !== null && obstacle === null ? (
          <DeedForm
            key={action}
            {...shown}
            action={action}
            onDecided={({ stage }) => {
              setDone(stage === 'applied' || stage === 'refused');
              void reload();
            }}
            onClose={() => {
              setDone(false);
              if (only) void closeSidePanel();
              else setPicked(null);
            }}
          />
        ) : null}
      </>
    );
  };

  return (
    <Surface>
      <div className="ld-panel">{body()}</div>
    </Surface>
  );
};
