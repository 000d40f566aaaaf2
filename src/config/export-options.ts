// The options of the export: what a work order becomes, how often, and how careful after an unclear answer.

import { z } from 'zod';
import { option, optionWithDefault } from './option.ts';
import { ledgerAccounts, text, wholeNumber } from './option-schemas.ts';

export const exportOptions = {
  target: optionWithDefault({
    name: 'KOPPELING_TARGET',
    meaning: 'What a finished work order becomes in Asperion: draft-invoice, sales-order or sales-booking.',
    schema: z.enum(
      ['draft-invoice', 'sales-order', 'sales-booking'],
      'is none of draft-invoice, sales-order, sales-booking',
    ),
    example: 'draft-invoice',
    defaultText: 'draft-invoice',
  }),
  bookingJournal: option({
    name: 'KOPPELING_BOOKING_JOURNAL',
    meaning: 'Sales journal (dagboek) of the bookings; only for the target sales-booking.',
    schema: text,
    example: '70',
    absence: 'not used',
  }),
  bookingLedgerAccount: option({
    name: 'KOPPELING_BOOKING_LEDGER_ACCOUNT',
    meaning: 'Turnover account of booked lines; only for the target sales-booking.',
    schema: wholeNumber(1, 999_999_999),
    example: '8000',
    absence: 'not used',
  }),
  bookingLedgerAccounts: option({
    name: 'KOPPELING_BOOKING_LEDGER_ACCOUNTS',
    meaning: 'Other turnover accounts by sales type, as 20=8020,30=8030; only for the target sales-booking.',
    schema: ledgerAccounts,
    example: '20=8020,30=8030',
    absence: 'every line goes to the one above',
  }),
  exportEveryMinutes: optionWithDefault({
    name: 'KOPPELING_EXPORT_EVERY_MINUTES',
    meaning: 'Time between two exports of an account.',
    schema: wholeNumber(1, 1_440),
    example: '15',
    defaultText: '15',
  }),
  uncertainWaitSeconds: optionWithDefault({
    name: 'KOPPELING_UNCERTAIN_WAIT_SECONDS',
    meaning:
      'After an unclear answer: time before looking again for the draft and, if it is not there, making it. Must be longer than the longest life of a request.',
    schema: wholeNumber(1, 86_400),
    example: '900',
    defaultText: '900',
  }),
  workers: optionWithDefault({
    name: 'KOPPELING_WORKERS',
    meaning: 'Accounts that one process exports for at the same time, as long as none of them keeps it waiting.',
    schema: wholeNumber(1, 100),
    example: '4',
    defaultText: '4',
  }),
  workersMax: optionWithDefault({
    name: 'KOPPELING_WORKERS_MAX',
    meaning: 'Accounts that one process exports for at the same time at most, while slow ones keep the others busy.',
    schema: wholeNumber(1, 500),
    example: '50',
    defaultText: '50',
  }),
  importWorkers: optionWithDefault({
    name: 'KOPPELING_IMPORT_WORKERS',
    meaning: 'Accounts that one process imports for at the same time; exports do not wait for them.',
    schema: wholeNumber(1, 100),
    example: '2',
    defaultText: '2',
  }),
  followMinutes: optionWithDefault({
    name: 'KOPPELING_FOLLOW_MINUTES',
    meaning: 'How often is looked what became of the drafts that were made: changed, made final, deleted.',
    schema: wholeNumber(1, 1_440),
    example: '60',
    defaultText: '60',
  }),
  callsPerDay: optionWithDefault({
    name: 'KOPPELING_CALLS_PER_DAY',
    meaning:
      'Calls of both systems that the runs of one account may make in 24 hours; above it automatic runs wait, what a person starts goes on. 0 is without a bound.',
    schema: wholeNumber(0, 100_000_000),
    example: '50000',
    defaultText: '50000',
  }),
} as const;
