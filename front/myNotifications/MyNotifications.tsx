import { useState, type ReactNode } from 'react';
import { copyToClipboard, enqueueSnackbar } from 'twenty-sdk/front-component';
import type { ChannelName } from '../../custom-objects/vocabulary';
import { Button, Empty, Notice, Skeleton, Switch, Tag } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { loadChosen, newFeed, save, type Choice, type Chosen } from './data';

const CSS = `
.ld-choices { display: flex; flex-direction: column; gap: 24px; padding: 24px; max-width: 720px; margin: 0 auto; }
.ld-choices h1 { flex: 1 1 160px; margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-choice-list { border: 1px solid var(--ld-line); border-radius: 8px; background: var(--ld-raised); }
.ld-choice { display: flex; align-items: center; gap: 16px; padding: 12px 16px; min-height: 60px; }
.ld-choice + .ld-choice { border-top: 1px solid var(--ld-line); }
.ld-choice .ld-switch { align-self: center; flex: none; }
.ld-address { width: 100%; padding: 8px; border: 1px solid var(--ld-line); border-radius: 4px; background: var(--ld-surface); font: 400 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
@container (max-width: 480px) {
  .ld-choices { padding: 12px; gap: 16px; }
  .ld-choice { flex-wrap: wrap; gap: 8px; padding: 12px; }
  .ld-choice > .ld-grow { flex-basis: 100%; }
}
`;

const Row = ({ title, note, children }: { title: string; note: string; children: ReactNode }) => (
  <div className="ld-choice" role="group" aria-label={title}>
    <div className="ld-grow ld-col" style={{ gap: 2 }}>
      <span className="ld-strong">{title}</span>
      <span className="ld-soft ld-small">{note}</span>
    </div>
    {children}
  </div>
);

const OnOff = ({ on, onChange, words: { t } }: { on: boolean; onChange: (on: boolean) => void; words: Words }) => (
  <Switch value={on ? 'on' : 'off'} onChange={(value) => onChange(value === 'on')} choices={[{ value: 'on', label: t('On') }, { value: 'off', label: t('Off') }]} />
);

type PartProps = { chosen: Chosen; change: (change: Partial<Choice>) => Promise<boolean>; busy: boolean; words: Words };

const Ways = ({ chosen: { choice, configured, email }, change, words }: PartProps) => {
  const { t } = words;
  const off = <Tag colour="gray">{t('Not set up')}</Tag>;
  const toggle = (channel: ChannelName) => (on: boolean) =>
    void change({ channels: [...choice.channels.filter((each) => each !== channel), ...(on ? [channel] : [])] });
  const ways: { channel: ChannelName; title: string; note: string }[] = [
    { channel: 'EMAIL', title: t('E-mail'), note: t('A mail for each reminder, to {address}', { address: email }) },
    { channel: 'WEBHOOK', title: t('Messenger'), note: t('A message for each reminder, where the office’s messenger is connected') },
  ];
  return (
    <section className="ld-col">
      <h2>{t('How I am reminded')}</h2>
      <div className="ld-choice-list">
        <Row title={t('In Twenty')} note={t('My desk, My reminders and a task for each letter')}>
          <Tag colour="green">{t('Always')}</Tag>
        </Row>
        {ways.map(({ channel, title, note }) => (
          <Row key={channel} title={title} note={configured.includes(channel) ? note : t('The administrator has not set this up')}>
            {configured.includes(channel) ? <OnOff on={choice.channels.includes(channel)} onChange={toggle(channel)} words={words} /> : off}
          </Row>
        ))}
        <Row
          title={t('Morning digest')}
          note={configured.includes('EMAIL') ? t('A mail each working morning: letters, hearings and deadlines of the day') : t('The administrator has not set up e-mail')}
        >
          {configured.includes('EMAIL') ? <OnOff on={choice.wantsDigest} onChange={(wantsDigest) => void change({ wantsDigest })} words={words} /> : off}
        </Row>
      </div>
    </section>
  );
};

const Calendar = ({ chosen, change, busy, words }: PartProps) => {
  const { t } = words;
  const [address, setAddress] = useState<string | null>(null);
  const [isSure, setIsSure] = useState(false);
  const has = chosen.choice.feedKey !== '';
  const make = async () => {
    const feed = newFeed(chosen);
    if (await change({ feedKey: feed.feedKey })) setAddress(feed.address);
  };
  const revoke = async () => {
    setIsSure(false);
    if (await change({ feedKey: '' })) setAddress(null);
  };
  const copy = () =>
    void copyToClipboard(address ?? '').then(
      () => enqueueSnackbar({ message: t('Copied'), variant: 'success' }),
      () => enqueueSnackbar({ message: t('Mark the address and copy it'), variant: 'error' }),
    );
  return (
    <section className="ld-col">
      <h2>{t('My calendar')}</h2>
      <div className="ld-card ld-col" style={{ gap: 12, padding: 16 }}>
        <span className="ld-soft">
          {t('Hearings, deadlines and due events in Outlook, Google or Apple Calendar: add a calendar “from the internet” and give it this secret address.')}
        </span>
        {chosen.feedAddress === '' ? (
          <Notice colour="yellow" title={t('The administrator has not set this up')}>
            {t('The workers’ own address is not known: it is their setting PUBLIC_URL.')}
          </Notice>
        ) : null}
        {address !== null ? (
          <Notice colour="green" title={t('Your calendar’s address')} actions={<Button onClick={copy}>{t('Copy the address')}</Button>}>
            <div className="ld-col">
              <div className="ld-address">{address}</div>
              <span className="ld-small">{t('Copy it now: it is not shown again. Whoever has it sees your calendar.')}</span>
            </div>
          </Notice>
        ) : null}
        {has && isSure ? (
          <Notice
            colour="red"
            title={t('Revoke the address?')}
            actions={
              <>
                <Button look="danger" disabled={busy} onClick={() => void revoke()}>{t('Revoke')}</Button>
                <Button look="quiet" onClick={() => setIsSure(false)}>{t('Keep')}</Button>
              </>
            }
          >
            {t('Calendar programs that use it will show nothing new.')}
          </Notice>
        ) : (
          <div className="ld-row ld-wrap">
            {has ? <Tag colour="green">{t('An address is in use')}</Tag> : null}
            {chosen.feedAddress === '' ? null : (
              <Button large look={has ? '' : 'primary'} disabled={busy} onClick={() => void make()}>
                {has ? t('Make a new one instead') : t('Make an address')}
              </Button>
            )}
            {has ? <Button large look="danger" disabled={busy} onClick={() => setIsSure(true)}>{t('Revoke')}</Button> : null}
          </div>
        )}
      </div>
    </section>
  );
};

/** How the viewer is reminded, and the address of their calendar. */
export const MyNotifications = () => {
  const words = useWords();
  const { t } = words;
  const { data, error, loading, reload } = useLoaded(loadChosen, 'mine');
  const [changed, setChanged] = useState<Choice | null>(null);
  const { doing, run, busy } = useDoing();
  const chosen = data && { ...data, choice: changed ?? data.choice };

  const change = async (part: Partial<Choice>): Promise<boolean> => {
    if (!chosen) return false;
    const before = chosen.choice;
    const next = { ...before, ...part };
    setChanged(next);
    const isSaved = await run(() => save(chosen.ownerId, t('Notification setting'), next));
    if (!isSaved) setChanged(before);
    return isSaved;
  };

  return (
    <Surface css={CSS}>
      <div className="ld-choices">
        <div className="ld-row ld-wrap">
          <h1>{t('My notifications')}</h1>
          <span className="ld-soft ld-small" role="status">{busy ? t('Saving…') : doing.stage === 'done' ? t('Saved') : ''}</span>
        </div>
        {doing.stage === 'failed' ? <Notice colour="red" title={t('Not saved')}>{words.error(doing.error)}</Notice> : null}
        {error ? (
          <Notice colour="red" title={t('Your settings could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
            {words.error(error)}
          </Notice>
        ) : null}
        {chosen?.isForeign && changed === null ? (
          <Notice colour="yellow" title={t('Somebody else changed these settings')} actions={<Button onClick={() => void change({})}>{t('Save them as shown')}</Button>}>
            {t('What another wrote does not count: you are reminded by every channel, and your calendar’s address does not work, until you save your own choice.')}
          </Notice>
        ) : null}
        {chosen ? (
          <>
            <Ways {...{ chosen, change, busy, words }} />
            <Calendar {...{ chosen, change, busy, words }} />
          </>
        ) : null}
        {!chosen && loading ? <Skeleton rows={6} /> : null}
        {!chosen && !loading && !error ? <Empty title={t('You are not a member of this workspace')} /> : null}
      </div>
    </Surface>
  );
};
