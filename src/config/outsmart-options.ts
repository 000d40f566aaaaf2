// The options that say where OutSmart is and how it is spoken to.

import { option, optionWithDefault } from './option.ts';
import { foreignAddress, text, wholeNumber } from './option-schemas.ts';

const minuteMs = 60_000;

export const outsmartOptions = {
  outsmartUrl: option({
    name: 'KOPPELING_OUTSMART_URL',
    meaning: 'Address of the OutSmart Open API, with its version.',
    schema: foreignAddress,
    example: 'https://app.out-smart.com/openapi/8',
    absence: 'the sandbox, when Asperion has no address either',
  }),
  outsmartSoftwareToken: option({
    name: 'KOPPELING_OUTSMART_SOFTWARE_TOKEN',
    meaning: 'Token of this software package, from OutSmart.',
    schema: text,
    example: 'the token OutSmart gave for this package',
    absence: "the sandbox's, when OutSmart's address is on this machine",
    isSecret: true,
  }),
  outsmartBearer: option({
    name: 'KOPPELING_OUTSMART_BEARER',
    meaning: 'Sent as Authorization: Bearer with every call, if OutSmart asks for it.',
    schema: text,
    example: 'the bearer token OutSmart gave',
    absence: 'not sent',
    isSecret: true,
  }),
  outsmartTimeoutMs: optionWithDefault({
    name: 'KOPPELING_OUTSMART_TIMEOUT_MS',
    meaning: 'Longest wait for an answer of OutSmart.',
    schema: wholeNumber(100, 10 * minuteMs),
    example: '60000',
    defaultText: '60000',
  }),
  outsmartListTimeoutMs: optionWithDefault({
    name: 'KOPPELING_OUTSMART_LIST_TIMEOUT_MS',
    meaning: 'The same for whole lists and for writing in batches, which can take minutes.',
    schema: wholeNumber(100, 60 * minuteMs),
    example: '300000',
    defaultText: '300000',
  }),
  outsmartConcurrency: optionWithDefault({
    name: 'KOPPELING_OUTSMART_CONCURRENCY',
    meaning: 'Calls to OutSmart at the same time, for one account.',
    schema: wholeNumber(1, 100),
    example: '4',
    defaultText: '4',
  }),
} as const;
