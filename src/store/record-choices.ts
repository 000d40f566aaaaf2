/**
 * What people decided about single codes of OutSmart, per account and administration. Every change goes with its entry in
 * the audit trail. Knows nothing of what the codes are used for.
 */
import { foldCode } from '../kernel/text.ts';
import type { AccountId, AdministrationId } from '../model/ids.ts';
import type { ChoiceKind, ChoicesOfKind, RecordChoices } from '../model/record-choices.ts';
import { addAuditEntry } from './audit.ts';
import type { StoreParts } from './database.ts';
import { withoutNul } from './log.ts';

/** A lasting link from a code in OutSmart to a record in Asperion. */
export interface RecordLink {
  readonly kind: ChoiceKind;
  /** As people spell it. */
  readonly code: string;
  readonly targetCode: string;
  /** As it was called when the link was laid. */
  readonly targetName: string;
  readonly by: string;
  readonly at: Date;
}

export interface ChoiceStore {
  /** For mapping: all of them. */
  current(): Promise<RecordChoices>;
  /** Newest first. */
  links(): Promise<readonly RecordLink[]>;
  /** Lays a link, in place of what was decided about that code before. */
  lay(link: Omit<RecordLink, 'at'>): Promise<void>;
  /** The record of that code may be created; takes the place of a link. */
  allowCreation(kind: ChoiceKind, code: string, by: string): Promise<void>;
  /** Answers whether there was such a link. */
  removeLink(kind: ChoiceKind, code: string, by: string): Promise<boolean>;
}

export function recordChoicesOf(
  parts: StoreParts,
  accountId: AccountId,
  administrationId: AdministrationId,
): ChoiceStore {
  const { guarded: db, clock } = parts;
  const books = { parts, accountId, administrationId };
  const rows = () =>
    db
      .selectFrom('record_choice')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('administration_id', '=', administrationId);
  return {
    async current() {
      const found = await rows().execute();
      const ofKind = (kind: ChoiceKind): ChoicesOfKind => {
        const own = found.filter((row) => row.kind === kind);
        return {
          links: new Map(own.flatMap((row) => (row.target_code === null ? [] : [[row.code_key, row.target_code]]))),
          creatable: new Set(own.filter((row) => row.choice === 'create').map((row) => row.code_key)),
        };
      };
      return { debtor: ofKind('debtor'), article: ofKind('article') };
    },
    async links() {
      const found = await rows()
        .where('choice', '=', 'link')
        .orderBy('chosen_at', 'desc')
        .orderBy('kind')
        .orderBy('code_key')
        .execute();
      return found.map((row) => ({
        kind: row.kind,
        code: row.code,
        targetCode: row.target_code ?? '',
        targetName: row.target_name ?? '',
        by: row.chosen_by,
        at: row.chosen_at,
      }));
    },
    lay: ({ targetCode, targetName, ...link }) => choose(books, link, { code: targetCode, name: targetName }),
    allowCreation: (kind, code, by) => choose(books, { kind, code, by }, null),
    removeLink: (kind, code, by) =>
      db.transaction().execute(async (trx) => {
        const removed = await trx
          .deleteFrom('record_choice')
          .where('account_id', '=', accountId)
          .where('administration_id', '=', administrationId)
          .where('kind', '=', kind)
          .where('code_key', '=', foldCode(code))
          .where('choice', '=', 'link')
          .returningAll()
          .executeTakeFirst();
        if (!removed) return false;
        const parameters = {
          ...{ kind, code: removed.code, administrationId: String(administrationId) },
          ...{ targetCode: removed.target_code ?? '', targetName: removed.target_name ?? '' },
        };
        await addAuditEntry(trx, accountId, clock.now(), { by, action: 'link.removed', parameters });
        return true;
      }),
  };
}

interface Books {
  readonly parts: StoreParts;
  readonly accountId: AccountId;
  readonly administrationId: AdministrationId;
}

/** Stores the choice and tells the audit trail of it, in one transaction; takes the place of an earlier one. */
async function choose(
  { parts, accountId, administrationId }: Books,
  { kind, code, by }: Pick<RecordLink, 'kind' | 'code' | 'by'>,
  target: { readonly code: string; readonly name: string } | null,
): Promise<void> {
  const { guarded: db, clock } = parts;
  const choice = target === null ? ('create' as const) : ('link' as const);
  const values = {
    code: withoutNul(code.trim()),
    choice,
    target_code: target === null ? null : withoutNul(target.code),
    target_name: target === null ? null : withoutNul(target.name),
    chosen_by: withoutNul(by),
    chosen_at: clock.now(),
  };
  const key = { account_id: accountId, administration_id: administrationId, kind, code_key: foldCode(values.code) };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('record_choice')
      .values({ ...key, ...values })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'administration_id', 'kind', 'code_key']).doUpdateSet(values),
      )
      .execute();
    const parameters = {
      ...{ kind, code: values.code, administrationId: String(administrationId) },
      ...(target === null ? {} : { targetCode: target.code, targetName: target.name }),
    };
    const action = target === null ? 'creation.allowed' : 'link.laid';
    await addAuditEntry(trx, accountId, clock.now(), { by, action, parameters });
  });
}
