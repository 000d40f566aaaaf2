// One authenticated API call as the resources see it: whose books, which settings, what time. Must not know of HTTP
// beyond the query.
import type { SandboxClock } from '../../kit/clock.ts';
import type { Books } from '../books/administration-books.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { SandboxUser } from '../books/records.ts';
import type { AsperionSettings } from '../settings.ts';
import type { Query } from './filters.ts';

export interface Call {
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly clock: SandboxClock;
  readonly user: SandboxUser;
  readonly books: Books;
  readonly query: Query;
  /** Put before the path of a link; empty for relative links. */
  readonly linkBase: string;
}

/** The moment from which lists show what is created now; undefined: at once. */
export function visibleFromMs(call: Pick<Call, 'settings' | 'clock'>): number | undefined {
  const { lateVisibilityMs } = call.settings;
  return lateVisibilityMs > 0 ? call.clock.now().getTime() + lateVisibilityMs : undefined;
}

/** What every answer says about the administration that gave it. */
export function answeredBy(call: Call) {
  return {
    administrationId: call.books.administration.id,
    administrationName: call.books.administration.name,
    profileName: call.user.profileName,
  };
}
