/**
 * Why a work order waits whose invoice somebody deleted in the accounting system: one question, whichever work order it is.
 */
import type { Finding } from './finding.ts';

export const INVOICE_DELETED: Finding = {
  reason: 'concept-verwijderd',
  causeKey: '',
  field: '',
  code: '',
  name: '',
  found: '',
  obstacle: '',
  messages: [],
};
