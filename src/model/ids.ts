/**
 * Branded ids, so that swapping two of them does not compile. Types only.
 */
export type AccountId = string & { readonly __brand: 'AccountId' };
export type RunId = string & { readonly __brand: 'RunId' };
/** OutSmart's row id of a work order (`id`). */
export type WorkOrderRowId = string & { readonly __brand: 'WorkOrderRowId' };
/** Asperion's integer id of an administration. */
export type AdministrationId = number & { readonly __brand: 'AdministrationId' };
/** Asperion's id of a debtor or an article, as text whatever its wire type. */
export type DebtorId = string & { readonly __brand: 'DebtorId' };
export type ArticleId = string & { readonly __brand: 'ArticleId' };
/** Asperion's id of a draft invoice, sales order or booking. */
export type InvoiceId = string & { readonly __brand: 'InvoiceId' };
