// The addresses of the pages on the API port and what their buttons do. There is no sign-in: this is a sandbox.
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../../kit/html.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Books } from '../books/administration-books.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import { DraftRefusal } from '../books/draft-life.ts';
import type { DraftInvoice } from '../books/records.ts';
import type { AsperionControl } from '../control.ts';
import { draftPage } from './draft-page.ts';
import { framed, wishOf } from './frame.ts';
import {
  administrationPage,
  administrationsPage,
  articlesPage,
  debtorPage,
  debtorsPage,
  draftsPage,
} from './record-pages.ts';

type InBooks = { Params: { administration: string } };
type One = { Params: { administration: string; id: string } };
type Form = Readonly<Record<string, string | undefined>>;

/** Something that the address names does not exist. */
class Missing extends Error {}

/** Adds the pages to the API server. */
export function addPageRoutes(app: FastifyInstance, store: AsperionStore, control: AsperionControl): void {
  const booksOf = (administration: string): Books => {
    const books = store.books(Number(administration));
    if (books === undefined) throw new Missing('administratie');
    return books;
  };
  app.register(async (scope) => {
    await scope.register(formbody);
    scope.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof Missing)) throw error;
      return send(
        reply.code(404),
        framed('Niet gevonden', html`<p class="card">Deze ${error.message} bestaat niet.</p>`),
      );
    });
    scope.get('/', (_request, reply) => send(reply, administrationsPage(store.administrations())));
    addReadingRoutes(scope, booksOf);
    addDraftRoutes(scope, booksOf, control);
  });
}

function addReadingRoutes(scope: FastifyInstance, booksOf: (administration: string) => Books): void {
  const base = '/administraties/:administration';
  scope.get<InBooks>(base, ({ params }, reply) => send(reply, administrationPage(booksOf(params.administration))));
  scope.get<InBooks>(`${base}/debiteuren`, ({ params, query }, reply) =>
    send(reply, debtorsPage(booksOf(params.administration), wishOf(query))),
  );
  scope.get<One>(`${base}/debiteuren/:id`, ({ params }, reply) => {
    const books = booksOf(params.administration);
    const debtor = books.debtors.get(params.id);
    if (debtor === undefined) throw new Missing('debiteur');
    return send(reply, debtorPage(books, debtor));
  });
  scope.get<InBooks>(`${base}/artikelen`, ({ params, query }, reply) =>
    send(reply, articlesPage(booksOf(params.administration), wishOf(query))),
  );
  scope.get<InBooks>(`${base}/conceptfacturen`, ({ params, query }, reply) =>
    send(reply, draftsPage(booksOf(params.administration), wishOf(query))),
  );
  scope.get<One>(`${base}/bijlagen/:id`, ({ params }, reply) => {
    const file = booksOf(params.administration).files.get(params.id);
    if (file === undefined) throw new Missing('bijlage');
    // Never shown in the page's own origin, since anyone may have sent it.
    const name = encodeURIComponent(file.name);
    reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    return reply.type('application/octet-stream').send(Buffer.from(file.contentBase64, 'base64'));
  });
}

type Act = (administrationId: number, id: number, form: Form, draft: DraftInvoice) => unknown;

function addDraftRoutes(
  scope: FastifyInstance,
  booksOf: (administration: string) => Books,
  control: AsperionControl,
): void {
  const base = '/administraties/:administration/conceptfacturen';
  const draftOf = (books: Books, id: string): DraftInvoice => {
    const draft = books.drafts.get(id);
    if (draft === undefined) throw new Missing('conceptfactuur');
    return draft;
  };
  scope.get<One>(`${base}/:id`, ({ params }, reply) => {
    const books = booksOf(params.administration);
    return send(reply, draftPage(books, draftOf(books, params.id)));
  });
  const acts: Readonly<Record<string, Act>> = {
    verwerken: (administrationId, id) => control.processDraft(administrationId, id),
    betaald: (administrationId, id) => control.markPaid(administrationId, id),
    verwijderen: (administrationId, id) => control.deleteDraft(administrationId, id),
    wijzigen: (administrationId, id, form, draft) => control.editDraft(administrationId, id, changesFrom(form, draft)),
  };
  for (const [name, act] of Object.entries(acts)) {
    scope.post<One>(`${base}/:id/${name}`, ({ params, body }, reply) => {
      const books = booksOf(params.administration);
      const draft = draftOf(books, params.id);
      const refusal = refusalOf(() => act(books.administration.id, draft.id, (body ?? {}) as Form, draft));
      if (refusal !== null) return send(reply.code(409), draftPage(books, draft, refusal));
      const list = `/administraties/${books.administration.id}/conceptfacturen`;
      return reply.redirect(name === 'verwijderen' ? list : `${list}/${draft.id}`, 303);
    });
  }
}

/** Why the books did not allow it, in Dutch, or null when they did. */
function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DraftRefusal) return error.message;
    if (error instanceof ApiProblem) return error.detail.nl;
    throw error;
  }
}

/** The wire form of what was typed; a number that cannot be read is left to the check of the draft. */
function changesFrom(form: Form, draft: DraftInvoice) {
  const typed = (name: string): number | string | null => {
    const text = (form[name] ?? '').trim().replace(',', '.');
    if (text === '') return null;
    return Number.isNaN(Number(text)) ? text : Number(text);
  };
  const lines = draft.lines.map((line, index) => {
    const description = form[`description${index}`]?.replaceAll('\r\n', '\n') ?? line.description;
    if (line.lineType === 'Text') return { ...line, description };
    return { ...line, description, quantity: typed(`quantity${index}`), price: typed(`price${index}`) };
  });
  const { subject, description, reference } = form;
  return { subject: subject || null, description: description || null, reference: reference || null, lines };
}

function send(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
