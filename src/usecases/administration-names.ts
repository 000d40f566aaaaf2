/**
 * What the administration of an account is called in Asperion, remembered for a while: a page that is opened often must not
 * ask each time, nor wait for Asperion.
 */
import { isFault } from '../kernel/fault.ts';
import type { AccountId, AdministrationId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import type { UseCaseParts } from './parts.ts';

export interface AdministrationNames {
  /** Null while it is not known. What is remembered is answered at once; Asperion is waited for a moment at most. */
  nameOf(account: AccountStore, id: AdministrationId): Promise<string | null>;
}

const REMEMBERED_MS = 10 * 60_000;
/** After it did not work. */
const ASK_AGAIN_MS = 60_000;
const WAIT_MAX_MS = 1_500;
const ACCOUNTS_MAX = 1_000;

interface Remembered {
  readonly names: ReadonlyMap<AdministrationId, string>;
  readonly untilMs: number;
}

export function administrationNames({ doors, clock }: Pick<UseCaseParts, 'doors' | 'clock'>): AdministrationNames {
  const remembered = new Map<AccountId, Remembered>();
  const asking = new Map<AccountId, Promise<void>>();

  const ask = async (account: AccountStore): Promise<void> => {
    const earlier = remembered.get(account.accountId)?.names ?? new Map();
    const keep = (names: Remembered['names'], forMs: number) => {
      const oldest = remembered.keys().next();
      if (remembered.size >= ACCOUNTS_MAX && !oldest.done) remembered.delete(oldest.value);
      remembered.set(account.accountId, { names, untilMs: clock.now().getTime() + forMs });
    };
    try {
      const accounting = await doors.openAccounting(account, AbortSignal.timeout(REMEMBERED_MS));
      const administrations = await accounting.readAdministrations();
      keep(new Map(administrations.map(({ id, name }) => [id, name])), REMEMBERED_MS);
    } catch (error) {
      if (!isFault(error)) throw error;
      keep(earlier, ASK_AGAIN_MS);
    }
  };

  const asked = (account: AccountStore): Promise<void> => {
    const id = account.accountId;
    const going = asking.get(id) ?? ask(account).finally(() => asking.delete(id));
    asking.set(id, going);
    return going;
  };

  return {
    async nameOf(account, id) {
      const known = remembered.get(account.accountId);
      if (known === undefined || known.untilMs <= clock.now().getTime()) {
        const coming = asked(account);
        // Nobody may be left to wait for it.
        coming.catch(() => undefined);
        if (!known?.names.has(id)) await Promise.race([coming, moment(WAIT_MAX_MS)]);
      }
      return remembered.get(account.accountId)?.names.get(id) ?? null;
    },
  };
}

function moment(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
