/**
 * Around every working screen: the navigation at the left (behind a button when narrow), the bar when the server is gone,
 * the stream of events. Sends who is not signed in to the door.
 */
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Navigate, Outlet, useLocation, useMatch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useEvents } from '../api/events.ts';
import { useCompanyOrNull, useMe } from '../session.ts';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import { Brand } from './brand.tsx';
import { ConnectionLost } from './connection-lost.tsx';
import { Failure } from './failure.tsx';
import './frame.css';
import { Navigation } from './navigation.tsx';
import { ServerGoneBar } from './server-gone-bar.tsx';

/** Hardly anybody needs it, so nobody loads it beforehand. */
const NewCompany = lazy(() => import('./new-company.tsx'));
const OPERATOR_PATH = '/beheer';

export function Frame() {
  const me = useMe();
  const company = useCompanyOrNull();
  const location = useLocation();
  const isOperatorScreen = useMatch({ from: `/framed${OPERATOR_PATH}`, shouldThrow: false }) !== undefined;
  if (me.error?.status === 401) {
    // While the door is still being loaded this is drawn again, at its address: going there once more would never end.
    if (location.pathname === '/aanmelden') return null;
    return <Navigate to="/aanmelden" search={{ naar: location.href }} replace />;
  }
  if (me.error) return <Failure error={me.error} retry={() => void me.refetch()} />;
  if (!me.data) return <Waiting />;
  if (!company && !me.data.isOperator)
    return (
      <Suspense>
        <NewCompany />
      </Suspense>
    );
  if (!company && !isOperatorScreen) {
    // On the way there the screen before it still stands, and that one is of a company.
    return location.pathname === OPERATOR_PATH ? <Waiting /> : <Navigate to={OPERATOR_PATH} replace />;
  }
  return <Framed accountId={company?.accountId ?? null} />;
}

/** The frame as it will be, while it is asked who is there: something to see at once, and no jump when the rest comes. */
function Waiting() {
  return (
    <AppShell
      navbar={{ width: 236, breakpoint: 760, collapsed: { mobile: true } }}
      header={{ height: { base: 56, 760: 0 } }}
      padding={0}
    >
      <AppShell.Header hiddenFrom="760" className="topbar">
        <Group h="100%" px="md">
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="nav">
        <div className="nav-in">
          <div className="nav-brand">
            <Brand />
          </div>
        </div>
      </AppShell.Navbar>
    </AppShell>
  );
}

function Framed({ accountId }: { readonly accountId: string | null }) {
  const texts = useTexts(frameTexts);
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to another screen closes the menu
  useEffect(() => menu.close(), [pathname]);
  return (
    <AppShell
      navbar={{ width: 236, breakpoint: 760, collapsed: { mobile: !isOpen } }}
      header={{ height: { base: 56, 760: 0 } }}
      padding={0}
    >
      {accountId && <Events accountId={accountId} />}
      <a className="skip" href="#inhoud">
        {texts.skipToContent}
      </a>
      <AppShell.Header hiddenFrom="760" className="topbar">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Brand />
          <Burger
            opened={isOpen}
            onClick={menu.toggle}
            size="sm"
            aria-label={isOpen ? texts.closeMenu : texts.openMenu}
            aria-expanded={isOpen}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="nav">
        <Navigation accountId={accountId} />
      </AppShell.Navbar>
      <AppShell.Main>
        <ServerGoneBar />
        <div className="main-in" id="inhoud" tabIndex={-1}>
          {accountId && <ConnectionLost accountId={accountId} />}
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function Events({ accountId }: { readonly accountId: string }) {
  useEvents(accountId);
  return null;
}
