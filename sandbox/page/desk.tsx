import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Toaster } from 'sonner';
import { Button } from './parts';
import { useWords } from './words';

/** What is open on the screen besides the page, the side panel and questions, and what is selected. */

type Panel =
  | { kind: 'commands' }
  | { kind: 'create'; object: string; preset?: object }
  | { kind: 'record'; object: string; id: string }
  | { kind: 'component'; component: string; title: string; icon?: string; records: string[] };
type Selection = { object?: string; records: string[] };
type Question = { title: string; subtitle: string; confirm?: string; danger?: boolean };

type Desk = {
  panel: Panel | undefined;
  canGoBack: boolean;
  open: (panel: Panel, fresh?: boolean) => void;
  back: () => void;
  close: () => void;
  selection: Selection;
  select: (selection: Selection) => void;
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
  const [question, setQuestion] = useState<Question & { answer: (yes: boolean) => void }>();
  const [headless, runHeadless] = useState<Desk['headless']>();

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
      ask,
      headless,
      runHeadless,
    }),
    [panels, selection, ask, headless],
  );

  return (
    <DeskContext value={desk}>
      {children}
      <Toaster
        position="bottom-center"
        theme={document.documentElement.dataset.theme as 'light' | 'dark'}
        containerAriaLabel={words('messages')}
        toastOptions={{ closeButtonAriaLabel: words('close') }}
        closeButton
        richColors
      />
      {question && (
        <div className="backdrop" onClick={() => decide(false)}>
          <div
            className="modal"
            role="alertdialog"
            aria-label={question.title}
            onClick={(event) => event.stopPropagation()}
            onKeyDown={({ key }) => key === 'Escape' && decide(false)}
          >
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
