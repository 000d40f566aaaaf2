/**
 * What really happened over there, kept beside the program and never shown to it: which invoices were made for which work
 * order, and which work orders were told to be handled. Holds the promises that can be held against that alone.
 */
import { DEFAULT_TENANT_HEADER } from '#src/asperion/connection.ts';
import type { Work } from './simulated-network.ts';

/** A promise was broken. The message says which, for which work order. */
export class PromiseBroken extends Error {
  override readonly name = 'PromiseBroken';
  readonly kind: 'double' | 'loss' | 'unsettled' | 'bug';

  constructor(kind: PromiseBroken['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface MadeInvoice {
  readonly draftId: number;
  readonly administrationId: number;
  /** Thrown away by a person. */
  isDeleted: boolean;
}

const MARK = /\([0-9a-f]+-([^\s()]+)\)/;

export class Ledger {
  readonly #made = new Map<string, MadeInvoice[]>();
  readonly #remakes = new Map<string, number>();
  acknowledged = 0;

  /** To be told of everything that either system carries out. Throws PromiseBroken. */
  note({ destination, method, url, headers, body, answer }: Work): void {
    if (answer.status >= 300) return;
    if (destination === 'asperion' && method === 'POST' && url.pathname === '/v1/draftsalesinvoiceswithlines') {
      if (!url.searchParams.has('validateOnly'))
        this.#noteDraft(body, answer.text, Number(headers[DEFAULT_TENANT_HEADER]));
    }
    const isAcknowledge = destination === 'outsmart' && url.searchParams.get('update_status') === 'true';
    if (isAcknowledge) this.#noteAcknowledge(url.searchParams.get('row_id') ?? '');
  }

  /** Every invoice that was ever made for the work order, thrown away or not. */
  madeFor(rowId: string): readonly MadeInvoice[] {
    return this.#made.get(rowId) ?? [];
  }

  all(): readonly (MadeInvoice & { readonly rowId: string })[] {
    return [...this.#made].flatMap(([rowId, invoices]) => invoices.map((invoice) => ({ ...invoice, rowId })));
  }

  /** A person threw the draft away. */
  noteDeleted(rowId: string, draftId: number): void {
    for (const invoice of this.madeFor(rowId)) if (invoice.draftId === draftId) invoice.isDeleted = true;
  }

  /** A person asked that a deleted invoice is made again: one more is no double. */
  allowRemake(rowId: string): void {
    this.#remakes.set(rowId, (this.#remakes.get(rowId) ?? 0) + 1);
  }

  #noteDraft(body: string, answer: string, administrationId: number): void {
    const rowId = MARK.exec((JSON.parse(body) as { description?: string }).description ?? '')?.[1];
    if (rowId === undefined) throw new PromiseBroken('loss', 'an invoice without a mark was made');
    const { id } = JSON.parse(answer) as { id: number };
    const made = this.#made.get(rowId) ?? [];
    made.push({ draftId: id, administrationId, isDeleted: false });
    this.#made.set(rowId, made);
    if (made.length > 1 + (this.#remakes.get(rowId) ?? 0)) {
      throw new PromiseBroken('double', `work order ${rowId} has ${made.length} invoices`);
    }
  }

  #noteAcknowledge(rowId: string): void {
    this.acknowledged += 1;
    if (this.madeFor(rowId).length === 0) {
      throw new PromiseBroken('loss', `work order ${rowId} was told to be handled and has no invoice`);
    }
  }
}
