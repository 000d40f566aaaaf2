/** The company that a history plays in: its licence, its connections and its settings. */
import { randomUUID } from 'node:crypto';
import { daysAfter, type IsoDate } from '#src/kernel/dates.ts';
import type { AccountId, AdministrationId } from '#src/model/ids.ts';
import { ASPERION_CONNECTOR } from '#src/model/licence.ts';
import { type SettingsInput, settingsSchema } from '#src/model/settings.ts';
import type { AccountStore, Store } from '#src/store/store.ts';

const BY = 'simulatie';
/** Names the OutSmart account in marks; all histories may have the same, since no two see each other's books. */
const OUTSMART_KEY = 'a1b2c3d4e5';

/** Makes the company, ready to connect to Asperion. Its name is its own, for histories share a database. */
export async function makeCompany(store: Store, token: string): Promise<AccountId> {
  const { id } = await store.accounts.create(`Simulatie ${randomUUID()}`, daysAfter('2026-03-02' as IsoDate, 30));
  const account = store.forAccount(id);
  await account.licences.order(ASPERION_CONNECTOR, BY);
  await account.connections.saveOutSmart({ token, outsmartKey: OUTSMART_KEY, workStatusCode: '1' });
  return id;
}

export interface Choices {
  readonly administrationId: number;
  readonly createRelations: boolean;
  readonly createMaterials: boolean;
  readonly exportOn: boolean;
}

/** With which everything that can go at all does. */
export const GENEROUS: Omit<Choices, 'administrationId'> = {
  createRelations: true,
  createMaterials: true,
  exportOn: true,
};

/** Saves settings and lets the first export of that administration go. */
export async function choose(account: AccountStore, choices: Choices): Promise<void> {
  const current = await account.settings.current();
  const input: SettingsInput = {
    ...choices,
    ...{ vatCode: '1', debtorKindId: '1', paymentConditionId: 1, salesTypeId: '10' },
    ...{ importDebtors: true, importArticles: true },
  };
  await account.settings.save(settingsSchema.parse(input), {
    ...{ savedBy: BY, basedOn: current?.version ?? 0, exportEveryMs: null, changes: [] },
  });
  await account.settings.confirmFirstExport(choices.administrationId as AdministrationId, {
    ...{ confirmedBy: BY, startDate: null, leaveBehind: [] },
  });
}

/** The administration that is chosen now. */
export async function chosenAdministration(account: AccountStore): Promise<number> {
  return (await account.settings.current())?.value.administrationId ?? 0;
}
