/**
 * Which work orders are shown, as the address says it: going back finds them again, and a colleague can be sent there.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PLACES, type Place } from './work-orders-answers.ts';

/** In the address: no cause is open, also not the first. */
const NO_CAUSE = '-';

export interface Filters {
  readonly place: Place;
  readonly search: string;
  /** `2026-11`, or empty for all. */
  readonly month: string;
  readonly page: number;
  readonly view: 'causes' | 'list';
  /** The cause that is open; null for none, undefined when nobody chose. */
  readonly causeId: string | null | undefined;
}

export interface FilterActs {
  toPlace(place: Place): void;
  find(search: string): void;
  ofMonth(month: string): void;
  toPage(page: number): void;
  show(view: Filters['view']): void;
  openCause(causeId: string | null): void;
  clear(): void;
}

export function useFilters(): Filters & FilterActs {
  const asked = useSearch({ from: '/framed/werkbonnen' });
  const navigate = useNavigate({ from: '/werkbonnen' });
  const place = PLACES.find((known) => known === asked.stand) ?? 'waiting';
  const search = asked.zoek ?? '';
  const month = /^\d{4}-\d{2}$/.test(asked.maand ?? '') ? (asked.maand ?? '') : '';
  // Causes stand for all their work orders; who searches looks for work orders.
  const isList = place !== 'waiting' || asked.weergave === 'lijst' || search !== '' || month !== '';
  const go = (change: Partial<typeof asked>, isTyped = false) =>
    void navigate({
      search: (before) => ({ ...before, bladzijde: undefined, ...change }),
      replace: isTyped,
      resetScroll: false,
    });
  return {
    place,
    search,
    month,
    page: Math.max(1, Number.parseInt(asked.bladzijde ?? '', 10) || 1),
    view: isList ? 'list' : 'causes',
    causeId: asked.oorzaak === NO_CAUSE ? null : asked.oorzaak,
    toPlace: (chosen) => go({ stand: chosen, oorzaak: undefined }),
    find: (text) => go({ zoek: text.trim() === '' ? undefined : text }, true),
    ofMonth: (chosen) => go({ maand: chosen === '' ? undefined : chosen }),
    toPage: (page) => go({ bladzijde: page === 1 ? undefined : String(page) }),
    show: (view) =>
      go(view === 'list' ? { weergave: 'lijst' } : { weergave: undefined, zoek: undefined, maand: undefined }),
    openCause: (causeId) => go({ oorzaak: causeId ?? NO_CAUSE }, true),
    clear: () => go({ zoek: undefined, maand: undefined }),
  };
}
