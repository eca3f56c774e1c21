import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button, Icon } from './parts';
import { useWords } from './words';

/** What is open on the screen besides the page: the side panel, questions, and messages; and what is selected. */

export type Panel =
  | { kind: 'commands' }
  | { kind: 'create'; object: string; preset?: object }
  | { kind: 'record'; object: string; id: string }
  | { kind: 'component'; component: string; title: string; icon?: string; records: string[] };
export type Selection = { object?: string; records: string[] };
type Tone = 'success' | 'error' | 'info' | 'warning';
type Question = { title: string; subtitle: string; confirm?: string; danger?: boolean };

type Desk = {
  panel: Panel | undefined;
  canGoBack: boolean;
  open: (panel: Panel, fresh?: boolean) => void;
  back: () => void;
  close: () => void;
  selection: Selection;
  select: (selection: Selection) => void;
  toast: (message: string, tone?: Tone, detail?: string) => void;
  ask: (question: Question) => Promise<boolean>;
  headless: { component: string; records: string[] } | undefined;
  runHeadless: (run: Desk['headless']) => void;
};

const DeskContext = createContext<Desk | null>(null);

export const useDesk = (): Desk => useContext(DeskContext)!;

export const DeskProvider = ({ children }: { children: ReactNode }) => {
  const words = useWords();
  const [panels, setPanels] = useState<Panel[]>([]);
  const [selection, select] = useState<Selection>({ records: [] });
  const [toasts, setToasts] = useState<{ id: number; message: string; detail?: string; tone: Tone }[]>([]);
  const [question, setQuestion] = useState<Question & { answer: (yes: boolean) => void }>();
  const [headless, runHeadless] = useState<Desk['headless']>();

  const dismiss = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));
  const toast = useCallback<Desk['toast']>((message, tone = 'success', detail) => {
    const id = Date.now() + Math.random();
    setToasts((all) => [...all.slice(-3), { id, message, detail, tone }]);
    setTimeout(() => dismiss(id), 6000);
  }, []);
  const ask = useCallback<Desk['ask']>((asked) => new Promise((answer) => setQuestion({ ...asked, answer })), []);
  const decide = (yes: boolean) => {
    question?.answer(yes);
    setQuestion(undefined);
  };
  const desk = useMemo<Desk>(
    () => ({
      panel: panels.at(-1),
      canGoBack: panels.length > 1,
      open: (panel, fresh) => setPanels((stack) => (fresh ? [panel] : [...stack, panel])),
      back: () => setPanels((stack) => stack.slice(0, -1)),
      close: () => setPanels([]),
      selection,
      select,
      toast,
      ask,
      headless,
      runHeadless,
    }),
    [panels, selection, toast, ask, headless],
  );

  return (
    <DeskContext value={desk}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, message, detail, tone }) => (
          <div key={id} className={`toast ${tone}`}>
            <Icon name={tone === 'success' ? 'IconCircleCheck' : tone === 'info' ? 'IconInfoCircle' : 'IconAlertTriangle'} />
            <span className="grow">
              {message}
              {detail && <small>{detail}</small>}
            </span>
            <Button quiet icon="IconX" label={words('close')} onClick={() => dismiss(id)} />
          </div>
        ))}
      </div>
      {question && (
        <div className="backdrop" onClick={() => decide(false)}>
          <div className="modal" role="alertdialog" aria-label={question.title} onClick={(event) => event.stopPropagation()} onKeyDown={({ key }) => key === 'Escape' && decide(false)}>
            <h2>{question.title}</h2>
            <p>{question.subtitle}</p>
            <Button wide onClick={() => decide(false)}>{words('cancel')}</Button>
            <Button wide autoFocus tone={question.danger ? 'danger' : 'accent'} onClick={() => decide(true)}>
              {question.confirm ?? words('continue')}
            </Button>
          </div>
        </div>
      )}
    </DeskContext>
  );
};
