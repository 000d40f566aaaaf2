/** A company of a history: its licence, its connections and its settings, and who it is to both systems. */
import { randomUUID } from 'node:crypto';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import { daysAfter, type IsoDate } from '#src/kernel/dates.ts';
import type { AccountId, AdministrationId } from '#src/model/ids.ts';
import { ASPERION_CONNECTOR } from '#src/model/licence.ts';
import { type SettingsInput, settingsSchema } from '#src/model/settings.ts';
import type { AccountStore, Store } from '#src/store/store.ts';
import type { Scheduler } from './scheduler.ts';

const BY = 'simulatie';

/** Who a company is to both systems. */
export interface Identity {
  readonly outsmartToken: string;
  /** Names its OutSmart account in marks. */
  readonly outsmartKey: string;
  /** The person whose books these are. */
  readonly officeUser: string;
  /** Its books; the first are chosen in the beginning. */
  readonly administrations: readonly [number, number];
}

export interface Company extends Identity {
  readonly accountId: AccountId;
  /** Out of reach of every fault, for people's decisions and for looking on. */
  readonly calm: AccountStore;
  /** Ids of work orders that can never go, as they name no debtor. */
  readonly hopeless: Set<string>;
  /** So many work orders were typed in. */
  orders: number;
  /** As a person who connects, or connects again. */
  connectAsperion(): Promise<void>;
}

export interface CompanyParts {
  readonly store: Store;
  readonly asperion: AsperionSandbox;
  readonly scheduler: Scheduler;
}

/** Makes the company, connected to both systems. Its name is its own, for histories share a database. */
export async function openCompany({ store, asperion, scheduler }: CompanyParts, identity: Identity): Promise<Company> {
  const { outsmartToken: token, outsmartKey, officeUser } = identity;
  const { id } = await store.accounts.create(`Simulatie ${randomUUID()}`, daysAfter('2026-03-02' as IsoDate, 30));
  const calm = store.forAccount(id);
  await calm.licences.order(ASPERION_CONNECTOR, BY);
  await calm.connections.saveOutSmart({ token, outsmartKey, workStatusCode: '1' });
  const connectAsperion = async () => {
    const { accessToken, refreshToken } = await asperion.control.issueTokens(officeUser);
    const expiresAt = new Date(scheduler.nowMs + 3_600_000);
    await calm.tokens.save({ accessToken, refreshToken, expiresAt }, officeUser);
  };
  await connectAsperion();
  return { ...identity, accountId: id, calm, hopeless: new Set(), orders: 0, connectAsperion };
}

/** The mark of one of its work orders, which no other work order of anybody has. */
export function markOf({ outsmartKey }: Identity, rowId: string): string {
  return `${outsmartKey}-${rowId}`;
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
