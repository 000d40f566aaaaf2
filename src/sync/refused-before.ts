/**
 * Invoices that Asperion refused and that would be sent again just as they were: each time they are left alone for longer, so
 * that old refusals do not make every run longer. What changed goes at once, and so does everything when a person asks.
 */
import type { InvoiceToCreate } from '../mapping/invoice-outcome.ts';
import type { Finding } from '../model/finding.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { RunContext } from './run-context.ts';

/** The first time it is tried again with the next run. */
const FIRST_WAIT_MS = 10 * 60_000;
const WAIT_MS_MAX = 6 * 60 * 60_000;

/** Why this invoice is not worth another try now: what Asperion said of it; null when it is. */
export type RefusedBefore = (rowId: WorkOrderRowId, invoice: InvoiceToCreate) => readonly Finding[] | null;

export async function refusedBefore(
  { account, administrationId, clock, isByHand }: RunContext,
  known: ReadonlyMap<WorkOrderRowId, KnownWorkOrder>,
): Promise<RefusedBefore> {
  if (isByHand) return () => null;
  const refused = [...known.values()].filter(
    ({ state, findings }) => state === 'waiting' && findings.some(isOfInvoice),
  );
  const rowIds = refused.map(({ rowId }) => rowId);
  const intents = await account.intents.find(administrationId, 'invoice', rowIds);
  const now = clock.now().getTime();
  return (rowId, invoice) => {
    const intent = intents.get(rowId);
    if (intent?.state !== 'refused') return null;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (intent.attempt - 1), WAIT_MS_MAX);
    if (intent.committedAt.getTime() + waitMs <= now) return null;
    return contentOf(invoice.draft) === contentOf(intent.request.draft) ? (known.get(rowId)?.findings ?? null) : null;
  };
}

function isOfInvoice({ reason, causeKey }: Finding): boolean {
  return reason === 'geweigerd-door-asperion' && causeKey === '';
}

/** What would be sent, apart from its date, which is another one every day. What was kept had its members put in order. */
function contentOf(draft: unknown): string {
  return JSON.stringify(inOrder({ ...(JSON.parse(JSON.stringify(draft ?? null)) as object), date: null }));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
