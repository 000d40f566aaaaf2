/**
 * A person says that the work orders which stand ready may go (product.md 4.9): all of them, or those from a day on.
 */
import { type IsoDate, readIsoDate } from '../kernel/dates.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import { refusal } from './sentences-refusals.ts';

/**
 * Of the work orders that stand there now, those to leave behind are handled by hand from now on. Confirming again only
 * changes the start date. Refusals: first-export.no-settings, first-export.date.
 */
export async function confirmFirstExport(
  account: AccountStore,
  confirmedBy: string,
  startDate: string | null,
  leaveBehind: readonly WorkOrderRowId[] = [],
): Promise<{ startDate: IsoDate | null }> {
  const saved = await account.settings.current();
  const administrationId = saved?.value.administrationId ?? null;
  if (administrationId === null) throw refusal('first-export.no-settings');
  const day = startDate === null ? null : readIsoDate(startDate);
  if (startDate !== null && day === null) throw refusal('first-export.date', { typed: startDate });
  await account.settings.confirmFirstExport(administrationId as AdministrationId, {
    ...{ confirmedBy, startDate: day, leaveBehind },
  });
  return { startDate: day };
}

/** True when exports may send without asking again. */
export async function isFirstExportConfirmed(account: AccountStore): Promise<boolean> {
  const saved = await account.settings.current();
  const administrationId = saved?.value.administrationId ?? null;
  return (
    administrationId !== null && (await account.settings.firstExport(administrationId as AdministrationId)) !== null
  );
}
