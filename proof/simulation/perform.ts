/**
 * Carries out what a plan says: what the office types, what the bookkeeper does, what people decide, and what befalls the
 * program and the network. What cannot be done at that moment is left undone.
 */
import { seededRandom } from '#sandbox/demo/seeded-random.ts';
import type { WorkOrderRowId } from '#src/model/ids.ts';
import { choose, chosenAdministration } from './company.ts';
import { putOnOffer } from './orders.ts';
import type { Deed } from './plan.ts';
import type { Program } from './program.ts';
import { rememberedOrders } from './promises.ts';
import { ADMINISTRATIONS, type World } from './world.ts';

const BY = 'simulatie';

export interface Stage {
  readonly world: World;
  readonly program: Program;
  /** Work orders that can never go, as they name no debtor. */
  readonly hopeless: Set<string>;
  orders: number;
}

/** Does one deed. `seed` draws what the deed leaves open. */
export async function perform(stage: Stage, deed: Deed, seed: string): Promise<void> {
  const { world, program } = stage;
  switch (deed.kind) {
    case 'export':
      return startExport(program, deed);
    case 'new-orders':
      return giveOrders(stage, deed.count, seed);
    case 'storm':
      return world.weather.set(deed.destination, deed.storm);
    case 'late-visibility':
      world.asperion.control.settings.lateVisibilityMs = deed.ms;
      return;
    case 'database-trouble':
      world.database.troublePercent = deed.percent;
      return;
    case 'settings':
      return changeSettings(world, deed.choice);
    case 'cancel-run':
      return cancelRun(world);
    case 'skip':
    case 'unskip':
      return decide(world, deed.kind, deed.choice);
    case 'delete-draft':
    case 'finalise-draft':
    case 'pay-invoice':
      return keepBooks(world, deed.kind, deed.choice);
    case 'make-again':
      return makeAgain(world, deed.choice);
    case 'change-order':
    case 'reopen-order':
    case 'withdraw-order':
    case 'offer-again':
      return editOrder(world, deed.kind, deed.choice);
    case 'expire-token':
      world.asperion.control.expireAccessTokens(world.officeUser);
      return;
    case 'end-connection':
      world.asperion.control.revokeUser(world.officeUser);
      return;
    case 'connect-again':
      return world.connectAsperion();
  }
}

/** More work orders on offer in OutSmart. */
export function giveOrders(stage: Stage, count: number, seed: string): void {
  const hopeless = putOnOffer(stage.world, count, seededRandom(`orders ${seed}`), stage.orders + 1);
  for (const rowId of hopeless) stage.hopeless.add(rowId);
  stage.orders += count;
}

function startExport(program: Program, { place, isFull, isByPerson, mishap }: Deed & { kind: 'export' }): void {
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
  program.start(place, isFull ? 'full' : 'export', isByPerson ? 'person' : 'schedule');
}

async function changeSettings({ calm }: World, choice: number): Promise<void> {
  const isMoving = choice % 5 === 0;
  const now = await chosenAdministration(calm);
  const other = ADMINISTRATIONS.find((id) => id !== now) ?? now;
  await choose(calm, {
    administrationId: isMoving ? other : now,
    createRelations: choice % 2 === 0,
    createMaterials: choice % 3 !== 0,
    exportOn: choice % 7 !== 0,
  });
}

async function cancelRun({ calm }: World): Promise<void> {
  const going = (await calm.runs.list(5)).find(({ state }) => state === 'queued' || state === 'running');
  if (going) await calm.runs.askCancel(going.id);
}

async function decide(world: World, what: 'skip' | 'unskip', choice: number): Promise<void> {
  const orders = await rememberedOrders(world);
  const order = orders[choice % Math.max(1, orders.length)];
  if (!order) return;
  await world.calm.workOrders[what](order.rowId as WorkOrderRowId, BY);
}

/** What the bookkeeper does with a draft that the program knows of: nobody deletes what was not there a moment ago. */
async function keepBooks(
  world: World,
  what: 'delete-draft' | 'finalise-draft' | 'pay-invoice',
  choice: number,
): Promise<void> {
  const known = (await rememberedOrders(world)).flatMap(({ rowId, invoiceId }) => {
    const made = world.ledger.madeFor(rowId).find(({ draftId }) => String(draftId) === invoiceId);
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
  world.ledger.noteDeleted(rowId, draftId);
}

/** A person wants an invoice back that somebody threw away, once the program has noticed. */
async function makeAgain(world: World, choice: number): Promise<void> {
  const lost = (await rememberedOrders(world)).filter(({ state }) => state === 'deleted');
  const order = lost[choice % Math.max(1, lost.length)];
  if (!order || !(await world.calm.invoiceLife.makeAgain(order.rowId as WorkOrderRowId, BY))) return;
  world.ledger.allowRemake(order.rowId);
}

function editOrder(
  { outsmart, outsmartToken }: World,
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
