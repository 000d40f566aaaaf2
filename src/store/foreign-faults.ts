/**
 * Faults of the foreign systems with the masked start of what they answered, for the operator. Bounded per account.
 */
import type { Fault } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import { withoutNul } from './log.ts';

export interface ForeignFaults {
  keep(fault: Fault): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<
    readonly {
      at: Date;
      code: string;
      system: string | null;
      call: string | null;
      field: string | null;
      maskedBody: string | null;
    }[]
  >;
}

const KEPT_PER_ACCOUNT_MAX = 200;

export function foreignFaultsOf({ guarded: db, clock }: StoreParts, accountId: AccountId): ForeignFaults {
  return {
    async keep(fault) {
      await db
        .insertInto('foreign_fault')
        .values({
          account_id: accountId,
          at: clock.now(),
          code: fault.code,
          system: fault.detail.system ?? null,
          call: fault.detail.call ?? null,
          field: fault.detail.field ?? null,
          masked_body: fault.detail.maskedBody === undefined ? null : withoutNul(fault.detail.maskedBody),
        })
        .execute();
      await db
        .deleteFrom('foreign_fault')
        .where('account_id', '=', accountId)
        .where((eb) =>
          eb(
            'id',
            '<=',
            eb
              .selectFrom('foreign_fault')
              .select('id')
              .where('account_id', '=', accountId)
              .orderBy('id', 'desc')
              .offset(KEPT_PER_ACCOUNT_MAX)
              .limit(1),
          ),
        )
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('foreign_fault')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        at: row.at,
        code: row.code,
        call: row.call,
        field: row.field,
        system: row.system,
        maskedBody: row.masked_body,
      }));
    },
  };
}
