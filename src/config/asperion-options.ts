// The options that say where Asperion is and how it is spoken to; its paths are in asperion-path-options.ts.

import { option, optionWithDefault } from './option.ts';
import { foreignAddress, headerName, scopes, text, wholeNumber } from './option-schemas.ts';

const minuteMs = 60_000;

export const asperionOptions = {
  asperionApiUrl: option({
    name: 'KOPPELING_ASPERION_API_URL',
    meaning: 'Address of the Asperion API, without /v1.',
    schema: foreignAddress,
    example: 'https://api.asperion.nl',
    absence: 'the sandbox, when OutSmart has no address either',
  }),
  asperionIdentityUrl: option({
    name: 'KOPPELING_ASPERION_IDENTITY_URL',
    meaning: 'Address of the identity server, where people log in and give their consent.',
    schema: foreignAddress,
    example: 'https://identity.asperion.nl',
    absence: 'the sandbox, when the API has no address either',
  }),
  asperionClientId: option({
    name: 'KOPPELING_ASPERION_CLIENT_ID',
    meaning: 'Client id of this program at the identity server.',
    schema: text,
    example: 'the client id Asperion gave',
    absence: "the sandbox's, when Asperion's addresses are on this machine",
  }),
  asperionClientSecret: option({
    name: 'KOPPELING_ASPERION_CLIENT_SECRET',
    meaning: 'Secret that goes with the client id.',
    schema: text,
    example: 'the client secret Asperion gave',
    absence: "the sandbox's, when Asperion's addresses are on this machine",
    isSecret: true,
  }),
  asperionScopes: optionWithDefault({
    name: 'KOPPELING_ASPERION_SCOPES',
    meaning: 'Scopes to ask for, with spaces between them; empty sends none.',
    schema: scopes,
    example: 'openid profile offline_access asperion_api',
    defaultText: 'openid profile offline_access asperion_api',
    mayBeEmpty: true,
  }),
  asperionTenantHeader: optionWithDefault({
    name: 'KOPPELING_ASPERION_TENANT_HEADER',
    meaning: 'Header that names the administration; X-TenantId is the other spelling in use.',
    schema: headerName,
    example: 'X-Tenant-Id',
    defaultText: 'X-Tenant-Id',
  }),
  asperionPageSize: optionWithDefault({
    name: 'KOPPELING_ASPERION_PAGE_SIZE',
    meaning: 'Records asked for per page of a list.',
    schema: wholeNumber(1, 10_000),
    example: '200',
    defaultText: '200',
  }),
  asperionTimeoutMs: optionWithDefault({
    name: 'KOPPELING_ASPERION_TIMEOUT_MS',
    meaning: 'Longest wait for an answer of Asperion or its identity server.',
    schema: wholeNumber(100, 10 * minuteMs),
    example: '30000',
    defaultText: '30000',
  }),
  asperionConcurrency: optionWithDefault({
    name: 'KOPPELING_ASPERION_CONCURRENCY',
    meaning: 'Calls to Asperion at the same time, for one account.',
    schema: wholeNumber(1, 100),
    example: '4',
    defaultText: '4',
  }),
} as const;
