/**
 * Which Asperion record is which OutSmart record, per account and administration, with the fingerprint of what was written.
 */
import { sql } from 'kysely';
import type { AccountId, AdministrationId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import { jsonText } from './log.ts';
import type { LinkKind, LinkState } from './records.ts';

export interface Link {
  readonly sourceId: string;
  readonly targetKey: string;
  readonly fingerprint: string;
  readonly state: LinkState;
}

export interface Links {
  /** The links of these Asperion ids, by id. */
  find(kind: LinkKind, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Link>>;
  /** Stores links whose records OutSmart accepted. */
  save(kind: LinkKind, links: readonly Link[]): Promise<void>;
  /** Links in state `present` whose Asperion id is not among those seen; read in pages, in order of id. */
  unseen(kind: LinkKind, seenIds: ReadonlySet<string>): Promise<readonly Link[]>;
  mark(kind: LinkKind, sourceIds: readonly string[], state: LinkState): Promise<void>;
  count(kind: LinkKind): Promise<number>;
}

const ROWS_PER_STATEMENT_MAX = 1_000;
const KEY = ['account_id', 'administration_id', 'kind', 'source_id'] as const;

export function linksOf(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  administrationId: AdministrationId,
): Links {
  const rows = (kind: LinkKind) =>
    db
      .selectFrom('link')
      .where('account_id', '=', accountId)
      .where('administration_id', '=', administrationId)
      .where('kind', '=', kind);
  return {
    async find(kind, sourceIds) {
      if (sourceIds.length === 0) return new Map();
      const found = await rows(kind)
        .select(['source_id', 'target_key', 'fingerprint', 'state'])
        .where((eb) => eb('source_id', '=', eb.fn.any(eb.val([...sourceIds]))))
        .execute();
      return new Map(found.map((row) => [row.source_id, linkFromRow(row)]));
    },
    async save(kind, links) {
      const changed_at = clock.now();
      for (let start = 0; start < links.length; start += ROWS_PER_STATEMENT_MAX) {
        const records = links
          .slice(start, start + ROWS_PER_STATEMENT_MAX)
          .map(({ sourceId, targetKey, fingerprint, state }) => ({ sourceId, targetKey, fingerprint, state }));
        // All of them are one parameter: with one for each value, both sides would spend most of the time on those.
        await db
          .insertInto('link')
          .columns([...KEY, 'target_key', 'fingerprint', 'state', 'changed_at'])
          .expression(
            sql`select ${accountId}::uuid, ${administrationId}::integer, ${kind}::text, link.*, ${changed_at}::timestamptz
              from json_to_recordset(${jsonText(records)}::json) as link(
                "sourceId" text, "targetKey" text, fingerprint text, state text)`,
          )
          .onConflict((conflict) =>
            conflict.columns(KEY).doUpdateSet((eb) => ({
              target_key: eb.ref('excluded.target_key'),
              fingerprint: eb.ref('excluded.fingerprint'),
              state: eb.ref('excluded.state'),
              changed_at,
            })),
          )
          .execute();
      }
    },
    async unseen(kind, seenIds) {
      const unseen: Link[] = [];
      for (let after = ''; ; ) {
        const page = await rows(kind)
          .select(['source_id', 'target_key', 'fingerprint', 'state'])
          .where('state', '=', 'present')
          .where('source_id', '>', after)
          .orderBy('source_id')
          .limit(ROWS_PER_STATEMENT_MAX)
          .execute();
        for (const row of page) if (!seenIds.has(row.source_id)) unseen.push(linkFromRow(row));
        const last = page.at(-1);
        if (!last || page.length < ROWS_PER_STATEMENT_MAX) return unseen;
        after = last.source_id;
      }
    },
    async mark(kind, sourceIds, state) {
      if (sourceIds.length === 0) return;
      await db
        .updateTable('link')
        .set({ state, changed_at: clock.now() })
        .where('account_id', '=', accountId)
        .where('administration_id', '=', administrationId)
        .where('kind', '=', kind)
        .where((eb) => eb('source_id', '=', eb.fn.any(eb.val([...sourceIds]))))
        .execute();
    },
    async count(kind) {
      const row = await rows(kind)
        .select((eb) => eb.fn.countAll<string>().as('links'))
        .executeTakeFirstOrThrow();
      return Number(row.links);
    },
  };
}

function linkFromRow(row: { source_id: string; target_key: string; fingerprint: string; state: LinkState }): Link {
  return { sourceId: row.source_id, targetKey: row.target_key, fingerprint: row.fingerprint, state: row.state };
}
