import { CASE_STAGE } from '../../custom-objects/vocabulary';
import { conflictText } from '../../workers/parties/conflicts';
import { languageOf } from '../../workers/correspondence/words';
import { Button, Link, Notice, Tag } from '../lib/kit';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { checkConflicts, type Asked, type Checked } from './data';

/** So many cases against a firm are told one by one. */
const MOST_SHOWN = 5;

const Facts = ({ checked: { against, employer, payer }, words }: { checked: Checked; words: Words }) => {
  const { t } = words;
  if (against.length === 0 && !employer && !payer) return null;
  return (
    <div className="ld-col ld-small" style={{ gap: 4 }}>
      <span className="ld-soft">{t('For information, no conflict by itself')}</span>
      {against.length > 0 ? <span>{t('Other cases against the same opponent: {count}', { count: against.length })}</span> : null}
      {against.slice(0, MOST_SHOWN).map(({ id, number, title }) => (
        <Link key={id} onClick={() => openRecord('legalCase', id)}>{[number, title].filter(Boolean).join(' · ') || '—'}</Link>
      ))}
      {employer ? <span>{t('The opponent is the employer in first visits: {count}', { count: employer })}</span> : null}
      {payer ? <span>{t('The opponent is the payer of recoveries: {count}', { count: payer })}</span> : null}
    </div>
  );
};

/** Whether a client or an opponent is on the other side of another case. */
export const Conflicts = ({ asked, words, onChecked }: { asked: Asked; words: Words; onChecked?: (checked: Checked) => void }) => {
  const { t } = words;
  const { data, error, loading, reload } = useLoaded(async () => {
    const checked = await checkConflicts(asked);
    onChecked?.(checked);
    return checked;
  }, JSON.stringify(asked));
  if (error && !loading)
    return (
      <Notice colour="red" title={t('Conflicts of interest could not be checked')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
        {words.error(error)}
      </Notice>
    );
  if (!data || loading) return <Notice colour="gray" busy title={t('Looking for conflicts of interest…')} />;
  const { conflicts } = data;
  return (
    <>
      {conflicts.length === 0 ? (
        <Notice colour="green" title={t('No conflict of interest found')}>
          {t('Compared with all cases that you may see: by name, taxpayer number, telephone and date of birth.')}
        </Notice>
      ) : (
        <Notice colour="orange" title={t('Possible conflicts of interest: {count}', { count: conflicts.length })}>
          <div className="ld-col">
            {conflicts.map((conflict) => {
              const stage = words.option(CASE_STAGE, conflict.stage);
              return (
                <div key={`${conflict.id} ${conflict.who} ${conflict.name}`} className="ld-col" style={{ gap: 4 }}>
                  <span>{conflictText(conflict, asked.caseId, languageOf(words.tag))}</span>
                  <div className="ld-row ld-wrap">
                    {conflict.id === asked.caseId ? null : <Button onClick={() => openRecord('legalCase', conflict.id)}>{t('Open the case')}</Button>}
                    {stage ? <Tag colour={stage.colour}>{stage.label}</Tag> : null}
                  </div>
                </div>
              );
            })}
          </div>
        </Notice>
      )}
      <Facts checked={data} words={words} />
    </>
  );
};
