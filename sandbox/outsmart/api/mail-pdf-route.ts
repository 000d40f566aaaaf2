// mailpdf.php: the work order as PDF or Word file for whoever has the link, without credentials (docs section 7.6).

import type { FastifyInstance } from 'fastify';
import { html, page } from '../../kit/html.ts';
import type { AccountBook } from '../records/account-book.ts';
import type { WireWorkOrder } from '../records/work-order-fields.ts';
import { type PhpQuery, singleValue } from './php-query.ts';
import { textPdf } from './work-sheet-pdf.ts';

export const mailPdfPath = '/mailpdf.php';

/** GET /mailpdf.php?action=display|word&sheet_id=CODE; an HTML page with 404 for a code that is not known. */
export function mailPdfRoute(app: FastifyInstance, accounts: AccountBook): void {
  app.get(mailPdfPath, (request, reply) => {
    const query = request.query as PhpQuery;
    const action = singleValue(query, 'action') ?? '';
    const stored = accounts.withWorksheet(singleValue(query, 'sheet_id') ?? '');
    if (stored === undefined || (action !== 'display' && action !== 'word')) {
      return reply.code(404).type('text/html').send(page('Niet gevonden', html`<p>Deze werkbon bestaat niet.</p>`));
    }
    const lines = linesOf(stored.order);
    const name = `Werkbon_${String(stored.order.OrderNr).replace(/[^\w-]/g, '_')}`;
    if (action === 'word') {
      reply.header('content-disposition', `attachment; filename="${name}.doc"`).type('application/msword');
      return reply.send(page(name, html`${lines.map((line) => html`<p>${line}</p>`)}`));
    }
    reply.header('content-disposition', `inline; filename="${name}.pdf"`).type('application/pdf');
    return reply.send(textPdf(lines));
  });
}

function linesOf(order: WireWorkOrder): string[] {
  const text = (name: string): string => String(order[name] ?? '');
  return [
    `Werkbon ${text('OrderNr')}`,
    `${text('CustomerName')}, ${text('CustomerStreet')} ${text('CustomerStreetNo')}, ${text('CustomerCity')}`,
    `${text('TypeOfWork')} - ${text('ShortWorkDescription')}`,
    ...text('WorkDescription').split('\n'),
    ...order.Materials.map((line) => `${line.MaterialNr} ${line.MaterialUnit} ${line.MaterialName}`),
    ...order.Workperiods.map(
      (period) => `${period.WorkDate} ${period.BeginTime}-${period.EndTime} ${period.TotalTime}`,
    ),
  ];
}
