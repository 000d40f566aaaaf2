/**
 * What happened to one work order, in sentences, oldest first: from the log, from what was asked of Asperion, and from
 * what people decided.
 */
import type { Intent } from '../store/intents.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { Evidence } from '../store/records.ts';
import type { AccountStore } from '../store/store.ts';
import type { Language } from './language.ts';
import { logSentence } from './sentences-log.ts';

export interface WorkOrderEvent {
  readonly at: string;
  readonly text: string;
}

/** What the log does not tell already. */
const EVIDENCE: Readonly<Record<Language, Readonly<Partial<Record<Evidence['what'], string>>>>> = {
  nl: {
    sent: 'Conceptfactuur naar Asperion gestuurd.',
    unsent: 'Het versturen is niet begonnen; er is niets naar Asperion gegaan.',
    died: 'Het versturen is onderbroken. We zoeken op of het concept er is.',
  },
  en: {
    sent: 'Draft invoice sent to Asperion.',
    unsent: 'Sending did not begin; nothing went to Asperion.',
    died: 'Sending was interrupted. We look up whether the draft is there.',
  },
};

const DECISIONS: Readonly<Record<Language, Readonly<Record<string, (by: string) => string>>>> = {
  nl: {
    'work-order.skipped': (by) => `Zelf afgehandeld, gekozen door ${by}.`,
    'work-order.unskipped': (by) => `Doet weer mee, gekozen door ${by}.`,
    'work-order.kept': (by) => `De factuur blijft zoals die is, gekozen door ${by}.`,
    'work-order.make-again': (by) => `Het concept wordt opnieuw gemaakt, gekozen door ${by}.`,
  },
  en: {
    'work-order.skipped': (by) => `Handled by hand, chosen by ${by}.`,
    'work-order.unskipped': (by) => `Takes part again, chosen by ${by}.`,
    'work-order.kept': (by) => `The invoice stays as it is, chosen by ${by}.`,
    'work-order.make-again': (by) => `The draft is made again, chosen by ${by}.`,
  },
};

/** Of a long history the newest part. */
export async function workOrderEvents(
  account: AccountStore,
  order: Pick<KnownWorkOrder, 'rowId' | 'orderNumber'>,
  intent: Pick<Intent, 'evidence'> | null,
  language: Language,
): Promise<WorkOrderEvent[]> {
  const [lines, decisions] = await Promise.all([
    account.orderHistory.lines(order.orderNumber || order.rowId),
    account.orderHistory.decisions(order.rowId),
  ]);
  const events = [
    ...lines.map((line) => ({ at: line.at.toISOString(), text: logSentence(line, language) })),
    ...(intent?.evidence ?? []).flatMap(({ at, what }) => {
      const text = EVIDENCE[language][what];
      return text === undefined ? [] : [{ at, text }];
    }),
    ...decisions.flatMap(({ at, by, action }) => {
      const words = DECISIONS[language][action];
      return words === undefined ? [] : [{ at: at.toISOString(), text: words(by) }];
    }),
  ];
  return events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
