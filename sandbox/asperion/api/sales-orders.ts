// Sales orders, for administrations with inTrade only. The vendor spells their address in two ways, so both are
// served over the same records. Must not know of invoices.
import { dutchDay, wireDay, wireMoment } from '../books/dates.ts';
import type { SalesOrder } from '../books/records.ts';
import { totalsOf } from '../books/totals.ts';
import { BodyReader, objectBody } from './body-reader.ts';
import { type Call, visibleFromMs } from './call.ts';
import { readDraftLines } from './draft-lines.ts';
import { answerDryRun, answerList, answerOne, type ListShape } from './listing.ts';
import { existing, type Resource } from './resource.ts';
import { readBuyer, readDayOrToday, readWireDay } from './sale-header.ts';
import { numbered, wireLines } from './wire-lines.ts';

const shapeAt = (path: string): ListShape<SalesOrder> => ({
  path,
  rows: (books) => books.salesOrders,
  present: (order) => ({ ...order, lines: wireLines(order.lines) }),
  filters: {
    Id: { kind: 'integer', read: (order) => order.id },
    OrderNumber: { kind: 'text', read: (order) => order.orderNumber },
    Status: { kind: 'integer', read: (order) => order.status },
    DebtorCustomerNumber: { kind: 'text', read: (order) => order.debtorCustomerNumber },
    OrderDate: { kind: 'day', read: (order) => order.orderDate },
    Description: { kind: 'text', read: (order) => order.description },
  },
});

/** The resource of sales orders at /v1/<path>. */
export function salesOrdersAt(path: string): Resource {
  const shape = shapeAt(path);
  return {
    path,
    needsInTrade: true,
    list: (call) => answerList(call, shape),
    read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
    create(call, body, { validateOnly }) {
      const { header, lines } = readOrder(call, new BodyReader(objectBody(body)));
      if (validateOnly) return answerDryRun(call, { ...header, lines: wireLines(lines) });
      const order: SalesOrder = {
        id: call.store.next('salesOrders'),
        orderNumber: freeOrderNumber(call),
        ...header,
        lines: numbered(call, lines),
      };
      call.books.salesOrders.put(order, visibleFromMs(call));
      return answerOne(call, shape, order);
    },
  };
}

function readOrder(call: Call, reader: BodyReader) {
  const { books } = call;
  const day = readDayOrToday(call, reader, 'orderDate');
  const debtor = readBuyer(books, reader);
  const read = readDraftLines(books, reader, day);
  const header = {
    status: 1,
    debtorCustomerNumber: debtor?.customerNumber ?? '',
    orderDate: wireDay(day),
    deliveryDate: readWireDay(reader, 'deliveryDate'),
    customerReference: reader.text('customerReference'),
    description: reader.text('description'),
    reference: reader.text('reference'),
    dateAdded: wireMoment(call.clock.now()),
    ...totalsOf(read.flatMap(({ taxed }) => taxed ?? [])),
  };
  reader.finish();
  return { header, lines: read.map(({ line }) => line) };
}

function freeOrderNumber(call: Call): string {
  const year = dutchDay(call.clock.now()).slice(0, 4);
  const number = call.store.next(`orderNumber:${call.books.administration.id}:${year}`);
  return `VO-${year}-${String(number).padStart(4, '0')}`;
}
