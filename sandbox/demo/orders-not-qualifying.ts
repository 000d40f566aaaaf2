// Work orders that the export must leave alone: archived, not completed yet, handled already, or not put on work
// status 1 by the office. Apart from that they would make perfectly good invoices.

import { orderWith, partyNamed } from './named-order.ts';
import { used, worked } from './order-lines.ts';
import type { OrderSpec } from './order-spec.ts';
import type { OutSmartWorkOrder } from './outsmart-shapes.ts';

type Wire = Partial<OutSmartWorkOrder>;

/** Orders that do not qualify, each with the reason in `because`. */
export function otherOrders(): OrderSpec[] {
  return [
    leftAlone('archived', 7, 'gearchiveerd', { Archived: '1' }),
    planned('planned', -3, { status: 'Klaargezet', WorkStatus: '1' }),
    planned('planned', -1, { status: 'Klaargezet', WorkStatus: '' }),
    planned('on-the-device', 0, { status: 'Opgehaald', WorkStatus: '1' }),
    planned('on-the-device', 0, { status: 'Opgehaald', WorkStatus: '' }),
    leftAlone('handled', 12, 'al afgehandeld', { status: 'Afgehandeld' }),
    leftAlone('handled', 16, 'al afgehandeld', { status: 'Afgehandeld' }),
    leftAlone('handled', 90, 'al afgehandeld', { status: 'Afgehandeld', WorkStatus: '' }),
    leftAlone('without-work-status', 0, 'geen werkbonstatus', { WorkStatus: '' }),
    leftAlone('without-work-status', 2, 'geen werkbonstatus', { WorkStatus: null }),
    leftAlone('not-to-asperion', 3, 'werkbonstatus 0', { WorkStatus: '0' }),
    leftAlone('waits-for-parts', 4, 'werkbonstatus 5812441', { WorkStatus: '5812441', WorkFinished: '0' }),
    leftAlone('unknown-work-status', 8, 'onbekende werkbonstatus', { WorkStatus: '77' }),
  ];
}

function leftAlone(kind: string, workdaysAgo: number, because: string, wire: Wire): OrderSpec {
  return orderWith({
    kind,
    workdaysAgo,
    party: partyNamed('physiotherapist'),
    short: 'Radiatorkraan vervangen',
    materials: [used('3120', '1'), used('3125', '1')],
    periods: [worked('REIS', '08:00', 30), worked('001', '08:30', 60)],
    wire,
    expected: { outcome: 'not-qualifying', because },
  });
}

/** Nothing done yet, so nothing on it. */
function planned(kind: string, workdaysAgo: number, wire: Wire): OrderSpec {
  return orderWith({
    kind,
    workdaysAgo,
    party: partyNamed('school'),
    short: 'Jaarlijks onderhoud',
    description: '',
    wire: { WorkFinished: '0', Signature: '', SignatureUrl: '', SignatureContactperson: '', Photos: [], ...wire },
    expected: { outcome: 'not-qualifying', because: 'nog niet compleet' },
  });
}
