/**
 * Which address shows which screen. Screens are loaded when they are first needed.
 */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { SignedOutFrame } from './frame/signed-out-frame.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** For who is signed in and has a company. */
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame });
/** Signing in and what leads to it. */
const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: SignedOutFrame });

const text = (search: Record<string, unknown>, key: string): string => {
  const value = search[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** What may stand in the address, so that a link need not name what it does not ask for. */
type Asked<Key extends string> = { readonly [K in Key]?: string | undefined };

const overview = createRoute({
  getParentRoute: () => framed,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/overview/overview-screen.tsx'), 'OverviewScreen'),
});
const workOrders = createRoute({
  getParentRoute: () => framed,
  path: '/werkbonnen',
  /** Filters stand in the address, so that going back finds them. */
  validateSearch: (search): Asked<'stand' | 'zoek' | 'maand' | 'oorzaak' | 'weergave' | 'bladzijde'> => ({
    stand: text(search, 'stand') || undefined,
    zoek: text(search, 'zoek') || undefined,
    maand: text(search, 'maand') || undefined,
    oorzaak: text(search, 'oorzaak') || undefined,
    weergave: text(search, 'weergave') || undefined,
    bladzijde: text(search, 'bladzijde') || undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/work-orders/work-orders-screen.tsx'), 'WorkOrdersScreen'),
});
const workOrder = createRoute({
  getParentRoute: () => framed,
  path: '/werkbonnen/$rowId',
  component: lazyRouteComponent(() => import('./screens/work-orders/work-order-screen.tsx'), 'WorkOrderScreen'),
});
const log = createRoute({
  getParentRoute: () => framed,
  path: '/logboek',
  validateSearch: (search): Asked<'zoek' | 'soort' | 'uitslag' | 'van' | 'tot' | 'bladzijde' | 'keer'> => ({
    zoek: text(search, 'zoek') || undefined,
    soort: text(search, 'soort') || undefined,
    uitslag: text(search, 'uitslag') || undefined,
    van: text(search, 'van') || undefined,
    tot: text(search, 'tot') || undefined,
    bladzijde: text(search, 'bladzijde') || undefined,
    /** The run that is open. */
    keer: text(search, 'keer') || undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/log/log-screen.tsx'), 'LogScreen'),
});
const connectors = createRoute({
  getParentRoute: () => framed,
  path: '/koppeling',
  component: lazyRouteComponent(() => import('./screens/connector/connectors-screen.tsx'), 'ConnectorsScreen'),
});
const settings = createRoute({
  getParentRoute: () => framed,
  path: '/koppeling/asperion',
  /** What came of connecting, as the callback says it. */
  validateSearch: (search): Asked<'verbonden' | 'reden'> => ({
    verbonden: text(search, 'verbonden') || undefined,
    reden: text(search, 'reden') || undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/connector/settings-screen.tsx'), 'SettingsScreen'),
});
const firstExport = createRoute({
  getParentRoute: () => framed,
  path: '/koppeling/eerste-controle',
  component: lazyRouteComponent(() => import('./screens/connector/first-export-screen.tsx'), 'FirstExportScreen'),
});
const licences = createRoute({
  getParentRoute: () => framed,
  path: '/licentiemanager',
  component: lazyRouteComponent(() => import('./screens/licences/licences-screen.tsx'), 'LicencesScreen'),
});
const company = createRoute({
  getParentRoute: () => framed,
  path: '/bedrijf',
  component: lazyRouteComponent(() => import('./screens/company/company-screen.tsx'), 'CompanyScreen'),
});
const account = createRoute({
  getParentRoute: () => framed,
  path: '/mijn-account',
  component: lazyRouteComponent(() => import('./screens/account/account-screen.tsx'), 'AccountScreen'),
});
const operator = createRoute({
  getParentRoute: () => framed,
  path: '/beheer',
  component: lazyRouteComponent(() => import('./screens/operator/operator-screen.tsx'), 'OperatorScreen'),
});

const signIn = createRoute({
  getParentRoute: () => plain,
  path: '/aanmelden',
  /** Where to go afterwards; a path of this page, nothing else. */
  validateSearch: (search): Asked<'naar'> => {
    const next = text(search, 'naar');
    return { naar: /^\/(?![/\\])/.test(next) ? next : undefined };
  },
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
});
const register = createRoute({
  getParentRoute: () => plain,
  path: '/registreren',
  component: lazyRouteComponent(() => import('./screens/sign-in/register-screen.tsx'), 'RegisterScreen'),
});
const invitation = createRoute({
  getParentRoute: () => plain,
  path: '/uitnodiging/$invitationId',
  component: lazyRouteComponent(() => import('./screens/sign-in/invitation-screen.tsx'), 'InvitationScreen'),
});
const forgottenPassword = createRoute({
  getParentRoute: () => plain,
  path: '/wachtwoord-vergeten',
  component: lazyRouteComponent(
    () => import('./screens/sign-in/forgotten-password-screen.tsx'),
    'ForgottenPasswordScreen',
  ),
});
const newPassword = createRoute({
  getParentRoute: () => plain,
  path: '/nieuw-wachtwoord/$code',
  component: lazyRouteComponent(() => import('./screens/sign-in/new-password-screen.tsx'), 'NewPasswordScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren([
      overview,
      workOrders,
      workOrder,
      log,
      connectors,
      settings,
      firstExport,
      licences,
      company,
      account,
      operator,
    ]),
    plain.addChildren([signIn, register, invitation, forgottenPassword, newPassword]),
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
