/**
 * How the two systems reach this folder: as doors, opened for one account. main.ts knows who stands behind them.
 */
import type { Accounting } from '../model/accounting.ts';
import type { FieldService } from '../model/field-service.ts';
import type { AccountStore } from '../store/store.ts';

export interface Doors {
  /** Faults outsmart.token_refused when the account is not connected, store.secret_unreadable. */
  openFieldService(account: AccountStore, signal: AbortSignal): Promise<FieldService>;
  openAccounting(account: AccountStore, signal: AbortSignal): Promise<Accounting>;
}
