/**
 * The promises held against what is there: what really happened (the ledger and both systems) beside what the program
 * remembers (its database). The first part holds at every moment, the second once everything had its chance.
 */
import type { WorkOrderState } from '#src/model/work-order-state.ts';
import { type Company, chosenAdministration, markOf } from './company.ts';
import { PromiseBroken } from './ledger.ts';
import type { World } from './world.ts';

export interface RememberedOrder {
  readonly rowId: string;
  readonly state: WorkOrderState;
  readonly invoiceId: string | null;
  readonly administrationId: number | null;
}

/** What the program remembers of each work order of a company, past the program. */
export async function rememberedOrders(
  { historyDatabase }: World,
  { accountId }: Company,
): Promise<readonly RememberedOrder[]> {
  const { rows } = await historyDatabase.watching.query<RememberedOrder>({
    name: 'remembered-orders',
    text: `select row_id as "rowId", state, invoice_id as "invoiceId", administration_id as "administrationId"
        from work_order where account_id = $1 order by row_id`,
    values: [accountId],
  });
  return rows;
}

/** States in which the program takes it that there is no invoice. */
const WITHOUT_INVOICE: ReadonlySet<WorkOrderState> = new Set(['ready', 'waiting', 'withdrawn', 'skipped']);
/** States in which the program knows an invoice. */
const WITH_INVOICE: ReadonlySet<WorkOrderState> = new Set(['invoiced', 'acknowledged']);

/** What must be so at every moment. Throws PromiseBroken. */
export async function holdAlways(world: World): Promise<void> {
  for (const company of world.companies) {
    for (const order of await rememberedOrders(world, company)) holdFor(world, company, order);
  }
}

function holdFor({ ledger }: World, company: Company, { rowId, state, invoiceId }: RememberedOrder): void {
  const mark = markOf(company, rowId);
  const made = ledger.madeFor(mark);
  if (WITHOUT_INVOICE.has(state) && made.some(({ isDeleted }) => !isDeleted)) {
    throw new PromiseBroken('double', `work order ${mark} has an invoice and is remembered as ${state}`);
  }
  if (WITH_INVOICE.has(state) && !made.some(({ draftId }) => String(draftId) === invoiceId)) {
    throw new PromiseBroken('loss', `work order ${mark} is ${state} with invoice ${invoiceId}, which nobody made`);
  }
  // A person would have it made again.
  if (state === 'deleted' && made.some(({ isDeleted }) => !isDeleted)) {
    throw new PromiseBroken('double', `work order ${mark} has an invoice and is said to have lost it`);
  }
}

/** What stood in the chosen books when the last import began. */
export interface Lists {
  readonly debtors: readonly string[];
  readonly articles: readonly string[];
}

export async function listsNow({ asperion }: World, { calm }: Company): Promise<Lists> {
  const administrationId = await chosenAdministration(calm);
  return {
    debtors: asperion.control.debtors(administrationId).map(({ customerNumber }) => customerNumber),
    articles: asperion.control.articles(administrationId).map(({ code }) => code),
  };
}

/**
 * What must be so of a company in the end: each work order that is on offer has its invoice and OutSmart knows, or a person
 * decided otherwise, or it waits for something that is really missing. `lists` are to stand in OutSmart too. Throws
 * PromiseBroken.
 */
export async function holdInTheEnd(world: World, company: Company, lists: Lists): Promise<void> {
  await holdAlways(world);
  const remembered = new Map((await rememberedOrders(world, company)).map((order) => [order.rowId, order]));
  for (const order of world.outsmart.control.workOrders(company.outsmartToken)) {
    const state = remembered.get(order.id)?.state ?? null;
    const mark = markOf(company, order.id);
    const what = `work order ${mark}, ${order.status} in OutSmart, is ${state ?? 'unknown'} in the end`;
    if (isOnOffer(order) && state === null) throw new PromiseBroken('loss', what);
    const isLeftBehind = state === 'withdrawn' && isOnOffer(order);
    if (state === null || (SETTLED.has(state) && !isLeftBehind)) continue;
    if (state === 'waiting' && company.hopeless.has(order.id)) continue;
    throw new PromiseBroken('unsettled', what);
  }
  requireDeletionsNoticed(world, company, [...remembered.values()]);
  await requireNoRunGoesOn(world, company);
  requireUniqueRecords(world);
  requireListsBroughtOver(world, company, lists);
}

const SETTLED: ReadonlySet<WorkOrderState> = new Set(['acknowledged', 'skipped', 'withdrawn', 'deleted']);

function isOnOffer(order: { readonly status: string; readonly WorkStatus?: unknown; readonly Archived?: unknown }) {
  return order.status === 'Compleet' && order.WorkStatus === '1' && order.Archived !== '1';
}

function requireDeletionsNoticed({ ledger }: World, company: Company, orders: readonly RememberedOrder[]): void {
  for (const { rowId, state, invoiceId } of orders.filter((order) => WITH_INVOICE.has(order.state))) {
    const mark = markOf(company, rowId);
    const invoice = ledger.madeFor(mark).find(({ draftId }) => String(draftId) === invoiceId);
    if (!invoice?.isDeleted) continue;
    throw new PromiseBroken('unsettled', `work order ${mark} is ${state} in the end, and its invoice was thrown away`);
  }
}

async function requireNoRunGoesOn({ historyDatabase }: World, { accountId }: Company): Promise<void> {
  const { rows } = await historyDatabase.watching.query<{ state: string }>(
    `select state from run where account_id = $1 and state in ('queued', 'running')`,
    [accountId],
  );
  if (rows.length > 0) throw new PromiseBroken('unsettled', `${rows.length} runs are ${rows[0]?.state} in the end`);
}

/** Nothing was left out when an import broke off. */
function requireListsBroughtOver({ outsmart }: World, { outsmartToken }: Company, { debtors, articles }: Lists): void {
  const relations = new Set(outsmart.control.relations(outsmartToken).map((row) => row.debtor_number));
  const materials = new Set(outsmart.control.materials(outsmartToken).map((row) => row.code));
  for (const number of debtors) {
    if (!relations.has(number)) throw new PromiseBroken('loss', `debtor ${number} was not brought over`);
  }
  for (const code of articles) {
    if (!materials.has(code)) throw new PromiseBroken('loss', `article ${code} was not brought over`);
  }
}

function requireUniqueRecords({ asperion }: World): void {
  for (const { id } of asperion.control.administrations()) {
    requireUnique(
      'debtor',
      asperion.control.debtors(id).map(({ customerNumber }) => customerNumber),
    );
    requireUnique(
      'article',
      asperion.control.articles(id).map(({ code }) => code),
    );
  }
}

function requireUnique(what: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys.map((text) => text.trim().toLowerCase())) {
    if (seen.has(key)) throw new PromiseBroken('double', `${what} ${key} is there twice`);
    seen.add(key);
  }
}
