/**
 * Every route of the HTTP API. Whoever adds one adds it here, and nowhere else: access, checks and description follow.
 */
import type { z } from 'zod';
import { companyRoutes } from './company-routes.ts';
import { licenceRoutes } from './licence-routes.ts';
import type { Route } from './route.ts';
import { runRoutes } from './run-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { workOrderRoutes } from './work-order-routes.ts';

export const routes = {
  ...sessionRoutes,
  ...workOrderRoutes,
  ...runRoutes,
  ...settingsRoutes,
  ...licenceRoutes,
  ...companyRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;

/** What a caller gives; `undefined` where the route takes none. */
export type InputOf<Name extends RouteName, Part extends 'params' | 'query' | 'body'> =
  Routes[Name] extends Record<Part, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;

/** What a handler gets, checked and with defaults filled in. */
export type CheckedOf<Name extends RouteName, Part extends 'params' | 'query' | 'body'> =
  Routes[Name] extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** What it answers; `undefined` where the answer is no JSON. */
export type AnswerOf<Name extends RouteName> = Routes[Name] extends { response: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;

/** The map as plain routes, for what looks at all of them. */
export const allRoutes: Readonly<Record<string, Route>> = routes;
