/**
 * Asperion's no, as the reason for which a work order waits.
 */
import type { Fault } from '../kernel/fault.ts';
import type { Finding } from '../model/finding.ts';

/** Says it in Asperion's own words. */
export function refusal(fault: Fault): Finding {
  return {
    reason: 'geweigerd-door-asperion',
    causeKey: '',
    field: '',
    code: '',
    name: '',
    found: '',
    obstacle: 'refused',
    messages: fault.detail.messages ?? [],
  };
}
