// One work order in the office: everything on it, and the form with which the office sets its statuses.

import { html, type SafeHtml } from '../../kit/html.ts';
import type { Account } from '../records/account.ts';
import { type WireWorkOrder, workOrderStatuses } from '../records/work-order-fields.ts';
import type { StoredWorkOrder } from '../records/work-order-list.ts';
import { officePage, officePath } from './office-frame.ts';
import { statusBadge, workStatusBadge, workStatusNames, workStatusText } from './status-badges.ts';

/** The page; `notice` is what is said above the form, for instance that the change was saved. */
export function workOrderPage(account: Account, stored: StoredWorkOrder, notice: string): string {
  const order = account.workOrders.served(stored);
  const names = workStatusNames(account);
  const body = html`<p>${statusBadge(order.status)} ${workStatusBadge(names, order.WorkStatus)}
${order.Archived === '1' && html`<span class="badge plain">gearchiveerd</span>`}</p>
${notice !== '' && html`<p class="notice good" role="status">${notice}</p>`}
${statusForm(account, names, order)}
<div class="card"><h2>Klant</h2>${customer(order, '')}</div>
<div class="card"><h2>Factuurklant</h2>${customer(order, 'Invoice')}</div>
<div class="card"><h2>Werk</h2>${work(order)}</div>
<h2>Materialen</h2>${materials(order)}
<h2>Uren</h2>${workPeriods(order)}
${freeFields(order)}
<h2>Statusgeschiedenis</h2>${history(names, stored)}
<p><a href="${order.PdfUrl}">Werkbon als PDF</a></p>`;
  return officePage(account, `Werkbon ${order.OrderNr || order.id}`, body);
}

function statusForm(account: Account, names: ReadonlyMap<string, string>, order: WireWorkOrder): SafeHtml {
  const current = order.WorkStatus ?? '';
  const codes = [...names.keys()];
  if (current !== '' && !names.has(current)) codes.push(current);
  const option = (value: string, text: string, chosen: string): SafeHtml =>
    html`<option value="${value}"${value === chosen ? html` selected` : html``}>${text}</option>`;
  const statuses = workOrderStatuses.map((status) => option(status, status, order.status));
  const workStatuses = codes.map((code) => option(code, workStatusText(names, code), current));
  return html`<form class="row card" method="post" action="${officePath(account, `werkbonnen/${encodeURIComponent(order.id)}`)}">
<label>Status<br><select name="status">${statuses}</select></label>
<label>Werkbonstatus<br><select name="werkbonstatus">${option('', '(geen)', current)}${workStatuses}</select></label>
<label><input type="checkbox" name="gearchiveerd" value="1"${order.Archived === '1' ? html` checked` : html``}> Gearchiveerd</label>
<button>Opslaan</button></form>`;
}

function facts(pairs: readonly (readonly [string, unknown])[]): SafeHtml {
  const filled = pairs.filter(([, value]) => value !== '' && value !== null && value !== undefined);
  if (filled.length === 0) return html`<p class="soft">Niets ingevuld</p>`;
  return html`<dl>${filled.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

function customer(order: WireWorkOrder, suffix: '' | 'Invoice'): SafeHtml {
  const field = (name: string): unknown => order[`Customer${name}${suffix}`];
  const joined = (...names: string[]): string => names.map(field).filter(Boolean).join(' ');
  return facts([
    ['Naam', field('Name')],
    ['Debiteurnummer', field('DebtorNr')],
    ['Adres', joined('Street', 'StreetNo')],
    ['Plaats', joined('ZIP', 'City', 'Country')],
    ['Contactpersoon', field('ContactPerson')],
    ['Telefoon', field('Phone')],
    ['E-mail', field('Email')],
    ['Opmerking', field('Remark')],
  ]);
}

function work(order: WireWorkOrder): SafeHtml {
  return facts([
    ['Rijnummer', order.id],
    ['Werkbonnummer extern', order.WorkorderNo],
    ['Referentie', order.Reference],
    ['Externe referentie', order.ExternalReference],
    ['Project', order.ProjectNr],
    ['Soort werk', order.TypeOfWork],
    ['Betaalwijze', order.PaymentMethod],
    ['Datum', `${String(order.WorkDate ?? '')} ${String(order.WorkTime ?? '')}`.trim()],
    ['Medewerkers', order.Employees.join(', ')],
    ['Korte omschrijving', order.ShortWorkDescription],
    ['Omschrijving', order.WorkDescription],
    ['Interne omschrijving', order.InternalWorkDescription],
    ['Opmerking monteur', order.Comment],
    ['Gemaakt', order.CreationDate],
    ['Gewijzigd', order.MutationDate],
  ]);
}

function materials(order: WireWorkOrder): SafeHtml {
  if (order.Materials.length === 0) return html`<p class="soft">Geen materialen</p>`;
  const rows = order.Materials.map(
    (
      line,
    ) => html`<tr><td>${line.MaterialCode || html`<span class="soft">zonder code</span>`}</td><td>${line.MaterialName}</td>
<td class="number">${line.MaterialNr} ${line.MaterialUnit}</td><td class="number">${line.MaterialPrice}</td><td class="number">${line.MaterialTotalPrice}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th>Code</th><th>Naam</th><th class="number">Aantal</th><th class="number">Prijs</th><th class="number">Totaal</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function workPeriods(order: WireWorkOrder): SafeHtml {
  if (order.Workperiods.length === 0) return html`<p class="soft">Geen uren</p>`;
  const rows = order.Workperiods.map(
    (
      period,
    ) => html`<tr><td class="tight">${period.WorkDate}</td><td class="tight">${period.BeginTime}–${period.EndTime}</td><td class="number">${period.TotalTime}</td>
<td>${period.HourType || html`<span class="soft">geen</span>`}</td><td>${period.EmployeeNr}</td><td>${period.WorkRemark}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th>Datum</th><th>Van–tot</th><th class="number">Tijd</th><th>Uursoort</th><th>Medewerker</th><th>Opmerking</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function freeFields(order: WireWorkOrder): SafeHtml {
  const values = Object.entries(order.FreeFields).filter(([, value]) => value !== null && value !== '');
  if (values.length === 0) return html``;
  return html`<div class="card"><h2>Vrije velden</h2>${facts(values)}</div>`;
}

function history(names: ReadonlyMap<string, string>, stored: StoredWorkOrder): SafeHtml {
  const labels = { status: 'Status', Archived: 'Gearchiveerd' } as const;
  const changes = stored.order.StatusChanges.map(({ timestamp, status, user }) => ({
    at: timestamp,
    what: 'Werkbonstatus',
    to: workStatusText(names, status),
    user,
  }));
  const moves = stored.moves.map(({ at, what, from, to, user }) => ({
    at,
    what: labels[what],
    to: what === 'Archived' ? (to === '1' ? 'ja' : 'nee') : `${from} → ${to}`,
    user,
  }));
  const lines = [...changes, ...moves].sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  if (lines.length === 0) return html`<p class="soft">Nog geen wijzigingen</p>`;
  const rows = lines.map(
    (line) =>
      html`<tr><td class="tight">${line.at}</td><td>${line.what}</td><td>${line.to}</td><td>${line.user}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th>Wanneer</th><th>Wat</th><th>Werd</th><th>Door</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
