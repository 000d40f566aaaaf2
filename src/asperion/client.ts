/**
 * Asperion behind the second door. Opens it for one connection; everything else is in the files beside this one.
 */
import { type Outside, realOutside } from '../kernel/outside.ts';
import type { Accounting, Administration, Books } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { TokenVault } from '../model/token-vault.ts';
import { AsperionBooks } from './books.ts';
import { AsperionApi } from './call.ts';
import type { AsperionConnection } from './connection.ts';
import { readList } from './lists.ts';
import { administrationRecord } from './records.ts';

const ADMINISTRATIONS = '/v1/administrations';

/**
 * Opens the door to the Asperion of one account. Sends nothing yet. `signal` stops whatever is under way: a read ends
 * with sync.cancelled, a create that was on its way with asperion.unclear. What else `options` holds takes the place of the
 * real world. Throws when the API's address is not private.
 */
export function openAsperion(
  connection: AsperionConnection,
  tokens: TokenVault,
  options: { readonly signal?: AbortSignal | undefined } & Partial<Outside> = {},
): Accounting {
  const api = new AsperionApi(connection, tokens, { ...realOutside, ...options });
  return {
    get callCount(): number {
      return api.callCount;
    },
    async readAdministrations(): Promise<readonly Administration[]> {
      const rows = await readList(api, {
        path: ADMINISTRATIONS,
        filter: {},
        administrationId: null,
        schema: administrationRecord,
      });
      return rows.map(({ id, name }) => ({ id: id as AdministrationId, name }));
    },
    books(administrationId: AdministrationId): Books {
      return new AsperionBooks(api, administrationId);
    },
  };
}
