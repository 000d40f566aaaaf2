/**
 * One account's settings: every version that was ever saved, the newest counts.
 */

import type { IsoDate } from '../kernel/dates.ts';
import type { AccountId, AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type AuditChange, addAuditEntry } from './audit.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { putOnSchedule, takeOffSchedule } from './schedule.ts';

export interface SavedSettings {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly value: Settings;
}

/** Somebody else saved in between; nothing was overwritten. */
export class SettingsChangedMeanwhile extends Error {
  constructor() {
    super('The settings were changed by somebody else in the meantime. Look at them again before saving.');
    this.name = 'SettingsChangedMeanwhile';
  }
}

export interface FirstExport {
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
  readonly startDate: IsoDate | null;
}

export interface AccountSettings {
  /** Null before the first save: nothing may be synchronised (I4). */
  current(): Promise<SavedSettings | null>;
  /**
   * Saves as version `basedOn + 1`, and with it puts the account on the schedule, or takes it off: settings that say export
   * without a schedule would leave everything lying. Throws SettingsChangedMeanwhile.
   */
  save(value: Settings, saving: SettingsSaving): Promise<SavedSettings>;
  firstExport(administrationId: AdministrationId): Promise<FirstExport | null>;
  /**
   * The first export may go, all at once: what is left behind is handled by hand from now on, and only with that may the
   * rest be sent. Confirming again changes the start date alone.
   */
  confirmFirstExport(administrationId: AdministrationId, confirmation: FirstExportConfirmation): Promise<void>;
}

export interface SettingsSaving {
  readonly savedBy: string;
  readonly basedOn: number;
  /** Null: it does not export by itself. */
  readonly exportEveryMs: number | null;
  /** What the audit trail keeps of it. */
  readonly changes: readonly AuditChange[];
}

export interface FirstExportConfirmation {
  readonly confirmedBy: string;
  /** Work orders from before this day stay behind; null: all may go. */
  readonly startDate: IsoDate | null;
  /** Of those that are ready or wait, these stay behind. */
  readonly leaveBehind: readonly WorkOrderRowId[];
}

const UNIQUE_VIOLATION = '23505';

export function settingsOf({ guarded: db, clock }: StoreParts, accountId: AccountId): AccountSettings {
  return {
    async current() {
      const row = await db
        .selectFrom('settings_version')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      return {
        version: row.version,
        savedAt: row.saved_at,
        savedBy: row.saved_by,
        value: settingsSchema.parse(row.value),
      };
    },
    async save(value, { savedBy, basedOn, exportEveryMs, changes }) {
      const saved = { version: basedOn + 1, savedAt: clock.now(), savedBy, value };
      const row = { account_id: accountId, version: saved.version, saved_at: saved.savedAt, saved_by: savedBy };
      try {
        await db.transaction().execute(async (trx) => {
          await trx
            .insertInto('settings_version')
            .values({ ...row, value: JSON.stringify(value) })
            .execute();
          await (exportEveryMs === null
            ? takeOffSchedule(trx, accountId)
            : putOnSchedule(trx, accountId, exportEveryMs, saved.savedAt));
          const parameters = { version: String(saved.version) };
          if (changes.length > 0)
            await addAuditEntry(trx, accountId, saved.savedAt, {
              ...{ by: savedBy, action: 'settings.changed', parameters, changes },
            });
        });
      } catch (error) {
        if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new SettingsChangedMeanwhile();
        throw error;
      }
      return saved;
    },
    async firstExport(administrationId) {
      const row = await db
        .selectFrom('first_export')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('administration_id', '=', administrationId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        confirmedAt: row.confirmed_at,
        confirmedBy: row.confirmed_by,
        startDate: row.start_date as IsoDate | null,
      };
    },
    confirmFirstExport: (administrationId, confirmation) =>
      db.transaction().execute((trx) => confirm(trx, { accountId, administrationId, confirmation, now: clock.now() })),
  };
}

interface Confirming {
  readonly accountId: AccountId;
  readonly administrationId: AdministrationId;
  readonly confirmation: FirstExportConfirmation;
  readonly now: Date;
}

async function confirm(trx: DatabaseTransaction, confirming: Confirming): Promise<void> {
  const { accountId, administrationId, confirmation, now } = confirming;
  const { confirmedBy, startDate, leaveBehind } = confirmation;
  const left = await trx
    .updateTable('work_order')
    .set({ state: 'skipped', state_since: now, decided_by: confirmedBy, findings: '[]', told: null })
    .where('account_id', '=', accountId)
    .where('state', 'in', ['ready', 'waiting'])
    .where((eb) => eb('row_id', '=', eb.fn.any(eb.val([...leaveBehind]))))
    .executeTakeFirst();
  await trx
    .insertInto('first_export')
    .values({
      account_id: accountId,
      administration_id: administrationId,
      confirmed_at: now,
      confirmed_by: confirmedBy,
      start_date: startDate,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'administration_id']).doUpdateSet({ start_date: startDate }),
    )
    .execute();
  await addAuditEntry(trx, accountId, now, {
    by: confirmedBy,
    action: 'first-export.confirmed',
    parameters: { startDate: startDate ?? '', leftBehind: String(left.numUpdatedRows) },
  });
}
