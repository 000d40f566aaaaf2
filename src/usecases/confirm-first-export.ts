/**
 * A person says that the work orders which stand ready may go (product.md 4.9): all of them, or those from a day on.
 */
import { type IsoDate, readIsoDate } from '../kernel/dates.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import { Refusal } from './parts.ts';

/** Refusals: first-export.no-settings, first-export.date. Confirming again only changes the start date. */
export async function confirmFirstExport(
  account: AccountStore,
  confirmedBy: string,
  startDate: string | null,
): Promise<{ startDate: IsoDate | null }> {
  const saved = await account.settings.current();
  const administrationId = saved?.value.administrationId ?? null;
  if (administrationId === null)
    throw new Refusal('first-export.no-settings', 'Sla eerst de instellingen op, met een administratie.');
  const day = startDate === null ? null : readIsoDate(startDate);
  if (startDate !== null && day === null)
    throw new Refusal('first-export.date', `"${startDate}" is geen datum. Schrijf die als 2026-11-24.`);
  await account.settings.confirmFirstExport(administrationId as AdministrationId, confirmedBy, day);
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
