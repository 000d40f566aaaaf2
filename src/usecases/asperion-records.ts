/**
 * Debtors and articles of Asperion for a person to choose one from. Asked anew each time: what was made there a moment ago
 * is found. What cannot be linked to (blocked debtors, inactive articles) is not offered.
 */
import type { AdministrationId } from '../model/ids.ts';
import type { ChoiceKind } from '../model/record-choices.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import type { UseCaseParts } from './parts.ts';
import { choiceRefusal } from './sentences-choices.ts';
import { euro } from './sentences-numbers.ts';

/** More than a list to choose from can show with use. */
const RECORDS_MAX = 25;

export interface FoundRecords {
  readonly records: { readonly code: string; readonly name: string; readonly note: string }[];
  /** There are or may be more: type more of it. */
  readonly isCut: boolean;
}

/** By a part of the number, code or name. Refusal choice.no-administration. Faults of Asperion. */
export async function findAsperionRecords(
  parts: Pick<UseCaseParts, 'doors'>,
  account: AccountStore,
  { kind, search }: { readonly kind: ChoiceKind; readonly search: string },
  language: Language,
  signal: AbortSignal,
): Promise<FoundRecords> {
  const administrationId = (await account.settings.current())?.value.administrationId ?? null;
  if (administrationId === null) throw choiceRefusal('choice.no-administration', kind, '');
  const books = (await parts.doors.openAccounting(account, signal)).books(administrationId as AdministrationId);
  if (kind === 'debtor') {
    const { records, isCut } = await books.findDebtorsWithText(search, RECORDS_MAX);
    const open = records.filter(({ isBlocked }) => !isBlocked);
    return {
      isCut,
      records: open.map(({ customerNumber, name, city }) => ({ code: customerNumber, name, note: city })),
    };
  }
  const { records, isCut } = await books.findArticlesWithText(search, RECORDS_MAX);
  return {
    isCut,
    records: records.map(({ code, description, salesPrice, unit }) => {
      const price = euro(salesPrice, 'all', language);
      return { code, name: description, note: unit === '' ? price : `${price} / ${unit}` };
    }),
  };
}
