/**
 * Carries out what a plan says: what the office types, what the bookkeeper does, what people decide, and what befalls the
 * program and the network. What cannot be done at that moment is left undone.
 */
import { seededRandom } from '#sandbox/demo/seeded-random.ts';
import type { WorkOrderRowId } from '#src/model/ids.ts';
import { type Company, choose, chosenAdministration, markOf } from './company.ts';
import { putOnOffer } from './orders.ts';
import type { Deed, PlannedDeed } from './plan.ts';
import type { Program } from './program.ts';
import { rememberedOrders } from './promises.ts';
import type { World } from './world.ts';

const BY = 'simulatie';

export interface Stage {
  readonly world: World;
  readonly program: Program;
}

/** Does one deed. `seed` draws what the deed leaves open. */
export async function perform(
  { world, program }: Stage,
  { deed, company: whose }: Pick<PlannedDeed, 'deed' | 'company'>,
  seed: string,
): Promise<void> {
  const company = world.companies[whose];
  if (!company) throw new Error(`there is no company ${whose}`);
  switch (deed.kind) {
    case 'export':
      return startExport(program, company, deed);
    case 'new-orders':
      return giveOrders(world, company, deed.count, seed);
    case 'storm':
      return world.weather.set(deed.destination, deed.storm);
    case 'late-visibility':
      world.asperion.control.settings.lateVisibilityMs = deed.ms;
      return;
    case 'database-trouble':
      world.database.troublePercent = deed.percent;
      return;
    case 'settings':
      return changeSettings(company, deed.choice);
    case 'cancel-run':
      return cancelRun(company);
    case 'skip':
    case 'unskip':
      return decide(world, company, deed.kind, deed.choice);
    case 'delete-draft':
    case 'finalise-draft':
    case 'pay-invoice':
      return keepBooks(world, company, deed.kind, deed.choice);
    case 'make-again':
      return makeAgain(world, company, deed.choice);
    case 'change-order':
    case 'reopen-order':
    case 'withdraw-order':
    case 'offer-again':
      return editOrder(world, company, deed.kind, deed.choice);
    case 'expire-token':
      world.asperion.control.expireAccessTokens(company.officeUser);
      return;
    case 'end-connection':
      world.asperion.control.revokeUser(company.officeUser);
      return;
    case 'connect-again':
      return company.connectAsperion();
  }
}

/** More work orders on offer in OutSmart. */
export function giveOrders(world: World, company: Company, count: number, seed: string): void {
  putOnOffer(world, company, count, seededRandom(`orders ${seed}`));
}

type Export = Extract<Deed, { readonly kind: 'export' }>;

function startExport(program: Program, company: Company, { place, isFull, isByPerson, mishap }: Export): void {
  if (mishap) {
    program.processAt(place).expect({
      afterOperations: mishap.afterOperations,
      isAtTurningPoint: mishap.isAtTurningPoint,
      happen: () => {
        if (mishap.kind === 'pause') program.pause(place, mishap.ms, mishap.isSuspended);
        if (mishap.kind === 'terminate') program.terminate(place);
        return mishap.kind === 'kill' ? program.kill(place) : undefined;
      },
    });
  }
  program.start(place, company, isFull ? 'full' : 'export', isByPerson ? 'person' : 'schedule');
}

async function changeSettings({ calm, administrations }: Company, choice: number): Promise<void> {
  const isMoving = choice % 5 === 0;
  const now = await chosenAdministration(calm);
  const other = administrations.find((id) => id !== now) ?? now;
  await choose(calm, {
    administrationId: isMoving ? other : now,
    createRelations: choice % 2 === 0,
    createMaterials: choice % 3 !== 0,
    exportOn: choice % 7 !== 0,
  });
}

async function cancelRun({ calm }: Company): Promise<void> {
  const going = (await calm.runs.list(5)).find(({ state }) => state === 'queued' || state === 'running');
  if (going) await calm.runs.askCancel(going.id);
}

async function decide(world: World, company: Company, what: 'skip' | 'unskip', choice: number): Promise<void> {
  const orders = await rememberedOrders(world, company);
  const order = orders[choice % Math.max(1, orders.length)];
  if (!order) return;
  await company.calm.workOrders[what](order.rowId as WorkOrderRowId, BY);
}

/** What the bookkeeper does with a draft that the program knows of: nobody deletes what was not there a moment ago. */
async function keepBooks(
  world: World,
  company: Company,
  what: 'delete-draft' | 'finalise-draft' | 'pay-invoice',
  choice: number,
): Promise<void> {
  const known = (await rememberedOrders(world, company)).flatMap(({ rowId, invoiceId }) => {
    const made = world.ledger.madeFor(markOf(company, rowId)).find(({ draftId }) => String(draftId) === invoiceId);
    return made && !made.isDeleted ? [{ rowId, ...made }] : [];
  });
  const invoice = known[choice % Math.max(1, known.length)];
  if (!invoice) return;
  const { administrationId, draftId, rowId } = invoice;
  const { control } = world.asperion;
  const isDraft = control.draft(administrationId, draftId)?.status === 1;
  if (what === 'finalise-draft' && isDraft) control.processDraft(administrationId, draftId);
  if (what === 'pay-invoice' && !isDraft) control.markPaid(administrationId, draftId);
  if (what !== 'delete-draft' || !isDraft) return;
  control.deleteDraft(administrationId, draftId);
  world.ledger.noteDeleted(markOf(company, rowId), draftId);
}

/** A person wants an invoice back that somebody threw away, once the program has noticed. */
async function makeAgain(world: World, company: Company, choice: number): Promise<void> {
  const lost = (await rememberedOrders(world, company)).filter(({ state }) => state === 'deleted');
  const order = lost[choice % Math.max(1, lost.length)];
  if (!order || !(await company.calm.invoiceLife.makeAgain(order.rowId as WorkOrderRowId, BY))) return;
  world.ledger.allowRemake(markOf(company, order.rowId));
}

function editOrder(
  { outsmart }: World,
  { outsmartToken }: Company,
  what: 'change-order' | 'reopen-order' | 'withdraw-order' | 'offer-again',
  choice: number,
): void {
  const { control } = outsmart;
  const orders = control.workOrders(outsmartToken);
  const order = orders[choice % Math.max(1, orders.length)];
  if (!order) return;
  if (what === 'change-order')
    control.editWorkOrder(outsmartToken, order.id, { CustomerName: `Andere naam ${choice}` });
  if (what === 'reopen-order' && order.status === 'Afgehandeld')
    control.setStatus(outsmartToken, order.id, { status: 'Compleet' });
  if (what === 'withdraw-order' && order.status === 'Compleet')
    control.setStatus(outsmartToken, order.id, choice % 2 ? { status: 'Opgehaald' } : { workStatus: '2' });
  if (what === 'offer-again' && order.status !== 'Afgehandeld')
    control.setStatus(outsmartToken, order.id, { status: 'Compleet', workStatus: '1' });
}
