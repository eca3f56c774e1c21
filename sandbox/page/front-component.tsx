import { Component, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { SidePanelPages, type EnqueueSnackbarParams, type OpenCommandConfirmationModalFunction, type OpenSidePanelPageParams } from 'twenty-sdk/front-component';
import { FRONT_COMPONENT_CONTEXT_KEY, FRONT_COMPONENT_HOST_COMMUNICATION_API_KEY, FRONT_COMPONENT_LISTENERS_KEY } from 'twenty-sdk/front-component-renderer';
import locales from 'virtual-locales';
import { renew, session } from './api';
import { useDesk } from './desk';
import { Blank, Problem, Skeleton } from './parts';
import { useWorkspace } from './workspace';
import { useWords } from './words';

/**
 * The host of our front components. Twenty runs each in a worker of its own; here each runs in the page with a global object of its own,
 * so that several on one page each see their own context and host.
 */

const scripts = new Map<string, Promise<string>>();

const scriptOf = (component: string): Promise<string> => {
  const script = scripts.get(component) ?? fetch(`/sandbox/assets/${component}.js`).then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))));
  scripts.set(component, script);
  return script;
};

type Realm = Record<string, unknown>;

/** A global object that keeps what is written to it and otherwise answers as the window does. */
const realmOf = (own: Realm): Realm =>
  new Proxy(own, {
    get: (target, key: string) => {
      if (key in target) return target[key];
      const value = Reflect.get(window, key) as unknown;
      // The window's own functions refuse to be called on anything else; classes have a prototype and stay as they are.
      return typeof value === 'function' && !Reflect.has(value, 'prototype') ? (value.bind(window) as unknown) : value;
    },
  });

const PACKAGES: Record<string, unknown> = { react: React, 'react/jsx-runtime': jsxRuntime };

const evaluate = (script: string, realm: Realm): ComponentType => {
  const module = { exports: {} as { default?: { config: { component: ComponentType } } } };
  const environment = { env: { NODE_ENV: 'production', TWENTY_API_URL: location.origin, TWENTY_APP_ACCESS_TOKEN: session.token } };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the host's way to give a script its own globals
  new Function('module', 'exports', 'require', 'globalThis', 'process', script)(module, module.exports, (name: string) => PACKAGES[name], realm, environment);
  return module.exports.default!.config.component;
};

class Guard extends Component<{ children: ReactNode; words: ReturnType<typeof useWords> }, { error?: Error }> {
  override state: { error?: Error } = {};
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    const { error } = this.state;
    return error ? <Blank icon="IconAlertTriangle">{this.props.words('componentFailed', { message: error.message })}</Blank> : this.props.children;
  }
}

type PathParameters = Record<string, string | null>;
type Question = Parameters<OpenCommandConfirmationModalFunction>[0];

const pathOf = (path: string, parameters: PathParameters = {}, query: Record<string, unknown> = {}): string => {
  const filled = path.replace(/:(\w+)\??/g, (_, name: string) => parameters[name] ?? '');
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return `${filled.startsWith('/') ? filled : `/${filled}`}${search && `?${search}`}`;
};

export const FrontComponent = ({ component, records, onUnmount }: { component: string; records: string[]; onUnmount?: () => void }) => {
  const words = useWords();
  const navigate = useNavigate();
  const desk = useDesk();
  const { me } = useWorkspace();
  const [progress, setProgress] = useState<number>();
  const [loaded, setLoaded] = useState<{ Part: ComponentType } | { error: Error }>();
  const { locale } = me.member;
  const colorScheme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  const context = useMemo(
    () => ({ frontComponentId: component, userId: me.id, recordId: records.length === 1 ? records[0] : null, selectedRecordIds: records, colorScheme, locale }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new array of the same records is the same context
    [component, me.id, records.join(), colorScheme, locale],
  );
  const realm = useRef<Realm>(null);
  const host = {
    navigate: async (to: string, parameters?: PathParameters, query?: Record<string, unknown>, options?: { replace?: boolean }) =>
      void navigate(pathOf(to, parameters, query), options),
    openSidePanelPage: async (page: OpenSidePanelPageParams) => {
      if (page.page === SidePanelPages.ViewRecord) {
        desk.open({ kind: 'record', object: page.objectNameSingular, id: page.recordId }, page.resetNavigationStack);
      } else if (page.page === SidePanelPages.ViewFrontComponent) {
        const { frontComponentId, pageTitle, pageIcon, recordId } = page;
        desk.open({ kind: 'component', component: frontComponentId, title: pageTitle, icon: pageIcon, records: recordId ? [recordId] : [] }, page.resetNavigationStack);
      } else desk.open({ kind: 'commands' }, true);
    },
    closeSidePanel: async () => desk.close(),
    enqueueSnackbar: async ({ message, variant = 'info', detailedMessage: description }: EnqueueSnackbarParams) => void toast[variant](message, { description }),
    unmountFrontComponent: async () => onUnmount?.(),
    openCommandConfirmationModal: async ({ title, subtitle, confirmButtonText: confirm, confirmButtonAccent }: Question) =>
      (await desk.ask({ title, subtitle, confirm, danger: confirmButtonAccent === 'danger' })) ? 'confirm' : 'cancel',
    copyToClipboard: async (text: string) => {
      await navigator.clipboard.writeText(text);
      toast.success(words('copied'));
    },
    updateProgress: async (next: number) => setProgress(next),
    requestAccessTokenRefresh: async () => {
      await renew();
      return session.token;
    },
  };
  const store = useRef(host);
  Object.assign(store.current, host);

  useEffect(() => {
    let isMounted = true;
    scriptOf(component).then(
      (script) => {
        if (!isMounted) return;
        realm.current = realmOf({
          [FRONT_COMPONENT_HOST_COMMUNICATION_API_KEY]: store.current,
          [FRONT_COMPONENT_CONTEXT_KEY]: context,
          __twentySdkFrontComponentTranslations__: locales,
        });
        setLoaded({ Part: evaluate(script, realm.current) });
      },
      (error: Error) => isMounted && setLoaded({ error }),
    );
    return () => {
      isMounted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a changed context reaches the running component below
  }, [component]);
  useEffect(() => {
    if (!realm.current) return;
    realm.current[FRONT_COMPONENT_CONTEXT_KEY] = context;
    const listeners = realm.current[FRONT_COMPONENT_LISTENERS_KEY] as Set<() => void> | undefined;
    for (const listener of listeners ?? []) listener();
  }, [context]);

  if (!loaded) return <Skeleton />;
  if ('error' in loaded) return <Problem error={loaded.error} />;
  return (
    <Guard words={words}>
      {progress !== undefined && <progress value={progress} max={1} />}
      <loaded.Part />
    </Guard>
  );
};
