/**
 * What one company ordered, and whether it may work today. Days are those in Amsterdam by the store's clock.
 */
import { dayInAmsterdam, type IsoDate } from '../kernel/dates.ts';
import { decimal } from '../kernel/decimal.ts';
import type { AccountId } from '../model/ids.ts';
import {
  daysOfOrder,
  type LicenceDays,
  type LicenceState,
  licenceStateOn,
  type Price,
  runsUntil,
} from '../model/licence.ts';
import { addAuditEntry } from './audit.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';

/** What can be ordered; an installation keeps its own in the table. */
export interface Connector extends Price {
  readonly name: string;
  readonly title: string;
  /** In Dutch, as the installation wrote it. */
  readonly description: string;
}

export interface Licence extends LicenceDays {
  readonly connector: string;
  readonly orderedAt: Date;
  /** Empty for a company that was at work before there were licences. */
  readonly orderedBy: string;
  readonly startsOn: IsoDate;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: string | null;
}

/** Whether a company may work. */
export interface Standing {
  readonly state: LicenceState;
  /** Last day of a licence that was cancelled; null for any other. */
  readonly endsOn: IsoDate | null;
  readonly trialUntil: IsoDate;
  /** By the operator; null when not. */
  readonly suspendedAt: Date | null;
}

export interface Licences {
  /** Everything that can be ordered, by title. */
  connectors(): Promise<readonly Connector[]>;
  find(connector: string): Promise<Licence | null>;
  /** Of this connector, as of today. */
  standing(connector: string): Promise<Standing>;
  /** Orders it from today, also after an earlier one has ended. Null when there is one that has not ended. */
  order(connector: string, by: string): Promise<Licence | null>;
  /** It ends with the paid year, or with the trial. Null when there is none to cancel. */
  cancel(connector: string, by: string): Promise<Licence | null>;
  /** Takes the cancellation back. Null when there is none, or the last day has passed. */
  resume(connector: string, by: string): Promise<Licence | null>;
}

export function licencesOf(parts: StoreParts, accountId: AccountId): Licences {
  const { guarded: db, clock } = parts;
  const today = () => dayInAmsterdam(clock.now());
  return {
    async connectors() {
      const rows = await db.selectFrom('connector').selectAll().orderBy('title').orderBy('name').execute();
      return rows.map((row) => ({
        name: row.name,
        title: row.title,
        description: row.description,
        once: decimal(row.once_amount),
        perYear: decimal(row.year_amount),
        vatPercentage: decimal(row.vat_percentage),
      }));
    },
    async find(connector) {
      const row = await licenceRow(db, accountId, connector).executeTakeFirst();
      return row ? licenceFromRow(row) : null;
    },
    async standing(connector) {
      const row = await db
        .selectFrom('account')
        .leftJoin('licence', (join) =>
          join.onRef('licence.account_id', '=', 'account.id').on('licence.connector', '=', connector),
        )
        .where('account.id', '=', accountId)
        .select(['account.trial_until', 'account.suspended_at', 'licence.paid_from', 'licence.ends_on'])
        .executeTakeFirstOrThrow();
      const endsOn = row.ends_on as IsoDate | null;
      const days = row.paid_from === null ? null : { paidFrom: row.paid_from as IsoDate, endsOn };
      return {
        state: licenceStateOn(days, today()),
        endsOn,
        trialUntil: row.trial_until as IsoDate,
        suspendedAt: row.suspended_at,
      };
    },
    ...changesOf(parts, accountId, today),
  };
}

/** Every change is stored together with its entry in the audit trail. */
function changesOf(
  { guarded, clock }: StoreParts,
  accountId: AccountId,
  today: () => IsoDate,
): Pick<Licences, 'order' | 'cancel' | 'resume'> {
  const change = (
    connector: string,
    audit: { readonly by: string; readonly action: string },
    decide: (current: Licence | null, trialUntil: IsoDate) => Licence | null,
  ) =>
    guarded.transaction().execute(async (trx) => {
      // The row of the company is the lock: a licence that is ordered twice at once has no row of its own yet.
      const account = await trx
        .selectFrom('account')
        .select('trial_until')
        .where('id', '=', accountId)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      const row = await licenceRow(trx, accountId, connector).executeTakeFirst();
      const licence = decide(row ? licenceFromRow(row) : null, account.trial_until as IsoDate);
      if (licence === null) return null;
      await saveLicence(trx, accountId, licence);
      const parameters = { connector, endsOn: licence.endsOn ?? '', paidFrom: licence.paidFrom };
      await addAuditEntry(trx, accountId, clock.now(), { ...audit, parameters });
      return licence;
    });
  return {
    order: (connector, by) =>
      change(connector, { by, action: 'licence.ordered' }, (current, trialUntil) => {
        const isFree = current === null || licenceStateOn(current, today()) === 'ended';
        if (!isFree) return null;
        const days = daysOfOrder(today(), trialUntil);
        return {
          ...{ connector, orderedAt: clock.now(), orderedBy: by, ...days },
          ...{ cancelledAt: null, cancelledBy: null, endsOn: null },
        };
      }),
    cancel: (connector, by) =>
      change(connector, { by, action: 'licence.cancelled' }, (current) =>
        current === null || current.endsOn !== null
          ? null
          : { ...current, cancelledAt: clock.now(), cancelledBy: by, endsOn: runsUntil(current, today()) },
      ),
    resume: (connector, by) =>
      change(connector, { by, action: 'licence.resumed' }, (current) =>
        current === null || licenceStateOn(current, today()) !== 'cancelled'
          ? null
          : { ...current, cancelledAt: null, cancelledBy: null, endsOn: null },
      ),
  };
}

function licenceRow(db: StoreParts['guarded'] | DatabaseTransaction, accountId: AccountId, connector: string) {
  return db.selectFrom('licence').selectAll().where('account_id', '=', accountId).where('connector', '=', connector);
}

async function saveLicence(trx: DatabaseTransaction, accountId: AccountId, licence: Licence): Promise<void> {
  const values = {
    ordered_at: licence.orderedAt,
    ordered_by: licence.orderedBy,
    starts_on: licence.startsOn,
    paid_from: licence.paidFrom,
    cancelled_at: licence.cancelledAt,
    cancelled_by: licence.cancelledBy,
    ends_on: licence.endsOn,
  };
  await trx
    .insertInto('licence')
    .values({ account_id: accountId, connector: licence.connector, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'connector']).doUpdateSet(values))
    .execute();
}

function licenceFromRow(row: {
  connector: string;
  ordered_at: Date;
  ordered_by: string;
  starts_on: string;
  paid_from: string;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  ends_on: string | null;
}): Licence {
  return {
    connector: row.connector,
    orderedAt: row.ordered_at,
    orderedBy: row.ordered_by,
    startsOn: row.starts_on as IsoDate,
    paidFrom: row.paid_from as IsoDate,
    cancelledAt: row.cancelled_at,
    cancelledBy: row.cancelled_by,
    endsOn: row.ends_on as IsoDate | null,
  };
}
