// How the pages show the two statuses of a work order.

import { html, type SafeHtml } from '../../kit/html.ts';
import type { Account } from '../records/account.ts';
import type { WireValue } from '../records/wire-values.ts';
import type { WorkOrderStatus } from '../records/work-order-fields.ts';

const tones: Record<WorkOrderStatus, string> = {
  Klaargezet: 'plain',
  Opgehaald: 'warn',
  Compleet: 'good',
  Afgehandeld: 'plain',
};

/** The names of the work statuses of the account by code, in the order of its list. */
export function workStatusNames(account: Account): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { fields } of account.list('workstatusses').all()) {
    names.set(fields.sta_code ?? '', fields.sta_name ?? '');
  }
  return names;
}

export function statusBadge(status: WorkOrderStatus): SafeHtml {
  return html`<span class="badge ${tones[status]}">${status}</span>`;
}

/** Code and name; a code that the list does not have is shown as unknown. */
export function workStatusText(names: ReadonlyMap<string, string>, code: WireValue): string {
  if (!code) return '–';
  const name = names.get(code);
  return name === undefined ? `${code} (onbekend)` : `${code} – ${name}`;
}

export function workStatusBadge(names: ReadonlyMap<string, string>, code: WireValue): SafeHtml {
  if (!code) return html`<span class="soft">–</span>`;
  return html`<span class="badge ${names.has(code) ? 'good' : 'bad'}">${workStatusText(names, code)}</span>`;
}
