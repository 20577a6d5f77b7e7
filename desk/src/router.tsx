import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import {
  findingsAddress,
  frontAddress,
  listAddress,
  mapAddress,
  namesAddress,
  networkAddress,
  numbersAddress,
  originsAddress,
  searchAddress,
  sourceAddress,
  sourcesAddress,
  timelineAddress,
} from './addresses.ts';
import { t } from './language/language.ts';
import { FaultNotice, Nothing } from './parts/notices.tsx';
import { FindingScreen } from './screens/finding.tsx';
import { FindingsScreen } from './screens/findings.tsx';
import { Frame } from './screens/frame.tsx';
import { FrontScreen } from './screens/front.tsx';
import { HoldsScreen } from './screens/holds.tsx';
import { MapScreen } from './screens/map.tsx';
import { NamesScreen } from './screens/names.tsx';
import { NetworkScreen } from './screens/network.tsx';
import { NumbersScreen } from './screens/numbers.tsx';
import { OriginsScreen } from './screens/origins.tsx';
import { ReaderScreen } from './screens/reader.tsx';
import { SearchScreen } from './screens/search.tsx';
import { SourcesScreen } from './screens/sources.tsx';
import { TimelineScreen } from './screens/timeline.tsx';

const root = createRootRoute({
  component: Frame,
  errorComponent: ({ error }) => (
    <FaultNotice
      fault={error instanceof Error ? error : new Error(String(error))}
      onRetry={() => location.reload()}
    />
  ),
  notFoundComponent: () => (
    <Nothing title={t('page.noSuch')}>
      <p>{t('page.noSuchDo')}</p>
    </Nothing>
  ),
});

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: frontAddress,
    component: FrontScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    validateSearch: findingsAddress,
    component: FindingsScreen,
  }),
  createRoute({ getParentRoute: () => root, path: '/finding/$id', component: FindingScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/holds',
    validateSearch: listAddress,
    component: HoldsScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    validateSearch: sourcesAddress,
    component: SourcesScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/source/$id',
    validateSearch: sourceAddress,
    component: ReaderScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/names',
    validateSearch: namesAddress,
    component: NamesScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/numbers',
    validateSearch: numbersAddress,
    component: NumbersScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/timeline',
    validateSearch: timelineAddress,
    component: TimelineScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/origins',
    validateSearch: originsAddress,
    component: OriginsScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/network',
    validateSearch: networkAddress,
    component: NetworkScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/map',
    validateSearch: mapAddress,
    component: MapScreen,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    validateSearch: searchAddress,
    component: SearchScreen,
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
