// The office's list of work orders with both statuses, to filter, search and leaf through.

import { html, type SafeHtml } from '../../kit/html.ts';
import type { Account } from '../records/account.ts';
import { type WireWorkOrder, workOrderStatuses } from '../records/work-order-fields.ts';
import type { StoredWorkOrder } from '../records/work-order-list.ts';
import { isFound, officePage, officePath, pageLinks, sliceOf } from './office-frame.ts';
import { statusBadge, workStatusBadge, workStatusNames } from './status-badges.ts';

/** The choices above the list, as they stand in the address. */
export interface WorkOrderSearch {
  status: string;
  werkbonstatus: string;
  zoek: string;
  pagina: string | undefined;
}

/** The choice that means: without a work status. */
const withoutWorkStatus = '(geen)';

export function workOrdersPage(account: Account, search: WorkOrderSearch): string {
  const all = [...account.workOrders.all()].reverse();
  const slice = sliceOf(
    all.filter(({ order }) => isWanted(order, search)),
    search.pagina,
  );
  const { pagina: _pagina, ...kept } = search;
  const links = pageLinks(slice, officePath(account, 'werkbonnen'), kept);
  const names = workStatusNames(account);
  const body = html`${searchForm(names, search, all)}${links}
<div class="scroll"><table><thead><tr><th>Werkbon</th><th class="wide">Datum</th><th>Klant</th><th class="wide">Omschrijving</th><th>Statussen</th></tr></thead>
<tbody>${slice.rows.map(({ order }) => row(account, names, order))}</tbody></table></div>${links}`;
  return officePage(account, 'Werkbonnen', body);
}

function isWanted(order: WireWorkOrder, search: WorkOrderSearch): boolean {
  if (search.status !== '' && order.status !== search.status) return false;
  if (search.werkbonstatus === withoutWorkStatus && order.WorkStatus) return false;
  const isCode = search.werkbonstatus !== '' && search.werkbonstatus !== withoutWorkStatus;
  if (isCode && order.WorkStatus !== search.werkbonstatus) return false;
  const { OrderNr, WorkorderNo, id, CustomerName, CustomerNameInvoice, CustomerDebtorNr, ShortWorkDescription } = order;
  const texts = [OrderNr, WorkorderNo, id, CustomerName, CustomerNameInvoice, CustomerDebtorNr, ShortWorkDescription];
  return isFound(search.zoek, texts);
}

function searchForm(
  names: ReadonlyMap<string, string>,
  search: WorkOrderSearch,
  all: readonly StoredWorkOrder[],
): SafeHtml {
  const counts = new Map<string, number>();
  for (const { order } of all) counts.set(order.status, (counts.get(order.status) ?? 0) + 1);
  const statuses = workOrderStatuses.map((status) =>
    option(status, `${status} (${counts.get(status) ?? 0})`, search.status),
  );
  const codes = [...names].map(([code, name]) => option(code, `${code} – ${name}`, search.werkbonstatus));
  return html`<form class="row" method="get">
<label>Status<br><select name="status"><option value="">Alle (${all.length})</option>${statuses}</select></label>
<label>Werkbonstatus<br><select name="werkbonstatus"><option value="">Alle</option>${option(withoutWorkStatus, withoutWorkStatus, search.werkbonstatus)}${codes}</select></label>
<label>Zoeken<br><input type="search" name="zoek" value="${search.zoek}"></label>
<button>Toon</button></form>`;
}

function option(value: string, text: string, chosen: string): SafeHtml {
  return html`<option value="${value}"${value === chosen ? html` selected` : html``}>${text}</option>`;
}

function row(account: Account, names: ReadonlyMap<string, string>, order: WireWorkOrder): SafeHtml {
  const path = officePath(account, `werkbonnen/${encodeURIComponent(order.id)}`);
  return html`<tr><td><a class="tight" href="${path}">${order.OrderNr || order.id}</a>${order.Archived === '1' && html` <span class="badge plain">archief</span>`}</td>
<td class="wide tight">${order.WorkDate}</td><td>${order.CustomerName}</td><td class="wide">${order.ShortWorkDescription}</td>
<td>${statusBadge(order.status)} ${workStatusBadge(names, order.WorkStatus)}</td></tr>`;
}
