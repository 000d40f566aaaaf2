/**
 * Finding the invoices that carry our marks: one look-up for each mark, or one list of all of ours when that has fewer
 * pages. What Asperion's filter lets through is compared again here, exactly.
 */
import pMap from 'p-map';
import type { IsoDate } from '../../kernel/dates.ts';
import type { MarkedInvoice, MarkOfOrigin } from '../../model/accounting.ts';
import type { AdministrationId, WorkOrderRowId } from '../../model/ids.ts';
import type { AsperionApi, Query } from '../call.ts';
import { type ListRequest, readList, readShortList } from '../lists.ts';
import { type InvoiceRecord, invoiceRecord } from '../records.ts';
import { compareIds, markedInvoiceFromRecord } from '../translate.ts';

/** Where in an invoice the mark stands, and by which filter it is found. */
export interface MarkPlace {
  /** The filter's name in Asperion's spelling: `Description`. */
  readonly filter: string;
  /** How a single whole mark is searched for. */
  readonly comparison: 'Contains' | 'Equals';
  /** The mark as it stands there. */
  readonly writtenMark: (mark: MarkOfOrigin) => string;
  readonly textOf: (invoice: InvoiceRecord) => string;
}

export interface MarkedCollection {
  readonly path: string;
  readonly administrationId: AdministrationId;
  readonly markPlace: MarkPlace;
  /**
   * The filter for invoices of that day and later.
   * @assumed By analogy with the one that is known (`DateAdded_from` of debtors).
   */
  readonly dateFilter: 'Date_from' | 'OrderDate_from';
  /** True when a number is given only once an invoice is final, so that one with a number is no draft any more. */
  readonly isNumberedWhenFinal: boolean;
}

/** Up to so many marks the length of the list is not asked for. */
const FEW_MARKS = 3;

/**
 * The invoices per work order, oldest id first; a work order without one is absent. `since` bounds the list by the
 * invoice's date, but not a look-up by mark. Faults: those of a read.
 */
export async function findMarked(
  api: AsperionApi,
  collection: MarkedCollection,
  marks: readonly MarkOfOrigin[],
  since: IsoDate | null,
): Promise<ReadonlyMap<WorkOrderRowId, MarkedInvoice[]>> {
  const marksIn = markReader(collection.markPlace, marks);
  const invoices = await candidates(api, collection, marks, since, (invoice) => marksIn(invoice).length > 0);
  const found = new Map<WorkOrderRowId, Map<string, MarkedInvoice>>();
  for (const invoice of invoices) {
    for (const mark of marksIn(invoice)) {
      const ofOrder = found.get(mark.rowId) ?? new Map<string, MarkedInvoice>();
      found.set(mark.rowId, ofOrder.set(invoice.id, markedInvoiceFromRecord(invoice)));
    }
  }
  return new Map([...found].map(([rowId, byId]) => [rowId, inOrderOfAge(byId.values())]));
}

async function candidates(
  api: AsperionApi,
  { path, administrationId, markPlace: place, dateFilter }: MarkedCollection,
  marks: readonly MarkOfOrigin[],
  since: IsoDate | null,
  isMarked: (invoice: InvoiceRecord) => boolean,
): Promise<readonly InvoiceRecord[]> {
  const list = (filter: Query): ListRequest<InvoiceRecord> => ({
    path,
    administrationId,
    filter,
    schema: invoiceRecord,
  });
  const texts = marks.map(place.writtenMark);
  const fromDay: Query = since === null ? {} : { [dateFilter]: since };
  if (texts.length > FEW_MARKS) {
    // The first page is read either way, so reading on costs one call less than the list has pages.
    const ours = list({ ...textFilter(place.filter, commonStart(texts), 'Contains'), ...fromDay });
    const found = await readShortList(api, ours, texts.length + 1, isMarked);
    if (found) return found;
  }
  // Bounded here as well as in the API, so that nothing more is asked once one look-up failed.
  const answers = await pMap(
    texts,
    (text) => readList(api, list(textFilter(place.filter, text, place.comparison)), isMarked),
    { concurrency: api.connection.concurrency },
  );
  return answers.flat();
}

/** An empty text would be no filter; it is not sent. */
export function textFilter(name: string, text: string, comparison: MarkPlace['comparison']): Query {
  return text === '' ? {} : { [name]: text, [`${name}_comparison`]: comparison };
}

function inOrderOfAge(invoices: Iterable<MarkedInvoice>): MarkedInvoice[] {
  return [...invoices].sort((left, right) => compareIds(left.id, right.id));
}

/**
 * A function that tells which of the marks stand in an invoice. It looks only where a mark can begin, so that a thousand
 * marks take hardly longer than one.
 */
function markReader(place: MarkPlace, marks: readonly MarkOfOrigin[]): (invoice: InvoiceRecord) => MarkOfOrigin[] {
  const byText = new Map(marks.map((mark) => [place.writtenMark(mark), mark]));
  const lengths = [...new Set([...byText.keys()].map((text) => text.length))];
  const start = commonStart([...byText.keys()]);
  return (invoice) => {
    const text = place.textOf(invoice);
    if (place.comparison === 'Equals') return [byText.get(text.trim()) ?? []].flat();
    const found = new Set<MarkOfOrigin>();
    for (let at = text.indexOf(start); at >= 0 && at < text.length; at = text.indexOf(start, at + 1)) {
      for (const length of lengths) {
        const mark = byText.get(text.slice(at, at + length));
        if (mark) found.add(mark);
      }
    }
    return [...found];
  };
}

function commonStart(texts: readonly string[]): string {
  let start = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  return start;
}
