/**
 * The query of the page after this one, from the link that Asperion gives. Pure.
 */
import type { Query } from './call.ts';

/**
 * Our own query with the page of `nextPage` (relative or absolute), or null when that link names no page.
 * Only the query of the link is used, never its host: the token cannot be led astray, and a link that was written for
 * the inside of Asperion's network works. Our own filters stay as we wrote them; parameters we did not send (a cursor,
 * say) are taken over.
 */
export function nextQuery(own: Query, nextPage: string): Query | null {
  const query: Record<string, string> = { ...own };
  const ownNames = new Map(Object.keys(own).map((name) => [name.toLowerCase(), name]));
  let hasPage = false;
  for (const [name, value] of searchOf(nextPage)) {
    if (name.toLowerCase() === 'page') {
      hasPage = value.trim() !== '';
      query[ownNames.get('page') ?? 'page'] = value;
    } else if (!ownNames.has(name.toLowerCase())) {
      query[name] = value;
    }
  }
  return hasPage ? query : null;
}

function searchOf(link: string): URLSearchParams {
  const start = link.indexOf('?');
  if (start < 0) return new URLSearchParams();
  return new URLSearchParams(link.slice(start + 1).split('#', 1)[0]);
}
