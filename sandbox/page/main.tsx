import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import './style.css';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { session } from './api';
import { DeskProvider } from './desk';
import { Problem, Skeleton } from './parts';
import { RecordRoute, StandalonePage } from './record';
import { Shell, usePlaces } from './shell';
import { SignInPage } from './sign-in';
import { TablePage } from './table';
import { loadWorkspace, WorkspaceContext } from './workspace';
import { isRussian, LocaleContext } from './words';

const Home = () => {
  const [first] = usePlaces();
  return first ? <Navigate to={first.to} replace /> : null;
};

const SignedIn = () => {
  const { data: workspace, error, refetch } = useQuery({ queryKey: ['workspace'], queryFn: loadWorkspace, retry: false });
  const member = workspace?.me.member;
  const isDark = member?.colorScheme === 'Dark' || (member?.colorScheme === 'System' && matchMedia('(prefers-color-scheme: dark)').matches);
  const locale = isRussian(member?.locale ?? 'en') ? 'ru-RU' : 'en';
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!workspace) return <Skeleton />;
  return (
    <WorkspaceContext value={workspace}>
      <LocaleContext value={locale}>
        <DeskProvider>
          <Routes>
            <Route element={<Shell />}>
              <Route path="/objects/:plural" element={<TablePage />} />
              <Route path="/object/:singular/:id" element={<RecordRoute />} />
              <Route path="/page/:id" element={<StandalonePage />} />
              <Route path="*" element={<Home />} />
            </Route>
          </Routes>
        </DeskProvider>
      </LocaleContext>
    </WorkspaceContext>
  );
};

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <BrowserRouter>
      <Routes>
        <Route path="/welcome" element={<SignInPage />} />
        <Route path="*" element={session.token ? <SignedIn /> : <Navigate to="/welcome" replace />} />
      </Routes>
    </BrowserRouter>
  </QueryClientProvider>,
);
