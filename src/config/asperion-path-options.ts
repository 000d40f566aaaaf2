// Paths of Asperion that no source confirms, or that may differ between installations. The default of each is @assumed
// where docs/assumptions.md lists it.

import { optionWithDefault } from './option.ts';
import { path } from './option-schemas.ts';

export const asperionPathOptions = {
  asperionDraftsPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_DRAFTS_PATH',
    meaning: 'Draft invoices with their lines.',
    schema: path,
    example: '/v1/draftsalesinvoiceswithlines',
    defaultText: '/v1/draftsalesinvoiceswithlines',
  }),
  asperionSalesOrdersPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_SALES_ORDERS_PATH',
    meaning: 'Sales orders with their lines; used when the target is sales-order.',
    schema: path,
    example: '/v1/SalesOrderWithLines',
    defaultText: '/v1/SalesOrderWithLines',
  }),
  asperionDebtorKindsPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_DEBTOR_KINDS_PATH',
    meaning: 'Debtor kinds.',
    schema: path,
    example: '/v1/debtorkinds',
    defaultText: '/v1/debtorkinds',
  }),
  asperionSalesTypesPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_SALES_TYPES_PATH',
    meaning: 'Sales types.',
    schema: path,
    example: '/v1/salestypes',
    defaultText: '/v1/salestypes',
  }),
  asperionAuthorizePath: optionWithDefault({
    name: 'KOPPELING_ASPERION_AUTHORIZE_PATH',
    meaning: 'Login and consent, at the identity server.',
    schema: path,
    example: '/connect/authorize',
    defaultText: '/connect/authorize',
  }),
  asperionTokenPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_TOKEN_PATH',
    meaning: 'Exchange and renewal of tokens, at the identity server.',
    schema: path,
    example: '/connect/token',
    defaultText: '/connect/token',
  }),
  asperionRevocationPath: optionWithDefault({
    name: 'KOPPELING_ASPERION_REVOCATION_PATH',
    meaning: 'End of a connection, at the identity server.',
    schema: path,
    example: '/connect/revocation',
    defaultText: '/connect/revocation',
  }),
} as const;
