/**
 * One account's settings: every version that was ever saved, the newest counts.
 */

import type { IsoDate } from '../kernel/dates.ts';
import type { AccountId, AdministrationId } from '../model/ids.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import type { StoreParts } from './database.ts';
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
   * Saves as version `basedOn + 1`, and with it puts the account on the schedule, or takes it off for null: settings that
   * say export without a schedule would leave everything lying. Throws SettingsChangedMeanwhile.
   */
  save(value: Settings, savedBy: string, basedOn: number, exportEveryMs: number | null): Promise<SavedSettings>;
  firstExport(administrationId: AdministrationId): Promise<FirstExport | null>;
  confirmFirstExport(administrationId: AdministrationId, confirmedBy: string, startDate: IsoDate | null): Promise<void>;
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
    async save(value, savedBy, basedOn, exportEveryMs) {
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
    async confirmFirstExport(administrationId, confirmedBy, startDate) {
      await db
        .insertInto('first_export')
        .values({
          account_id: accountId,
          administration_id: administrationId,
          confirmed_at: clock.now(),
          confirmed_by: confirmedBy,
          start_date: startDate,
        })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'administration_id']).doUpdateSet({ start_date: startDate }),
        )
        .execute();
    },
  };
}
