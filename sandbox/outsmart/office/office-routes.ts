// The addresses of the back office: who asks for what, and the one form. Pages are made elsewhere in this folder.

import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, page } from '../../kit/html.ts';
import { type PhpQuery, singleValue } from '../api/php-query.ts';
import type { OutSmartControl } from '../control.ts';
import type { AccountBook } from '../records/account-book.ts';
import { listPage, listViews } from './list-page.ts';
import { officePath } from './office-frame.ts';
import { workOrderPage } from './work-order-page.ts';
import { workOrdersPage } from './work-orders-page.ts';

interface ToAccount {
  Params: { token: string };
}
interface ToWorkOrder {
  Params: { token: string; id: string };
  Body: URLSearchParams;
}

/** Registers the pages; `/` lists the accounts. */
export function officeRoutes(app: FastifyInstance, accounts: AccountBook, control: OutSmartControl): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, new URLSearchParams(String(body)));
    });
    scope.get('/', (_request, reply) => show(reply, startPage(accounts)));
    // For links from elsewhere, which know the work order and must not carry the token of its account.
    scope.get<{ Params: { id: string } }>('/werkbonnen/:id', (request, reply) => {
      const { id } = request.params;
      const account = accounts.all().find((one) => one.workOrders.get(id) !== undefined);
      if (account === undefined) return showMissing(reply, 'Deze werkbon bestaat niet.');
      return reply.redirect(officePath(account, `werkbonnen/${encodeURIComponent(id)}`), 303);
    });
    workOrderRoutes(scope, accounts, control);
    for (const [path, view] of listViews) {
      scope.get<ToAccount>(`/kantoor/:token/${path}`, (request, reply) => {
        const account = accounts.get(request.params.token);
        if (account === undefined) return showMissing(reply, 'Deze administratie bestaat niet.');
        const query = request.query as PhpQuery;
        return show(reply, listPage(account, path, view, textOf(query, 'zoek'), singleValue(query, 'pagina')));
      });
    }
  });
}

function workOrderRoutes(scope: FastifyInstance, accounts: AccountBook, control: OutSmartControl): void {
  scope.get<ToAccount>('/kantoor/:token/werkbonnen', (request, reply) => {
    const account = accounts.get(request.params.token);
    if (account === undefined) return showMissing(reply, 'Deze administratie bestaat niet.');
    const query = request.query as PhpQuery;
    const choice = (name: string): string => textOf(query, name);
    const search = { status: choice('status'), werkbonstatus: choice('werkbonstatus'), zoek: choice('zoek').trim() };
    return show(reply, workOrdersPage(account, { ...search, pagina: singleValue(query, 'pagina') }));
  });

  scope.get<ToWorkOrder>('/kantoor/:token/werkbonnen/:id', (request, reply) => {
    const account = accounts.get(request.params.token);
    const stored = account?.workOrders.get(request.params.id);
    if (account === undefined || stored === undefined) return showMissing(reply, 'Deze werkbon bestaat niet.');
    const isSaved = textOf(request.query as PhpQuery, 'opgeslagen') === '1';
    return show(reply, workOrderPage(account, stored, isSaved ? 'De status is opgeslagen.' : ''));
  });

  scope.post<ToWorkOrder>('/kantoor/:token/werkbonnen/:id', (request, reply) => {
    const { token, id } = request.params;
    const account = accounts.get(token);
    if (account?.workOrders.get(id) === undefined) return showMissing(reply, 'Deze werkbon bestaat niet.');
    const form = request.body;
    control.setStatus(token, id, {
      status: form.get('status') ?? undefined,
      workStatus: form.get('werkbonstatus') ?? undefined,
      archived: form.has('gearchiveerd'),
    });
    return reply.redirect(officePath(account, `werkbonnen/${encodeURIComponent(id)}?opgeslagen=1`), 303);
  });
}

function startPage(accounts: AccountBook): string {
  const rows = accounts.all().map((account) => {
    const { workOrders } = account;
    const completed = [...workOrders.all()].filter(({ order }) => order.status === 'Compleet').length;
    return html`<tr><td><a href="${officePath(account, 'werkbonnen')}">${account.card.name}</a>${account.card.isRevoked && html` <span class="badge bad">token ingetrokken</span>`}</td>
<td class="number">${workOrders.size}</td><td class="number">${completed}</td><td class="number wide">${account.list('relations').size}</td>
<td class="number wide">${account.list('materials').size}</td><td class="wide"><code>${account.token}</code></td></tr>`;
  });
  const body = html`<p>Een nagebouwde OutSmart op deze computer. Kies een administratie.</p>
<div class="scroll"><table><thead><tr><th>Administratie</th><th class="number">Werkbonnen</th><th class="number">Compleet</th><th class="number wide">Relaties</th><th class="number wide">Materialen</th><th class="wide">Token</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return page('OutSmart-sandbox', body, html`<strong>OutSmart-sandbox</strong>`);
}

function textOf(query: PhpQuery, name: string): string {
  return singleValue(query, name) ?? '';
}

function show(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}

function showMissing(reply: FastifyReply, text: string): FastifyReply {
  return show(reply.code(404), page('Niet gevonden', html`<p>${text} <a href="/">Naar het begin</a></p>`));
}
