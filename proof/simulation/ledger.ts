/**
 * What really happened over there, kept beside the program and never shown to it: which invoices were made for which work
 * order, and which work orders were told to be handled. Holds the promises that can be held against that alone.
 */
import { DEFAULT_TENANT_HEADER } from '#src/asperion/connection.ts';
import { type Identity, markOf } from './company.ts';
import type { Work } from './simulated-network.ts';

/** A promise was broken. The message says which, for which work order; that is named by its mark. */
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

const MARK = /\(([0-9a-f]+)-([^\s()]+)\)/;

export class Ledger {
  readonly #made = new Map<string, MadeInvoice[]>();
  readonly #remakes = new Map<string, number>();
  readonly #owners: readonly Identity[];

  constructor(owners: readonly Identity[]) {
    this.#owners = owners;
  }

  /** To be told of everything that either system carries out. Throws PromiseBroken. */
  note({ destination, method, url, headers, body, answer }: Work): void {
    if (answer.status >= 300) return;
    if (destination === 'asperion' && method === 'POST' && url.pathname === '/v1/draftsalesinvoiceswithlines') {
      if (!url.searchParams.has('validateOnly'))
        this.#noteDraft(body, answer.text, Number(headers[DEFAULT_TENANT_HEADER]));
    }
    const isAcknowledge = destination === 'outsmart' && url.searchParams.get('update_status') === 'true';
    if (isAcknowledge) this.#noteAcknowledge(url.searchParams);
  }

  /** Every invoice that was ever made for the work order, thrown away or not. */
  madeFor(mark: string): readonly MadeInvoice[] {
    return this.#made.get(mark) ?? [];
  }

  /** How many invoices were ever made. */
  get made(): number {
    return [...this.#made.values()].reduce((sum, invoices) => sum + invoices.length, 0);
  }

  /** A person threw the draft away. */
  noteDeleted(mark: string, draftId: number): void {
    for (const invoice of this.madeFor(mark)) if (invoice.draftId === draftId) invoice.isDeleted = true;
  }

  /** A person asked that a deleted invoice is made again: one more is no double. */
  allowRemake(mark: string): void {
    this.#remakes.set(mark, (this.#remakes.get(mark) ?? 0) + 1);
  }

  #noteDraft(body: string, answer: string, administrationId: number): void {
    const [, key, rowId = ''] = MARK.exec((JSON.parse(body) as { description?: string }).description ?? '') ?? [];
    const owner = this.#owners.find(({ outsmartKey }) => outsmartKey === key);
    if (!owner) throw new PromiseBroken('loss', 'an invoice without a mark was made');
    const mark = markOf(owner, rowId);
    if (!owner.administrations.includes(administrationId))
      throw new PromiseBroken('bug', `the invoice of work order ${mark} is in the books of somebody else`);
    const { id } = JSON.parse(answer) as { id: number };
    const made = this.#made.get(mark) ?? [];
    made.push({ draftId: id, administrationId, isDeleted: false });
    this.#made.set(mark, made);
    if (made.length > 1 + (this.#remakes.get(mark) ?? 0)) {
      throw new PromiseBroken('double', `work order ${mark} has ${made.length} invoices`);
    }
  }

  #noteAcknowledge(query: URLSearchParams): void {
    const owner = this.#owners.find(({ outsmartToken }) => outsmartToken === query.get('token'));
    const mark = owner ? markOf(owner, query.get('row_id') ?? '') : 'of nobody';
    if (this.madeFor(mark).length === 0) {
      throw new PromiseBroken('loss', `work order ${mark} was told to be handled and has no invoice`);
    }
  }
}
