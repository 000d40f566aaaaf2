// One draft invoice as the document it will become: debtor, lines, VAT per rate, total, and the buttons that a
// bookkeeper has. Must not know what the buttons do.
import { html, type SafeHtml } from '../../kit/html.ts';
import type { Books } from '../books/administration-books.ts';
import type { Debtor, DraftInvoice, DraftLine } from '../books/records.ts';
import { type VatGroup, vatGroups } from '../books/totals.ts';
import { day, decimal, euro, price } from './dutch.ts';
import { framed } from './frame.ts';
import { statusBadge } from './record-pages.ts';

/** The document, with a refusal above it when a button could not do its work. */
export function draftPage(books: Books, draft: DraftInvoice, failure: string | null = null): string {
  const { administration } = books;
  const debtor = books.debtors.byBusinessKey(draft.debtorCustomerNumber);
  const title = draft.invoiceNumber === null ? `Conceptfactuur ${draft.id}` : `Factuur ${draft.invoiceNumber}`;
  const body = html`${failure !== null && html`<p class="notice bad" role="alert">${failure}</p>`}
<p>${statusBadge(draft.status)}</p>
<div class="card">
${addressee(debtor, draft.debtorCustomerNumber)}
<dl>
<dt>Conceptnummer</dt><dd>${draft.id}</dd>
<dt>Factuurnummer</dt><dd>${draft.invoiceNumber ?? 'volgt bij verwerken'}</dd>
<dt>Datum</dt><dd>${day(draft.date)}</dd>
${fact('Betreft', draft.subject)}${fact('Omschrijving', draft.description)}${fact('Referentie', draft.reference)}
${fact('Betalingsconditie', books.paymentConditions.get(draft.paymentConditionId ?? -1)?.description ?? null)}
</dl></div>
<div class="scroll"><table><thead><tr><th scope="col">Omschrijving</th><th scope="col" class="number">Aantal en prijs</th>
<th scope="col" class="number">Btw</th><th scope="col" class="number">Bedrag</th></tr></thead>
<tbody>${draft.lines.map((line) => lineRow(books, line))}${totals(books, draft)}</tbody></table></div>
${attachments(books, draft)}
${buttons(draft)}
${draft.status === 1 && editForm(draft)}`;
  return framed(title, body, administration);
}

const fact = (label: string, value: string | null): SafeHtml | false =>
  value !== null && value !== '' && html`<dt>${label}</dt><dd>${value}</dd>`;

function addressee(debtor: Debtor | undefined, customerNumber: string): SafeHtml {
  if (debtor === undefined) return html`<p>Debiteur ${customerNumber}</p>`;
  const place = `${debtor.postCode} ${debtor.city}`.trim();
  const parts = [debtor.attentionTo, debtor.address, debtor.addressLine2, debtor.addressLine3, place];
  const shown = parts.filter((part) => part !== null && part !== '');
  return html`<p><strong>${debtor.name}</strong><br>${shown.map((part) => html`${part}<br>`)}
<span class="soft">Debiteur ${debtor.customerNumber}</span></p>`;
}

function lineRow(books: Books, line: DraftLine): SafeHtml {
  if (line.lineType === 'Text')
    return html`<tr><td colspan="4" style="white-space:pre-line">${line.description}</td></tr>`;
  const code = line.articleId === null ? undefined : books.articles.get(line.articleId)?.code;
  const discount = line.discountPercentage ? `${decimal(line.discountPercentage)}% korting` : undefined;
  const notes = [code, discount].filter((note) => note !== undefined).join(', ');
  const quantity = `${decimal(line.quantity)} ${line.unit ?? ''}`.trim();
  return html`<tr><td style="white-space:pre-line">${line.description}${notes !== '' && html` <span class="soft">${notes}</span>`}</td>
<td class="number" style="white-space:normal">${quantity} × ${price(line.price)}</td>
<td class="number">${rate(books, line.vatCode)}</td><td class="number">${euro(line.amount)}</td></tr>`;
}

function rate(books: Books, code: string | null): string {
  const vatCode = code === null ? undefined : books.vatCodes.get(code);
  return vatCode === undefined ? (code ?? '') : `${decimal(vatCode.percentage)}%`;
}

function totals(books: Books, draft: DraftInvoice): SafeHtml {
  const row = (label: string, amount: number, strong = false): SafeHtml => {
    const shown = strong ? html`<strong>${euro(amount)}</strong>` : html`${euro(amount)}`;
    return html`<tr><td colspan="3" class="number" style="white-space:normal">${label}</td><td class="number">${shown}</td></tr>`;
  };
  return html`${row('Subtotaal excl. btw', draft.amountExclVat)}
${groupsOf(books, draft).map((group) => {
  const description = books.vatCodes.get(group.vatCode)?.description ?? group.vatCode;
  return row(`Btw ${decimal(group.percentage)}% over ${euro(group.base)} (${description})`, group.vat);
})}
${row('Totaal incl. btw', draft.amountInclVat, true)}`;
}

function groupsOf(books: Books, draft: DraftInvoice): VatGroup[] {
  return vatGroups(
    draft.lines.flatMap(({ amount, vatCode }) => {
      if (amount === null || vatCode === null) return [];
      return [{ amount, vatCode, percentage: books.vatCodes.get(vatCode)?.percentage ?? 0 }];
    }),
  );
}

function attachments(books: Books, draft: DraftInvoice): SafeHtml | false {
  const files = books.files.all().filter((file) => file.owner === `drafts:${draft.id}`);
  const base = `/administraties/${books.administration.id}/bijlagen`;
  return (
    files.length > 0 &&
    html`<h2>Bijlagen</h2><ul>${files.map((file) => html`<li><a href="${base}/${file.id}">${file.name}</a></li>`)}</ul>`
  );
}

function buttons(draft: DraftInvoice): SafeHtml {
  const button = (action: string, word: string, quiet = false): SafeHtml =>
    html`<form method="post" action="${draft.id}/${action}"><button class="${quiet ? 'quiet' : ''}">${word}</button></form>`;
  const choices =
    draft.status === 1
      ? html`${button('verwerken', 'Verwerken')}${button('verwijderen', 'Verwijderen', true)}`
      : html`${draft.status !== 7 && button('betaald', 'Betaald')}`;
  return html`<div style="display:flex;gap:10px;margin:14px 0">${choices}</div>`;
}

/** Only what a bookkeeper would correct by hand: the texts, quantities and prices. */
function editForm(draft: DraftInvoice): SafeHtml {
  const lines = draft.lines.map((line, index) => {
    const isText = line.lineType === 'Text';
    const number = (name: string, label: string, value: number | null): SafeHtml =>
      html`<div><label for="${name}${index}">${label}</label><input id="${name}${index}" name="${name}${index}" inputmode="decimal" size="8" value="${value === null ? '' : String(value).replace('.', ',')}"></div>`;
    return html`<div class="row" style="display:flex;gap:10px;flex-wrap:wrap;margin-bottom:10px">
<div><label for="description${index}">Regel ${index + 1}</label><textarea id="description${index}" name="description${index}" rows="2" cols="40">${line.description}</textarea></div>
${!isText && html`${number('quantity', 'Aantal', line.quantity)}${number('price', 'Prijs', line.price)}`}</div>`;
  });
  const text = (name: 'subject' | 'description' | 'reference', label: string): SafeHtml =>
    html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" size="40" value="${draft[name] ?? ''}"></p>`;
  return html`<details class="card"><summary>Wijzigen</summary><form method="post" action="${draft.id}/wijzigen">
${text('subject', 'Betreft')}${text('description', 'Omschrijving')}${text('reference', 'Referentie')}
${lines}<p><button>Opslaan</button></p></form></details>`;
}
