/**
 * The operator's stop of one company: nothing of it is synchronised, its people can still look. Its own people see who did
 * it in their audit trail.
 */
import type { AccountId } from '../model/ids.ts';
import type { UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

/** Refusal account.not-to-suspend when it is suspended already, or there is none. A run that goes on ends as it would. */
export async function suspendAccount(
  { store }: Pick<UseCaseParts, 'store'>,
  accountId: AccountId,
  by: string,
): Promise<void> {
  if (!(await store.operator.suspend(accountId, by))) throw refusal('account.not-to-suspend');
}

/** Takes it back; the schedule goes on by itself. Refusal account.not-suspended. */
export async function resumeAccount(
  { store }: Pick<UseCaseParts, 'store'>,
  accountId: AccountId,
  by: string,
): Promise<void> {
  if (!(await store.operator.resume(accountId, by))) throw refusal('account.not-suspended');
}
