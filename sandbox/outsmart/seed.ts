// What a sandbox can be filled with: accounts with their lists and work orders, by the names of the wire, each
// record as partial as one likes. Puts it into the accounts; it does not invent anything.

import { z } from 'zod';
import { officeUser } from './office-user.ts';
import type { Account } from './records/account.ts';
import type { AccountBook, NewAccount } from './records/account-book.ts';
import type { PartialWorkOrder } from './records/complete-work-order.ts';
import { entityOf } from './records/entities.ts';
import { type WireValue, wireText } from './records/wire-values.ts';

/** A record by its wire names; numbers become text. */
export type SeedRecord = Record<string, string | number | boolean | null>;

export interface AccountSeed {
  relations?: SeedRecord[] | undefined;
  materials?: SeedRecord[] | undefined;
  hourTypes?: SeedRecord[] | undefined;
  workStatusses?: SeedRecord[] | undefined;
  freeFields?: SeedRecord[] | undefined;
  employees?: SeedRecord[] | undefined;
  projects?: SeedRecord[] | undefined;
  workTypes?: SeedRecord[] | undefined;
  paymentMethods?: SeedRecord[] | undefined;
  workOrders?: PartialWorkOrder[] | undefined;
}

/** Accounts with what they hold; lists outside `accounts` belong to the first account of the sandbox. */
export interface OutSmartSeed extends AccountSeed {
  accounts?: (NewAccount & AccountSeed)[] | undefined;
}

/** The list behind each part of a seed. */
export const seedLists = {
  relations: 'relations',
  materials: 'materials',
  hourTypes: 'hourtypes',
  workStatusses: 'workstatusses',
  freeFields: 'freefields',
  employees: 'employees',
  projects: 'projects',
  workTypes: 'worktypes',
  paymentMethods: 'paymentmethods',
} as const;

const recordSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const linesSchema = z.array(z.record(z.string(), z.unknown())).optional();
const recordsSchema = z.array(recordSchema).optional();

const accountSeedShape = {
  relations: recordsSchema,
  materials: recordsSchema,
  hourTypes: recordsSchema,
  workStatusses: recordsSchema,
  freeFields: recordsSchema,
  employees: recordsSchema,
  projects: recordsSchema,
  workTypes: recordsSchema,
  paymentMethods: recordsSchema,
  workOrders: z.array(z.looseObject({ Materials: linesSchema, Workperiods: linesSchema })).optional(),
};

export const accountSeedSchema: z.ZodType<AccountSeed> = z.strictObject(accountSeedShape);

export const newAccountShape = {
  token: z.string().min(1),
  name: z.string().min(1),
  softwareTokens: z.array(z.string()).optional(),
};

/** Judges a seed file. */
export const outSmartSeedSchema: z.ZodType<OutSmartSeed> = z.strictObject({
  ...accountSeedShape,
  accounts: z.array(z.strictObject({ ...newAccountShape, ...accountSeedShape })).optional(),
});

/** Puts everything into one account and returns the ids of the work orders. Throws for a field that does not exist. */
export function seedAccount(account: Account, seed: AccountSeed, timestamp: string): string[] {
  return account.together(() => {
    for (const [part, endpoint] of Object.entries(seedLists)) {
      const records = seed[part as keyof typeof seedLists];
      if (records !== undefined)
        account.save(
          endpoint,
          records.map((record) => storedFields(endpoint, record)),
          0,
        );
    }
    const facts = { createdMs: 0, timestamp, user: officeUser };
    return (seed.workOrders ?? []).map((given) => account.workOrders.add(given, facts).order.id);
  });
}

/** Opens and fills all accounts of a seed; `firstAccount` is opened when there is none at all. */
export function seedAccounts(accounts: AccountBook, seed: OutSmartSeed, firstAccount: NewAccount, at: string): void {
  const { accounts: named = [], ...forTheFirst } = seed;
  for (const { token, name, softwareTokens, ...rest } of named) {
    seedAccount(accounts.add({ token, name, softwareTokens }), rest, at);
  }
  seedAccount(accounts.all()[0] ?? accounts.add(firstAccount), forTheFirst, at);
}

/** The record as it is stored: as given, so that also what no post would accept can be there. */
function storedFields(endpoint: string, record: SeedRecord): Record<string, WireValue> {
  const entity = entityOf(endpoint);
  const fields: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(record)) {
    if (!entity.fields.byName.has(name)) throw new RangeError(`${endpoint} have no field "${name}"`);
    fields[name] = wireText(value) ?? null;
  }
  for (const key of entity.keys) {
    if (!fields[key]) throw new RangeError(`${endpoint} need a "${key}"`);
  }
  return fields;
}
