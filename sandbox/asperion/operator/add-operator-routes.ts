// What the control offers, for other processes: under /_sandbox/ on the API port, as JSON. The switches (faults,
// journal, clock, settings) come from the kit; those of the identity server are under /_sandbox/identity/.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Kit, KitSettings } from '../../kit/hook-server.ts';
import { operatorRoutes, speakOperatorJson } from '../../kit/operator-routes.ts';
import { COLLECTION_NAMES } from '../books/administration-books.ts';
import type { Article, Debtor } from '../books/records.ts';
import { type AsperionControl, draftChanges } from '../control.ts';
import type { AdministrationSeed } from '../seed.ts';

type Administration = { Params: { administration: string } };
type One = { Params: { administration: string; id: string } };

const userSchema = z.strictObject({
  userName: z.string().min(1),
  password: z.string(),
  profileName: z.string(),
  administrations: z.array(z.number().int()),
  defaultAdministration: z.number().int(),
});
const clientSchema = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  redirectUris: z.array(z.string()),
});
const accessSchema = z.strictObject({ userName: z.string(), clientId: z.string().optional() });
const kindSchema = z.enum(COLLECTION_NAMES as [(typeof COLLECTION_NAMES)[number]]);

/** Adds the operator's routes to the API server. */
export function addOperatorRoutes(app: FastifyInstance, control: AsperionControl, identity: Kit<KitSettings>): void {
  app.register(async (scope) => operatorRoutes(scope, identity), { prefix: '/_sandbox/identity' });
  app.register(
    async (scope) => {
      speakOperatorJson(scope);
      scope.register(async (inner) => {
        // What the control refuses is the caller's mistake; the outer handler puts it into words.
        inner.setErrorHandler((error: Error) => {
          throw Object.assign(error, { statusCode: 400 });
        });
        addRecordRoutes(inner, control);
        addDraftRoutes(inner, control);
        addAccessRoutes(inner, control);
      });
    },
    { prefix: '/_sandbox' },
  );
}

function addRecordRoutes(scope: FastifyInstance, control: AsperionControl): void {
  scope.get('/administrations', () => control.administrations());
  // A seed is trusted as it comes: it is written by whoever runs the sandbox.
  scope.post<Administration>('/administrations/:administration/seed', (request) => {
    control.seed(Number(request.params.administration), (request.body ?? {}) as AdministrationSeed);
    return control.administrations();
  });
  scope.get<Administration>('/administrations/:administration/debtors', (request) =>
    control.debtors(Number(request.params.administration)),
  );
  scope.patch<One>('/administrations/:administration/debtors/:id', ({ params, body }) =>
    control.editDebtor(Number(params.administration), Number(params.id), body as Partial<Debtor>),
  );
  scope.get<Administration>('/administrations/:administration/articles', (request) =>
    control.articles(Number(request.params.administration)),
  );
  scope.patch<One>('/administrations/:administration/articles/:id', ({ params, body }) =>
    control.editArticle(Number(params.administration), Number(params.id), body as Partial<Article>),
  );
  scope.get<Administration>('/administrations/:administration/sales-invoices', (request) =>
    control.salesInvoices(Number(request.params.administration)),
  );
  scope.get<Administration>('/administrations/:administration/sales-orders', (request) =>
    control.salesOrders(Number(request.params.administration)),
  );
  scope.delete<{ Params: { administration: string; kind: string; id: string } }>(
    '/administrations/:administration/records/:kind/:id',
    ({ params }) => {
      control.remove(Number(params.administration), kindSchema.parse(params.kind), params.id);
      return { removed: params.id };
    },
  );
}

function addDraftRoutes(scope: FastifyInstance, control: AsperionControl): void {
  const base = '/administrations/:administration/drafts';
  scope.get<Administration>(base, (request) => control.drafts(Number(request.params.administration)));
  scope.get<One>(`${base}/:id`, ({ params }, reply) => {
    const draft = control.draft(Number(params.administration), Number(params.id));
    return draft ?? reply.code(404).send({ error: `there is no draft ${params.id}` });
  });
  scope.patch<One>(`${base}/:id`, ({ params, body }) =>
    control.editDraft(Number(params.administration), Number(params.id), draftChanges(body)),
  );
  scope.delete<One>(`${base}/:id`, ({ params }) => {
    control.deleteDraft(Number(params.administration), Number(params.id));
    return { removed: params.id };
  });
  scope.post<One>(`${base}/:id/process`, ({ params }) =>
    control.processDraft(Number(params.administration), Number(params.id)),
  );
  scope.post<One>(`${base}/:id/pay`, ({ params }) =>
    control.markPaid(Number(params.administration), Number(params.id)),
  );
}

function addAccessRoutes(scope: FastifyInstance, control: AsperionControl): void {
  scope.get('/users', () => control.users());
  scope.post('/users', (request) => {
    control.putUser(userSchema.parse(request.body));
    return control.users();
  });
  scope.post('/clients', (request) => {
    const client = clientSchema.parse(request.body);
    control.putClient(client);
    return client;
  });
  scope.post('/tokens', (request) => {
    const { userName, clientId } = accessSchema.parse(request.body);
    return control.issueTokens(userName, clientId);
  });
  scope.post('/revoke-user', (request) => ({ ended: control.revokeUser(accessSchema.parse(request.body).userName) }));
  scope.post('/expire-access-tokens', (request) => ({
    ended: control.expireAccessTokens(accessSchema.parse(request.body).userName),
  }));
}
