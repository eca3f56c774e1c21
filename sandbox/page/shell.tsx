import { useEffect, type ReactNode } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { session } from './api';
import { CommandMenu, useCommands } from './commands';
import { useDesk } from './desk';
import { FrontComponent } from './front-component';
import { Avatar, Blank, Button, Icon, MenuItem, Popover } from './parts';
import { CreateForm, RecordPage } from './record';
import { useChange } from './records';
import { updateSettings, useWorkspace, type Me } from './workspace';
import { useWords, type Locale } from './words';

type Place = { id: string; label: string; icon: string; to: string; folder?: string; color?: string };

/** Where one can go: what the app puts into the navigation, then Twenty's own objects. */
export const usePlaces = (): Place[] => {
  const { navigation, views, objects, pages } = useWorkspace();
  const folderOf = ({ folderUniversalIdentifier: id }: (typeof navigation)[number]) => navigation.find(({ universalIdentifier }) => universalIdentifier === id)?.position ?? 0;
  const ours = [...navigation].sort((a, b) => folderOf(a) - folderOf(b) || a.position - b.position).flatMap((item): Place[] => {
    const view = views.find(({ universalIdentifier }) => universalIdentifier === item.viewUniversalIdentifier);
    const object = objects.find(({ id }) => id === (view?.objectUniversalIdentifier ?? item.targetObjectUniversalIdentifier));
    const page = pages.find(({ universalIdentifier }) => universalIdentifier === item.pageLayoutUniversalIdentifier);
    const to = object ? `/objects/${object.namePlural}${view ? `?viewId=${view.universalIdentifier}` : ''}` : page ? `/page/${page.universalIdentifier}` : item.link;
    const label = item.name ?? object?.labelPlural ?? page?.name ?? '';
    return to ? [{ id: item.universalIdentifier, label, icon: item.icon ?? object?.icon ?? 'IconFile', to, folder: item.folderUniversalIdentifier, color: item.color }] : [];
  });
  const standard = [['person', 'blue'], ['company', 'blue'], ['task', 'turquoise'], ['note', 'turquoise']].flatMap(([name, color]): Place[] => {
    const object = objects.find(({ nameSingular }) => nameSingular === name);
    return object ? [{ id: object.id, label: object.labelPlural, icon: object.icon ?? 'IconFile', to: `/objects/${object.namePlural}`, color }] : [];
  });
  return [...ours, ...standard];
};

const PlaceLink = ({ place, isHere, nested }: { place: Place; isHere: boolean; nested?: boolean }) => (
  <Link to={place.to} className={`place ${isHere ? 'here' : ''} ${nested ? 'nested' : ''}`} aria-current={isHere ? 'page' : undefined} title={place.label}>
    <span className={`place-icon ${place.color ?? 'gray'}`}><Icon name={place.icon} size={14} /></span>
    <span className="clip">{place.label}</span>
  </Link>
);

const Settings = () => {
  const words = useWords();
  const { me } = useWorkspace();
  const name = `${me.member.name.firstName} ${me.member.name.lastName}`;
  const { mutate } = useChange((update: Partial<Me['member']>) => updateSettings(me.member.id, update));
  const setLocale = (locale: Locale) => {
    localStorage.setItem('sandbox.locale', locale);
    mutate({ locale });
  };
  return (
    <Popover
      trigger={(toggle) => (
        <button type="button" className="account" aria-label={words('account')} onClick={toggle}>
          <Avatar name={name} />
          <span className="grow clip">{name}</span>
          <Icon name="IconChevronDown" size={14} />
        </button>
      )}
    >
      {() => (
        <div className="settings">
          <p><b>{name}</b><span className="faint">{me.email}</span></p>
          <h3>{words('language')}</h3>
          <MenuItem icon="IconLanguage" chosen={me.member.locale === 'en'} onClick={() => setLocale('en')}>English</MenuItem>
          <MenuItem icon="IconLanguage" chosen={me.member.locale === 'ru-RU'} onClick={() => setLocale('ru-RU')}>Русский</MenuItem>
          <h3>{words('appearance')}</h3>
          {([['Light', 'IconSun'], ['Dark', 'IconMoon'], ['System', 'IconDeviceDesktop']] as const).map(([colorScheme, icon]) => (
            <MenuItem key={colorScheme} icon={icon} chosen={me.member.colorScheme === colorScheme} onClick={() => mutate({ colorScheme })}>{words(colorScheme)}</MenuItem>
          ))}
          <hr />
          <MenuItem icon="IconLogout" onClick={session.end}>{words('signOut')}</MenuItem>
        </div>
      )}
    </Popover>
  );
};

const Drawer = () => {
  const words = useWords();
  const places = usePlaces();
  const { navigation, objects } = useWorkspace();
  const { pathname, search } = useLocation();
  const { selection } = useDesk();
  const list = objects.find(({ nameSingular }) => nameSingular === selection.object)?.namePlural;
  // The very view that is open, else the first place of the records that are shown.
  const here = places.find(({ to }) => to === pathname + search) ?? places.find(({ to }) => list && to.split('?')[0] === `/objects/${list}`);
  const folders = navigation.filter(({ type }) => String(type) === 'FOLDER').sort((a, b) => a.position - b.position);
  return (
    <nav className="drawer" aria-label={words('navigation')}>
      <Settings />
      <div className="places">
        {folders.map(({ universalIdentifier, name, icon }, index) => (
          <details key={universalIdentifier} open={index === 0 || here?.folder === universalIdentifier || undefined}>
            <summary className="place">
              <span className="place-icon orange"><Icon name={icon} size={14} /></span>
              <span className="grow clip">{name}</span>
              <Icon name="IconChevronDown" size={14} />
            </summary>
            {places.filter(({ folder }) => folder === universalIdentifier).map((place) => <PlaceLink key={place.id} place={place} isHere={place === here} nested />)}
          </details>
        ))}
        <h3>{words('workspace')}</h3>
        {places.filter(({ folder }) => !folder).map((place) => <PlaceLink key={place.id} place={place} isHere={place === here} />)}
      </div>
    </nav>
  );
};

const keyOf = (component: string, records: string[]): string => `${component} ${records.join()}`;

const SidePanel = () => {
  const words = useWords();
  const { panel, back, close, canGoBack } = useDesk();
  const { objects } = useWorkspace();
  if (!panel) return null;
  if (panel.kind === 'commands') return <aside className="panel" aria-label={words('commands')}><CommandMenu /></aside>;
  const object = objects.find(({ nameSingular }) => 'object' in panel && nameSingular === panel.object);
  const label = object?.labelSingular ?? '';
  const title = panel.kind === 'component' ? panel.title : panel.kind === 'create' ? words('newRecord', { label }) : label;
  return (
    <aside className="panel" aria-label={title}>
      <header>
        {canGoBack && <Button quiet icon="IconChevronLeft" label={words('back')} onClick={back} />}
        <Icon name={panel.kind === 'component' ? (panel.icon ?? 'IconHandClick') : object?.icon} />
        <span className="grow clip">{title}</span>
        <Button quiet icon="IconX" label={words('close')} onClick={close} />
      </header>
      {panel.kind === 'create' && object && <CreateForm key={object.id} object={object} preset={panel.preset} />}
      {panel.kind === 'record' && <div className="panel-body"><RecordPage key={panel.id} objectName={panel.object} id={panel.id} inPanel /></div>}
      {panel.kind === 'component' && (
        <div className="panel-body host">
          <FrontComponent key={keyOf(panel.component, panel.records)} component={panel.component} records={panel.records} onUnmount={back} />
        </div>
      )}
    </aside>
  );
};

/** Runs a command that has nothing to show. */
const Headless = () => {
  const { headless, runHeadless } = useDesk();
  if (!headless) return null;
  return <div hidden><FrontComponent key={keyOf(headless.component, headless.records)} {...headless} onUnmount={() => runHeadless(undefined)} /></div>;
};

export const Shell = () => {
  const { panel, open, close } = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (panel?.kind === 'commands') close();
        else open({ kind: 'commands' }, true);
      }
      if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement)) close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [panel, open, close]);
  return (
    <div className="app">
      <Drawer />
      <Outlet />
      <SidePanel />
      <Headless />
    </div>
  );
};

export const Page = ({ icon, title, crumb, actions, children }: { icon?: string; title: string; crumb?: ReactNode; actions?: ReactNode; children: ReactNode }) => {
  const words = useWords();
  const { open, panel, close } = useDesk();
  const isMenuOpen = panel?.kind === 'commands';
  const pinned = useCommands().filter(({ isPinned }) => isPinned);
  useEffect(() => {
    document.title = title ? `${title} – Legal Desk` : 'Legal Desk';
  }, [title]);
  return (
    <main className="page">
      <header className="topbar">
        <h1><Icon name={icon} />{crumb}<span className="clip">{title}</span></h1>
        {pinned.map(({ universalIdentifier, label, shortLabel, icon: drawing, run }) => (
          <Button key={universalIdentifier} icon={drawing ?? 'IconHandClick'} title={label} onClick={run}>{shortLabel ?? label}</Button>
        ))}
        {actions}
        <Button label={`${words('commands')} (Ctrl K)`} aria-expanded={isMenuOpen} icon="IconDotsVertical" onClick={() => (isMenuOpen ? close() : open({ kind: 'commands' }, true))}>
          <kbd>⌘K</kbd>
        </Button>
      </header>
      {children}
    </main>
  );
};

export const Missing = () => {
  const words = useWords();
  return <Page icon="IconFileUnknown" title={words('notFound')}><Blank icon="IconFileUnknown">{words('pageMissing')}</Blank></Page>;
};
