// What all pages of the back office share: the bar above them, paging and search. Pages are plain HTML in Dutch.

import { html, page, type SafeHtml } from '../../kit/html.ts';
import type { Account } from '../records/account.ts';

const pageSize = 50;

/** The address of a page of this account. */
export function officePath(account: Account, path: string): string {
  return `/kantoor/${encodeURIComponent(account.token)}/${path}`;
}

/** A whole page of this account with the bar above it. */
export function officePage(account: Account, title: string, body: SafeHtml): string {
  const link = (path: string, text: string): SafeHtml => html`<a href="${officePath(account, path)}">${text}</a>`;
  const top = html`<strong><a href="/">OutSmart-sandbox</a></strong><span class="soft">${account.card.name}</span>
${link('werkbonnen', 'Werkbonnen')}${link('relaties', 'Relaties')}${link('materialen', 'Materialen')}
${link('uursoorten', 'Uursoorten')}`;
  return page(title, body, top);
}

export interface Slice<T> {
  rows: T[];
  total: number;
  pageNumber: number;
  pageCount: number;
}

/** One page of a long list; a page number that does not exist becomes the nearest one that does. */
export function sliceOf<T>(all: readonly T[], wanted: string | undefined): Slice<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const number = Number.parseInt(wanted ?? '1', 10);
  const pageNumber = Math.min(pageCount, Math.max(1, Number.isNaN(number) ? 1 : number));
  const rows = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return { rows, total: all.length, pageNumber, pageCount };
}

/** Links to the pages before and after this one, keeping the search. */
export function pageLinks(slice: Slice<unknown>, path: string, search: Record<string, string>): SafeHtml {
  const link = (number: number, text: string): SafeHtml => {
    const query = new URLSearchParams({ ...search, pagina: String(number) });
    return html`<a href="${path}?${query.toString()}">${text}</a>`;
  };
  const { pageNumber, pageCount } = slice;
  return html`<nav class="pages" aria-label="Bladeren">
${pageNumber > 1 && link(pageNumber - 1, '‹ Vorige')}
<span class="soft">${slice.total} gevonden, pagina ${pageNumber} van ${pageCount}</span>
${pageNumber < pageCount && link(pageNumber + 1, 'Volgende ›')}
</nav>`;
}

/** Whether any of the texts contains what is searched for; letter case does not count. */
export function isFound(search: string, texts: readonly unknown[]): boolean {
  if (search === '') return true;
  const wanted = search.toLowerCase();
  return texts.some((text) => typeof text === 'string' && text.toLowerCase().includes(wanted));
}
