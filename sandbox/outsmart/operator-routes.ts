// The control of the sandbox over HTTP, for tests and demos in another process. The kit adds faults, journal, clock
// and settings under the same prefix.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { speakOperatorJson } from '../kit/operator-routes.ts';
import type { ListName, OutSmartControl } from './control.ts';
import type { PartialWorkOrder } from './records/complete-work-order.ts';
import { accountSeedSchema, newAccountShape, seedLists } from './seed.ts';

const officeChangeSchema = z.strictObject({
  status: z.string().optional(),
  workStatus: z.string().nullable().optional(),
  archived: z.boolean().optional(),
});
const patchSchema: z.ZodType<PartialWorkOrder> = z.looseObject({
  Materials: z.array(z.record(z.string(), z.unknown())).optional(),
  Workperiods: z.array(z.record(z.string(), z.unknown())).optional(),
});

interface ToAccount {
  Params: { token: string };
}
interface ToWorkOrder {
  Params: { token: string; id: string };
}
interface ToList {
  Params: { token: string; list: string };
}

/** Registers the routes under /_sandbox. What does not exist is answered with 400 and `{error}`. */
export function operatorRoutes(app: FastifyInstance, control: OutSmartControl): void {
  app.register(
    async (scope) => {
      speakOperatorJson(scope);
      accountRoutes(scope, control);
      workOrderRoutes(scope, control);
    },
    { prefix: '/_sandbox' },
  );
}

function accountRoutes(scope: FastifyInstance, control: OutSmartControl): void {
  scope.get('/accounts', () => ({ accounts: control.accounts() }));
  scope.post('/accounts', (request) => {
    control.addAccount(z.strictObject(newAccountShape).parse(request.body));
    return { accounts: control.accounts() };
  });
  scope.post<ToAccount>('/accounts/:token/seed', (request) => ({
    workOrderIds: control.seed(request.params.token, accountSeedSchema.parse(request.body)),
  }));
  scope.post<ToAccount>('/accounts/:token/revoke', (request) => {
    control.revokeToken(request.params.token);
    return { accounts: control.accounts() };
  });
  scope.post<ToAccount>('/accounts/:token/restore', (request) => {
    control.restoreToken(request.params.token);
    return { accounts: control.accounts() };
  });
  scope.get<ToList>('/accounts/:token/lists/:list', (request) => {
    const { token, list } = request.params;
    if (!Object.hasOwn(seedLists, list)) throw new RangeError(`there is no list "${list}"`);
    return { records: control.list(token, list as ListName) };
  });
}

function workOrderRoutes(scope: FastifyInstance, control: OutSmartControl): void {
  const path = '/accounts/:token/workorders';
  scope.get<ToAccount>(path, (request) => ({ workOrders: control.workOrders(request.params.token) }));
  scope.post<ToAccount>(path, (request) => control.addWorkOrder(request.params.token, patchSchema.parse(request.body)));
  scope.get<ToWorkOrder>(`${path}/:id`, ({ params }) => control.workOrder(params.token, params.id));
  scope.patch<ToWorkOrder>(`${path}/:id`, ({ params, body }) =>
    control.editWorkOrder(params.token, params.id, patchSchema.parse(body)),
  );
  scope.delete<ToWorkOrder>(`${path}/:id`, ({ params }) => {
    control.removeWorkOrder(params.token, params.id);
    return { removed: true };
  });
  scope.post<ToWorkOrder>(`${path}/:id/status`, ({ params, body }) =>
    control.setStatus(params.token, params.id, officeChangeSchema.parse(body)),
  );
}
