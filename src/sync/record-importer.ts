/**
 * Brings one kind of record from Asperion to OutSmart: compares fingerprints, writes only what is new or changed, in
 * order, in batches. Stopped half-way it goes on where it was, because a record counts as written only once accepted.
 */
import { createHash } from 'node:crypto';
import { foldCode } from '../kernel/text.ts';
import type { ImportNotice, ImportOutcome } from '../mapping/import-notices.ts';
import type { WriteResult } from '../model/field-service.ts';
import type { Link, Links } from '../store/links.ts';
import type { LogEntry, LogSubject } from '../store/log.ts';
import type { LinkKind } from '../store/records.ts';
import type { RunContext } from './run-context.ts';

export interface ImportItem<R> {
  /** Asperion's id. */
  readonly sourceId: string;
  /** The key people know, also when the record cannot be written. */
  readonly code: string;
  readonly name: string;
  readonly mapped: ImportOutcome<R>;
}

interface Pending<R> {
  readonly item: ImportItem<R>;
  readonly record: R;
  readonly notices: readonly ImportNotice[];
  readonly link: Link;
  readonly isNew: boolean;
}

export interface ImportKind<R> {
  readonly linkKind: LinkKind;
  /** First part of the counts: `relations`, `materials`, `hourtypes`. */
  readonly countName: string;
  keyOf(record: R): string;
  write(records: readonly R[]): Promise<WriteResult>;
}

/** The largest batch that OutSmart's own connectors used (outsmart-api.md section 4). */
const BATCH_RECORDS_MAX = 500;

export class RecordImporter<R> {
  readonly #context: RunContext;
  readonly #kind: ImportKind<R>;
  readonly #links: Links;
  readonly #seenIds = new Set<string>();
  readonly #seenKeys = new Set<string>();
  #pending: Pending<R>[] = [];
  /** The batch on its way to OutSmart, so that reading goes on meanwhile; at most one. */
  #writing: Promise<void> = Promise.resolve();
  /** What came of the batch before it, being stored; at most one. */
  #storing: Promise<void> = Promise.resolve();

  constructor(context: RunContext, kind: ImportKind<R>) {
    this.#context = context;
    this.#kind = kind;
    this.#links = context.account.links(context.administrationId);
  }

  /** Takes one page of records. Writes when there are enough for a batch. */
  async add(items: readonly ImportItem<R>[]): Promise<void> {
    const { meter } = this.#context;
    const known = await this.#links.find(
      this.#kind.linkKind,
      items.map((item) => item.sourceId),
    );
    for (const item of items) await this.#take(item, known.get(item.sourceId));
    meter.count(`${this.#kind.countName}.read`, items.length);
    while (this.#pending.length >= BATCH_RECORDS_MAX)
      await this.#startWriting(this.#pending.splice(0, BATCH_RECORDS_MAX));
    await meter.tick();
  }

  /** Writes what is left and answers the links whose record did not come by. */
  async finish(): Promise<readonly Link[]> {
    if (this.#pending.length > 0) await this.#startWriting(this.#pending.splice(0));
    await this.#writing;
    await this.#storing;
    return this.#links.unseen(this.#kind.linkKind, this.#seenIds);
  }

  /** Waits for the batches under way, whatever became of them: to be called when reading failed. */
  async abandon(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#storing.catch(() => undefined);
  }

  /** Remembers and reports records that are no longer offered. Never deletes. */
  async report(links: readonly Link[], state: 'inactive' | 'gone' | 'moved'): Promise<void> {
    if (links.length === 0) return;
    const { account, runId, meter } = this.#context;
    await this.#links.mark(
      this.#kind.linkKind,
      links.map((link) => link.sourceId),
      state,
    );
    meter.count(`${this.#kind.countName}.${state}`, links.length);
    await account.log.add(
      runId,
      links.map((link) => ({
        subjectKind: this.#kind.linkKind,
        subjectKey: link.targetKey,
        subjectName: '',
        result: state,
        code: `import.${state}`,
      })),
    );
  }

  async #take(item: ImportItem<R>, link: Link | undefined): Promise<void> {
    const { account, runId, meter } = this.#context;
    this.#seenIds.add(item.sourceId);
    if (item.mapped.kind === 'unusable') {
      meter.count(`${this.#kind.countName}.refused`);
      await account.log.add(runId, [
        this.#line(item, 'refused', `import.${item.mapped.reason}`, { field: item.mapped.field }),
      ]);
      return;
    }
    const { record, notices } = item.mapped;
    const key = foldCode(this.#kind.keyOf(record));
    if (this.#seenKeys.has(key)) {
      meter.count(`${this.#kind.countName}.refused`);
      await account.log.add(runId, [this.#line(item, 'refused', 'import.double-key', {})]);
      return;
    }
    this.#seenKeys.add(key);
    const fingerprint = fingerprintOf(record);
    if (link?.state === 'present' && link.fingerprint === fingerprint) {
      meter.count(`${this.#kind.countName}.unchanged`);
      return;
    }
    const newLink: Link = {
      sourceId: item.sourceId,
      targetKey: this.#kind.keyOf(record),
      fingerprint,
      state: 'present',
    };
    this.#pending.push({ item, record, notices, link: newLink, isNew: link === undefined });
  }

  async #startWriting(batch: readonly Pending<R>[]): Promise<void> {
    await this.#writing;
    this.#writing = this.#write(batch);
    // A failure surfaces at the next await; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
  }

  async #write(batch: readonly Pending<R>[]): Promise<void> {
    const result = await this.#kind.write(batch.map((pending) => pending.record));
    await this.#storing;
    this.#storing = this.#store(batch, result);
    this.#storing.catch(() => undefined);
  }

  async #store(batch: readonly Pending<R>[], result: WriteResult): Promise<void> {
    const { account, runId, meter } = this.#context;
    const accepted = new Set(result.acceptedKeys);
    const refused = new Map(result.refused.map((refusal) => [refusal.key, refusal.messages]));
    const written = batch.filter((pending) => accepted.has(pending.link.targetKey));
    await this.#links.save(
      this.#kind.linkKind,
      written.map((pending) => pending.link),
    );
    const lines: LogEntry[] = [];
    for (const pending of batch) {
      const messages = refused.get(pending.link.targetKey);
      if (messages) {
        meter.count(`${this.#kind.countName}.refused`);
        lines.push(this.#line(pending.item, 'refused', 'import.refused-by-outsmart', { messages }));
        continue;
      }
      const kind = pending.isNew ? 'new' : 'changed';
      meter.count(`${this.#kind.countName}.${kind}`);
      lines.push(this.#line(pending.item, kind, null, {}));
      for (const notice of pending.notices) {
        meter.count(`${this.#kind.countName}.notices`);
        lines.push(
          this.#line(pending.item, 'notice', `import.${notice.code}`, { field: notice.field, ...notice.parameters }),
        );
      }
    }
    await account.log.add(runId, lines);
    await meter.tick();
  }

  #line(
    item: ImportItem<R>,
    result: LogEntry['result'],
    code: string | null,
    parameters: Record<string, unknown>,
  ): LogEntry {
    return {
      subjectKind: this.#kind.linkKind satisfies LogSubject,
      subjectKey: item.code,
      subjectName: item.name,
      result,
      ...(code === null ? {} : { code }),
      parameters,
    };
  }
}

/** Equal exactly when the record to write is equal, member for member. */
function fingerprintOf(record: unknown): string {
  return createHash('sha1').update(JSON.stringify(record)).digest('base64url');
}
