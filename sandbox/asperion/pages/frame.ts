// What all pages share: the bar on top, the search box, the links to more pages. Must not know what is listed.
import { html, page, type SafeHtml } from '../../kit/html.ts';
import type { Administration } from '../books/records.ts';

const PAGE_ROWS = 50;

/** A whole page about an administration, or about none. */
export function framed(title: string, body: SafeHtml, administration?: Administration): string {
  const links =
    administration === undefined
      ? html``
      : html`<a href="/administraties/${administration.id}">${administration.name}</a>
<a href="/administraties/${administration.id}/debiteuren">Debiteuren</a>
<a href="/administraties/${administration.id}/artikelen">Artikelen</a>
<a href="/administraties/${administration.id}/conceptfacturen">Conceptfacturen</a>`;
  const top = html`<strong>Asperion</strong> <span class="soft">sandbox</span> <a href="/">Administraties</a> ${links}`;
  return page(title, body, top);
}

/** What a reader asked to see of a list. */
export interface Wish {
  readonly search: string;
  readonly pageNumber: number;
}

/** Reads `zoek` and `pagina`; anything senseless is the first page of everything. */
export function wishOf(query: unknown): Wish {
  const { zoek, pagina } = query as { zoek?: unknown; pagina?: unknown };
  const number = Number(pagina);
  return {
    search: typeof zoek === 'string' ? zoek.trim() : '',
    pageNumber: Number.isSafeInteger(number) && number > 0 ? number : 1,
  };
}

/** Column headings and rows of one page of a list. */
export interface Listed<T> {
  readonly heads: readonly SafeHtml[];
  readonly rowOf: (row: T) => SafeHtml;
  /** Everything about the row that the search box looks at. */
  readonly textOf: (row: T) => string;
}

/** Search box, table and links. Newest first when `rows` are given that way. */
export function listing<T>(rows: readonly T[], { search, pageNumber }: Wish, listed: Listed<T>): SafeHtml {
  const wanted = search.toLowerCase();
  const found = wanted === '' ? rows : rows.filter((row) => listed.textOf(row).toLowerCase().includes(wanted));
  const start = (pageNumber - 1) * PAGE_ROWS;
  const shown = found.slice(start, start + PAGE_ROWS);
  const link = (number: number, word: string): SafeHtml =>
    html`<a href="?${new URLSearchParams({ zoek: search, pagina: String(number) })}">${word}</a>`;
  return html`<form class="row" method="get" role="search">
<div><label for="zoek">Zoeken</label><input id="zoek" name="zoek" type="search" value="${search}"></div>
<div><button>Zoek</button></div></form>
${
  shown.length === 0
    ? html`<p class="card">Niets gevonden.</p>`
    : html`<div class="scroll"><table><thead><tr>${listed.heads}</tr></thead><tbody>${shown.map(listed.rowOf)}</tbody></table></div>`
}
<nav class="pages" aria-label="Pagina's">
<span class="soft">${found.length} gevonden</span>
${pageNumber > 1 && link(pageNumber - 1, 'Vorige')}
${start + PAGE_ROWS < found.length && link(pageNumber + 1, 'Volgende')}
</nav>`;
}
