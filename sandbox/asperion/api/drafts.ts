// Draft (concept) sales invoices: created without a number, changed and deleted only while they are a draft. Their
// address is a setting, since the vendor's is not known. Processing happens in the application, never here.
import { wireDay, wireMoment } from '../books/dates.ts';
import type { DraftInvoice } from '../books/records.ts';
import { totalsOf } from '../books/totals.ts';
import { attachFile } from './attachments.ts';
import { BodyReader, objectBody } from './body-reader.ts';
import { type Call, visibleFromMs } from './call.ts';
import { readDraftLines } from './draft-lines.ts';
import { answerDryRun, answerList, answerOne, type ListShape } from './listing.ts';
import { say } from './messages.ts';
import { invalidField } from './problem.ts';
import { existing, type Resource } from './resource.ts';
import { readBuyer, readDayOrToday, readJournal, readPaymentCondition } from './sale-header.ts';
import { numbered, wireLines } from './wire-lines.ts';

/** The draft as it is sent. */
const presentDraft = (draft: DraftInvoice) => ({ ...draft, lines: wireLines(draft.lines) });

const shapeAt = (path: string): ListShape<DraftInvoice> => ({
  path,
  rows: (books) => books.drafts,
  present: presentDraft,
  filters: {
    Id: { kind: 'integer', read: (draft) => draft.id },
    Status: { kind: 'integer', read: (draft) => draft.status },
    InvoiceNumber: { kind: 'text', read: (draft) => draft.invoiceNumber },
    DebtorCustomerNumber: { kind: 'text', read: (draft) => draft.debtorCustomerNumber },
    Date: { kind: 'day', read: (draft) => draft.date },
    Description: { kind: 'text', read: (draft) => draft.description },
  },
});

/** The resource of draft invoices at /v1/<path>. */
export function draftsAt(path: string): Resource {
  const shape = shapeAt(path);
  return {
    path,
    list: (call) => answerList(call, shape),
    read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
    create(call, body, { validateOnly }) {
      const { header, lines } = readDraft(call, new BodyReader(objectBody(body)));
      const added = { dateAdded: wireMoment(call.clock.now()), dateLastChange: null };
      if (validateOnly) {
        const lineless = { status: 1, invoiceNumber: null, ...header, ...added };
        return answerDryRun(call, { ...lineless, lines: wireLines(lines) });
      }
      const draft: DraftInvoice = {
        id: call.store.next('drafts', 5001),
        status: 1,
        invoiceNumber: null,
        ...header,
        ...added,
        lines: numbered(call, lines),
      };
      call.books.drafts.put(draft, visibleFromMs(call));
      return answerOne(call, shape, draft);
    },
    update(call, id, body, { merge, validateOnly }) {
      const known = existingDraft(call, shape, id);
      const sent = objectBody(body);
      const { header, lines } = readDraft(call, new BodyReader(merge ? { ...presentDraft(known), ...sent } : sent));
      const dateLastChange = wireMoment(call.clock.now());
      const draft: DraftInvoice = { ...known, ...header, dateLastChange, lines: numbered(call, lines) };
      if (!validateOnly) call.books.drafts.put(draft);
      return answerOne(call, shape, draft);
    },
    remove(call, id, { validateOnly }) {
      const draft = existingDraft(call, shape, id);
      if (!validateOnly) call.books.drafts.delete(draft.id);
    },
    attach: (call, id, upload, mode) => attachFile(call, `drafts:${existing(call, shape, id).id}`, upload, mode),
  };
}

function existingDraft(call: Call, shape: ListShape<DraftInvoice>, id: string): DraftInvoice {
  const draft = existing(call, shape, id);
  if (draft.status !== 1) throw invalidField('status', say.alreadyProcessed);
  return draft;
}

function readDraft(call: Call, reader: BodyReader) {
  const { books } = call;
  const day = readDayOrToday(call, reader, 'date');
  const debtor = readBuyer(books, reader);
  const read = readDraftLines(books, reader, day);
  const header = {
    debtorCustomerNumber: debtor?.customerNumber ?? '',
    date: wireDay(day),
    subject: reader.text('subject'),
    description: reader.text('description'),
    reference: reader.text('reference'),
    journalId: readJournal(books, reader),
    paymentConditionId: readPaymentCondition(books, reader, debtor),
    layoutId: reader.integer('layoutId'),
    emailLayoutId: reader.integer('emailLayoutId'),
    ...totalsOf(read.flatMap(({ taxed }) => taxed ?? [])),
  };
  reader.finish();
  return { header, lines: read.map(({ line }) => line) };
}
