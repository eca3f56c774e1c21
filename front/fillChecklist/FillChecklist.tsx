import { useRef } from 'react';
import { closeSidePanel } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { loadCase, loadDocuments, notListed, type CaseHead } from '../case/data';
import { CaseCard } from '../case/heads';
import { RecordPanel } from '../case/Panel';
import { loadCatalogues } from '../firstVisit/data';
import { lineOf, requirementsOf, type Requirement } from '../firstVisit/directions';
import { Button, Empty, Field, Notice, Tag } from '../lib/kit';
import { put } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';

type Data = { legalCase: CaseHead; direction: string; missing: Requirement[] };

const load = async (id: string): Promise<Data | null> => {
  const [legalCase, { directions, requirements }, documents] = await Promise.all([loadCase(id), loadCatalogues(), loadDocuments(id)]);
  if (!legalCase) return null;
  return {
    legalCase,
    direction: lineOf(directions, legalCase.directionId).map(({ name }) => name ?? '—').reverse().join(' › '),
    missing: notListed(requirementsOf(requirements, directions, legalCase.directionId), documents),
  };
};

const Panel = ({ data, words }: { data: Data; words: Words }) => {
  const { t } = words;
  const { legalCase, direction, missing } = data;
  const { doing, run, busy } = useDoing();
  const ids = useRef(new Map(missing.map(({ id }) => [id, v4()])));
  const fill = () =>
    run(() => put('caseDocument', missing.map(({ id, name }) => ({ id: ids.current.get(id)!, name: name ?? '', legalCaseId: legalCase.id, requirementId: id }))));

  if (doing.stage === 'done')
    return (
      <>
        <Notice colour="green" title={t('Added to the checklist: {count}', { count: missing.length })} />
        <div className="ld-row"><Button large onClick={() => void closeSidePanel()}>{t('Close')}</Button></div>
      </>
    );
  if (!legalCase.directionId)
    return <><CaseCard legalCase={legalCase} words={words} /><Empty title={t('The case has no direction')}>{t('The checklist follows from the direction: choose one on the case first.')}</Empty></>;
  if (missing.length === 0)
    return <><CaseCard legalCase={legalCase} words={words} /><Empty title={t('The checklist is complete')}>{t('All that {direction} needs is listed in the case.', { direction })}</Empty></>;
  return (
    <>
      <CaseCard legalCase={legalCase} words={words} />
      <Field label={t('Needed and not listed yet: {count}', { count: missing.length })} hint={direction}>
        <div className="ld-card ld-col" style={{ gap: 4 }}>
          {missing.map(({ id, name, isMandatory }) => (
            <div key={id} className="ld-row ld-wrap">
              <span>{name?.trim() || '—'}</span>
              {isMandatory ? null : <Tag colour="gray">{t('if there is one')}</Tag>}
            </div>
          ))}
        </div>
      </Field>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy} onClick={() => void fill()}>
          {busy ? <span className="ld-spin" /> : null}
          {t('Add to the checklist')}
        </Button>
      </div>
    </>
  );
};

/** Adds to a case the documents that its direction needs and that it does not list. */
export const FillChecklist = () => <RecordPanel load={load}>{({ data, words }) => <Panel data={data} words={words} />}</RecordPanel>;
