// The office's plain lists: relations, materials and hour types, to search and leaf through.

import { html } from '../../kit/html.ts';
import type { Account } from '../records/account.ts';
import { isFound, officePage, officePath, pageLinks, sliceOf } from './office-frame.ts';

interface ListView {
  title: string;
  endpoint: string;
  /** Field and heading; a narrow screen shows the first three. */
  columns: readonly (readonly [field: string, heading: string])[];
}

/** The lists that have a page, by the last part of its address. */
export const listViews: ReadonlyMap<string, ListView> = new Map([
  [
    'relaties',
    {
      title: 'Relaties',
      endpoint: 'relations',
      columns: [
        ['debtor_number', 'Nummer'],
        ['name', 'Naam'],
        ['city', 'Plaats'],
        ['street', 'Straat'],
        ['house_number', 'Nr.'],
        ['postal_code', 'Postcode'],
        ['email', 'E-mail'],
        ['phone_number', 'Telefoon'],
        ['external_id', 'Extern id'],
        ['active', 'Actief'],
      ],
    },
  ],
  [
    'materialen',
    {
      title: 'Materialen',
      endpoint: 'materials',
      columns: [
        ['code', 'Code'],
        ['description', 'Omschrijving'],
        ['price', 'Prijs'],
        ['unit', 'Eenheid'],
        ['eancode', 'EAN'],
        ['freefield1', 'Vrij veld 1'],
        ['vat_code', 'Btw-code'],
      ],
    },
  ],
  [
    'uursoorten',
    {
      title: 'Uursoorten',
      endpoint: 'hourtypes',
      columns: [
        ['code', 'Code'],
        ['name', 'Naam'],
        ['sale_price', 'Verkoopprijs'],
        ['cost_price', 'Kostprijs'],
        ['sale_booking', 'Verkoop'],
        ['cost_booking', 'Kosten'],
        ['active', 'Actief'],
      ],
    },
  ],
]);

const narrowColumns = 3;

/** One page of a list. */
export function listPage(account: Account, path: string, view: ListView, search: string, wanted?: string): string {
  const records = account.list(view.endpoint).all();
  const slice = sliceOf(
    records.filter(({ fields }) =>
      isFound(
        search,
        view.columns.map(([field]) => fields[field]),
      ),
    ),
    wanted,
  );
  const links = pageLinks(slice, officePath(account, path), { zoek: search });
  const tone = (index: number): string => (index < narrowColumns ? '' : 'wide');
  const head = view.columns.map(([, heading], index) => html`<th class="${tone(index)}">${heading}</th>`);
  const rows = slice.rows.map(
    ({ fields }) =>
      html`<tr>${view.columns.map(([field], index) => html`<td class="${tone(index)}">${fields[field]}</td>`)}</tr>`,
  );
  const body = html`<form class="row" method="get"><label>Zoeken<br><input type="search" name="zoek" value="${search}"></label><button>Toon</button></form>
${links}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>${links}`;
  return officePage(account, view.title, body);
}
