// The pages that show what is in the books: administrations, debtors, articles, the list of draft invoices. Read only.
import { html, type SafeHtml } from '../../kit/html.ts';
import type { Books } from '../books/administration-books.ts';
import type { Article, Debtor, DraftInvoice } from '../books/records.ts';
import { day, decimal, euro, price, statusWord } from './dutch.ts';
import { framed, listing, type Wish } from './frame.ts';

const head = (word: string): SafeHtml => html`<th scope="col">${word}</th>`;
const numberHead = (word: string): SafeHtml => html`<th scope="col" class="number">${word}</th>`;

/** The start page. */
export function administrationsPage(all: readonly Books[]): string {
  const rows = all.map(({ administration, debtors, articles, drafts }) => {
    const base = `/administraties/${administration.id}`;
    return html`<tr><td class="number">${administration.id}</td><td><a href="${base}">${administration.name}</a></td>
<td class="number"><a href="${base}/debiteuren">${debtors.size}</a></td>
<td class="number"><a href="${base}/artikelen">${articles.size}</a></td>
<td class="number"><a href="${base}/conceptfacturen">${drafts.size}</a></td></tr>`;
  });
  const heads = ['Nr.', 'Administratie', 'Debiteuren', 'Artikelen', 'Concepten'];
  const table = html`<div class="scroll"><table><thead><tr>${heads.map((word, index) =>
    index === 1 ? head(word) : numberHead(word),
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return framed('Administraties', rows.length === 0 ? html`<p class="card">Er zijn geen administraties.</p>` : table);
}

/** One administration: its choices, which a connector reads. */
export function administrationPage(books: Books): string {
  const { administration, salesTypes, vatCodes, debtorKinds, paymentConditions } = books;
  const list = (title: string, rows: readonly { readonly id: number | string; readonly description: string }[]) =>
    html`<h2>${title}</h2><div class="scroll"><table><tbody>${rows.map(
      (row) => html`<tr><td>${row.id}</td><td>${row.description}</td></tr>`,
    )}</tbody></table></div>`;
  const vat = vatCodes.all().map((code) => ({
    id: code.id,
    description: `${code.description} (${decimal(code.percentage)}%${code.salesCode ? '' : ', inkoop'}${code.isDefault ? ', standaard' : ''})`,
  }));
  const body = html`<p>Nummer ${administration.id}, inTrade: ${administration.inTrade ? 'ja' : 'nee'}</p>
${list('Verkoopsoorten', salesTypes.all())}
${list('Btw-codes', vat)}
${list('Debiteursoorten', debtorKinds.all())}
${list('Betalingscondities', paymentConditions.all())}`;
  return framed(administration.name, body, administration);
}

/** The debtors that match. */
export function debtorsPage(books: Books, wish: Wish): string {
  const base = `/administraties/${books.administration.id}/debiteuren`;
  const body = listing(books.debtors.all(), wish, {
    heads: [head('Nummer'), head('Naam'), head('Adres'), head('Plaats'), head('')],
    textOf: (debtor: Debtor) => `${debtor.customerNumber} ${debtor.name} ${debtor.city} ${debtor.address}`,
    rowOf: (debtor) => html`<tr><td><a href="${base}/${debtor.id}">${debtor.customerNumber}</a></td>
<td>${debtor.name}</td><td>${debtor.address}</td><td>${debtor.postCode} ${debtor.city}</td>
<td>${debtor.blocked && html`<span class="badge bad">Geblokkeerd</span>`}</td></tr>`,
  });
  return framed('Debiteuren', body, books.administration);
}

const DEBTOR_LABELS: readonly (readonly [string, keyof Debtor])[] = [
  ['Debiteurnummer', 'customerNumber'],
  ['Naam', 'name'],
  ['Ter attentie van', 'attentionTo'],
  ['Adres', 'address'],
  ['Adresregel 2', 'addressLine2'],
  ['Adresregel 3', 'addressLine3'],
  ['Postcode', 'postCode'],
  ['Plaats', 'city'],
  ['Land', 'countryCode'],
  ['Telefoon', 'phoneNumber'],
  ['Mobiel', 'mobileNumber'],
  ['E-mail', 'emailAddress'],
  ['KvK-nummer', 'cocNumber'],
  ['Btw-nummer', 'vatNumber'],
  ['IBAN', 'iban'],
  ['Debiteursoort', 'debtorKindId'],
  ['Betalingsconditie', 'paymentConditionId'],
  ['Opmerkingen', 'comments'],
];

/** One debtor. */
export function debtorPage(books: Books, debtor: Debtor): string {
  const filled = DEBTOR_LABELS.filter(([, name]) => (debtor[name] ?? '') !== '');
  const body = html`${debtor.blocked && html`<p class="notice bad">Deze debiteur is geblokkeerd.</p>`}
<dl class="card">${filled.map(([label, name]) => html`<dt>${label}</dt><dd>${debtor[name]}</dd>`)}</dl>`;
  return framed(`${debtor.customerNumber} ${debtor.name}`, body, books.administration);
}

/** The articles that match, inactive ones too. */
export function articlesPage(books: Books, wish: Wish): string {
  const body = listing(books.articles.all(), wish, {
    heads: [head('Code'), head('Omschrijving'), head('Eenheid'), head('Verkoopsoort'), numberHead('Prijs'), head('')],
    textOf: (article: Article) => `${article.code} ${article.description}`,
    rowOf: (article) => html`<tr><td>${article.code}</td><td>${article.description}</td><td>${article.unit}</td>
<td>${books.salesTypes.get(article.salesTypeId)?.description ?? article.salesTypeId}</td>
<td class="number">${price(article.salesPrice)}</td>
<td>${!article.isActive && html`<span class="badge plain">Niet actief</span>`}</td></tr>`,
  });
  return framed('Artikelen', body, books.administration);
}

/** The draft invoices that match, newest first. */
export function draftsPage(books: Books, wish: Wish): string {
  const base = `/administraties/${books.administration.id}/conceptfacturen`;
  const nameOf = (draft: DraftInvoice): string => books.debtors.byBusinessKey(draft.debtorCustomerNumber)?.name ?? '';
  const body = listing(books.drafts.all().toReversed(), wish, {
    heads: [head('Concept'), head('Debiteur'), head('Datum'), numberHead('Totaal'), head('Status')],
    textOf: (draft: DraftInvoice) => {
      const { id, invoiceNumber, debtorCustomerNumber, description, reference } = draft;
      return [id, invoiceNumber, debtorCustomerNumber, nameOf(draft), description, reference].join(' ');
    },
    rowOf: (draft) => html`<tr><td><a href="${base}/${draft.id}">${draft.id}</a>${
      draft.invoiceNumber !== null && html`<br>${draft.invoiceNumber}`
    }</td>
<td>${draft.debtorCustomerNumber} ${nameOf(draft)}<br><span class="soft">${draft.description}</span></td>
<td>${day(draft.date)}</td>
<td class="number">${euro(draft.amountInclVat)}</td><td>${statusBadge(draft.status)}</td></tr>`,
  });
  return framed('Conceptfacturen', body, books.administration);
}

/** The status as a coloured word. */
export function statusBadge(status: number): SafeHtml {
  const colour = status === 1 ? 'warn' : status === 7 ? 'good' : 'plain';
  return html`<span class="badge ${colour}">${statusWord(status)}</span>`;
}
