/**
 * Draft invoices (conceptfacturen): the invoice is made up here and finished, numbered and sent by a person in Asperion.
 * @assumed The path and the body; that drafts exist and that a connector may create them is confirmed.
 */

import { isBlank } from '../../kernel/text.ts';
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { DraftInvoice, DraftLine } from '../../model/draft-invoice.ts';
import type { AdministrationId } from '../../model/ids.ts';
import type { AsperionApi } from '../call.ts';
import { dateInBody, idInBody } from '../translate.ts';
import { wireNumber } from '../wire-number.ts';
import type { MarkPlace } from './find-marked.ts';
import { openCollection } from './invoice-collection.ts';

/**
 * The mark stands in the description, among words for people.
 * @assumed The filter `Description` of drafts and orders; it is known of bookings.
 */
export const MARK_IN_DESCRIPTION: MarkPlace = {
  filter: 'Description',
  comparison: 'Contains',
  writtenMark: (mark) => mark.text,
  textOf: (invoice) => invoice.description,
};

/** The drafts of one administration. */
export function openDraftInvoices(api: AsperionApi, administrationId: AdministrationId): InvoiceTarget {
  return openCollection(api, {
    kind: 'draft-invoice',
    path: api.connection.paths.drafts,
    administrationId,
    markPlace: MARK_IN_DESCRIPTION,
    bodyOf: draftBody,
    dateFilter: 'Date_from',
    isNumberedWhenFinal: true,
  });
}

/** The JSON that makes the draft. Throws when a line's article has no id yet. */
export function draftBody(draft: DraftInvoice): string {
  return JSON.stringify({
    debtorCustomerNumber: draft.debtorNumber.value,
    date: dateInBody(draft.date.value),
    subject: draft.subject.value,
    description: draft.description.value,
    ...(draft.reference === null ? {} : { reference: draft.reference.value }),
    lines: { _data: draft.lines.map(lineInBody) },
  });
}

/** One line of a draft or a sales order. Numbers are written digit by digit. */
export function lineInBody(line: DraftLine): object {
  if (line.kind === 'text') return { lineType: 'Text', description: line.text.value };
  const priced = {
    description: line.text.value,
    quantity: wireNumber(line.quantity.value),
    ...(isBlank(line.unit.value) ? {} : { unit: line.unit.value }),
    price: wireNumber(line.unitPrice.value),
    vatCode: line.vatCode.value,
  };
  if (line.kind === 'salestype') return { lineType: 'SalesType', salesTypeId: line.salesTypeId.value, ...priced };
  if (line.articleId === null) throw new Error(`article ${line.code.value} must be created before its invoice`);
  return { lineType: 'Article', articleId: idInBody(line.articleId), ...priced };
}
