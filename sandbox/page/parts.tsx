import { autoUpdate, flip, FloatingPortal, offset, shift, size, useDismiss, useFloating, useInteractions, type MiddlewareState } from '@floating-ui/react';
import { useState, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { icons } from 'virtual-icons';
import { useWords } from './words';

/** The page's own small parts, in the look of Twenty's. */

export const Icon = ({ name, size: pixels = 16 }: { name?: string | null; size?: number }) => {
  const Drawing = (name && icons[name]) || icons.IconAbc!;
  return <Drawing size={pixels} stroke={1.6} aria-hidden />;
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { icon?: string | null; label?: string; tone?: 'accent' | 'danger' | 'dark'; quiet?: boolean; wide?: boolean };

/** `label` names a button that shows only its icon. */
export const Button = ({ icon, label, tone, quiet, wide, children, className = '', ...rest }: ButtonProps) => (
  <button type="button" aria-label={label} title={label} className={`button ${tone ?? ''} ${quiet ? 'quiet' : ''} ${wide ? 'wide' : ''} ${className}`} {...rest}>
    {icon && <Icon name={icon} size={children ? 14 : 16} />}
    {children}
  </button>
);

const hueOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);

export const Avatar = ({ name, square, large }: { name: string; square?: boolean; large?: boolean }) => (
  <span className={`avatar ${square ? 'square' : ''} ${large ? 'large' : ''}`} style={{ '--hue': hueOf(name) }} aria-hidden>
    {[...name.trim()][0]?.toUpperCase() ?? '·'}
  </span>
);

const HUES: Record<string, number> = { red: 5, orange: 25, amber: 38, yellow: 48, lime: 80, green: 130, mint: 155, turquoise: 170, cyan: 190, sky: 200, blue: 220, purple: 265, pink: 325 };

export const Tag = ({ color, children }: { color?: string; children: ReactNode }) => (
  <span className={`tag ${HUES[color ?? ''] === undefined ? 'gray' : ''}`} style={{ '--hue': HUES[color ?? ''] }}>
    {children}
  </span>
);

const fitHeight = ({ availableHeight, elements }: MiddlewareState & { availableHeight: number }): void => {
  elements.floating.style.maxHeight = `${Math.min(availableHeight - 8, 380)}px`;
};

/** A small window beside what opened it. `children` get a way to close it. */
export const Popover = ({ trigger, children, startOpen = false, onClose }: {
  trigger: (toggle: () => void, isOpen: boolean) => ReactNode;
  children: (close: () => void) => ReactNode;
  startOpen?: boolean;
  onClose?: () => void;
}) => {
  const [isOpen, setIsOpen] = useState(startOpen);
  const change = (next: boolean) => {
    setIsOpen(next);
    if (!next) onClose?.();
  };
  const { refs, floatingStyles, context } = useFloating({
    open: isOpen,
    onOpenChange: change,
    placement: 'bottom-start',
    whileElementsMounted: autoUpdate,
    middleware: [offset(4), flip(), shift({ padding: 8 }), size({ apply: fitHeight })],
  });
  const { getFloatingProps } = useInteractions([useDismiss(context)]);
  return (
    <>
      <span ref={refs.setReference} className="anchor">{trigger(() => change(!isOpen), isOpen)}</span>
      {isOpen && (
        <FloatingPortal>
          <div ref={refs.setFloating} className="popover" style={floatingStyles} {...getFloatingProps()}>{children(() => change(false))}</div>
        </FloatingPortal>
      )}
    </>
  );
};

type MenuItemProps = { icon?: ReactNode; children: ReactNode; chosen?: boolean; onClick: () => void };

export const MenuItem = ({ icon, children, chosen, onClick }: MenuItemProps) => (
  <button type="button" className="menu-item" role="option" aria-selected={Boolean(chosen)} onClick={onClick}>
    {typeof icon === 'string' ? <span className="menu-icon"><Icon name={icon} /></span> : icon}
    <span className="grow clip">{children}</span>
    {chosen && <Icon name="IconCheck" />}
  </button>
);

type Choice = { value: string; label: string; icon?: ReactNode; body?: ReactNode };

/** A list to choose from, with a search box; the search is the caller's when `onSearch` is given. */
export const PickList = ({ choices, chosen, onPick, onSearch, isLoading, emptyChoice }: {
  choices: Choice[];
  chosen: string[];
  onPick: (value: string | null) => void;
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  emptyChoice?: boolean;
}) => {
  const words = useWords();
  const [text, setText] = useState('');
  const shown = onSearch ? choices : choices.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  return (
    <div className="pick-list" role="listbox">
      {(onSearch || choices.length > 6) && (
        <input autoFocus className="search" placeholder={words('search')} aria-label={words('search')} value={text} onChange={({ target }) => search(target.value)}
          onKeyDown={({ key }) => key === 'Enter' && shown[0] && onPick(shown[0].value)} />
      )}
      {emptyChoice && <MenuItem icon="IconBan" onClick={() => onPick(null)}>{words('none')}</MenuItem>}
      {shown.map(({ value, label, icon, body }) => (
        <MenuItem key={value} icon={icon} chosen={chosen.includes(value)} onClick={() => onPick(value)}>{body ?? label}</MenuItem>
      ))}
      {shown.length === 0 && <p className="faint">{isLoading ? words('loading') : words('noResults')}</p>}
    </div>
  );
};

/** What stands where there is nothing to show: why, and what to do. */
export const Blank = ({ icon, children, action }: { icon: string; children: ReactNode; action?: ReactNode }) => (
  <div className="blank">
    <Icon name={icon} size={32} />
    <p>{children}</p>
    {action}
  </div>
);

export const Problem = ({ error, retry }: { error: Error; retry?: () => void }) => {
  const words = useWords();
  const again = retry && <Button icon="IconRefresh" onClick={retry}>{words('retry')}</Button>;
  return <Blank icon="IconAlertTriangle" action={again}>{words('wrong', { message: error.message })}</Blank>;
};

export const Skeleton = ({ rows = 6 }: { rows?: number }) => {
  const words = useWords();
  return <div className="skeleton" role="progressbar" aria-label={words('loading')}>{Array.from({ length: rows }, (_, index) => <span key={index} />)}</div>;
};
