/**
 * How much later a company's export ends because of what goes on in others that share the process: slow ones, broken ones,
 * ones that are asked to wait, an enormous one. Through the queue, as in the running service.
 */
import { figuresOf } from './figures.ts';
import type { BenchSizes } from './options.ts';
import type { Row } from './row.ts';
import type { Company, Stage } from './stage.ts';

const DELAY_GOAL_MS = 1_000;
/** More than there are workers to begin with. */
const TROUBLED = 12;
const SLOW_ANSWER_MS = 15_000;
const SAMPLES_ALONE = 5;

interface Trouble {
  readonly id: string;
  readonly what: string;
  readonly rule: object;
}

const TROUBLES: readonly Trouble[] = [
  {
    id: 'slow',
    what: `beside ${TROUBLED} companies whose OutSmart answers after ${SLOW_ANSWER_MS / 1_000} s`,
    rule: { kind: 'delay', delayMs: SLOW_ANSWER_MS, times: 0 },
  },
  {
    id: 'broken',
    what: `beside ${TROUBLED} companies whose OutSmart breaks every connection`,
    rule: { kind: 'drop-before', times: 0 },
  },
  {
    id: 'limited',
    what: `beside ${TROUBLED} companies that OutSmart asks to wait`,
    rule: { kind: 'rate-limit', retryAfterSeconds: 5, times: 0 },
  },
];

/** Measures the longest delay, in milliseconds beyond what the same export takes with nothing beside it. */
export async function isolationRows(stage: Stage, sizes: BenchSizes, isGoal: boolean): Promise<Row[]> {
  const { connector, systems } = stage;
  await systems.setLatency(0);
  await connector.ask('work', null);
  const quick = await stage.newCompany({ exportOn: true });
  const exportOnce = () => connector.ask('exportThroughQueue', { accountId: quick.accountId });
  const alone: number[] = [];
  for (let sample = 0; sample < SAMPLES_ALONE; sample++) alone.push(await exportOnce());
  const usualMs = figuresOf(alone).median;
  const row = (id: string, what: string, delays: readonly number[]): Row => ({
    id: `isolation.${id}`,
    what: `most that an export is delayed ${what}`,
    latencyMs: 0,
    unit: 'ms',
    measured: figuresOf([Math.max(0, Math.max(...delays) - usualMs)]),
    goalMax: isGoal ? DELAY_GOAL_MS : null,
    remark: `${delays.length} exports; ${Math.round(usualMs)} ms with nothing beside it`,
  });
  const rows: Row[] = [];
  for (const { id, what, rule } of TROUBLES) {
    const troubled = await companies(stage, TROUBLED);
    for (const { outsmartToken } of troubled) await systems.misbehave({ ...rule, party: outsmartToken });
    const going = troubled.map(({ accountId }) => connector.ask('exportThroughQueue', { accountId }));
    const delays = [await exportOnce(), await exportOnce(), await exportOnce()];
    await systems.behave();
    await Promise.all(going);
    rows.push(row(id, what, delays));
  }
  rows.push(row('enormous', enormousText(sizes), await besideAnEnormousOne(stage, sizes, exportOnce)));
  return rows;
}

async function companies(stage: Stage, count: number): Promise<Company[]> {
  const made: Company[] = [];
  while (made.length < count) made.push(await stage.newCompany({ exportOn: true }));
  return made;
}

function enormousText({ waitingOrders }: BenchSizes): string {
  return `beside a company with ${waitingOrders.toLocaleString('en')} work orders that wait`;
}

/** As many exports as fit while the enormous one is at work. Its OutSmart is one of its own: the stand-in would hold up the others. */
async function besideAnEnormousOne(
  stage: Stage,
  sizes: BenchSizes,
  exportOnce: () => Promise<number>,
): Promise<number[]> {
  const workOrders = Array.from({ length: sizes.waitingOrders }, (_one, index) => waitingOrder(index));
  const enormous = await stage.newCompanyElsewhere(workOrders);
  let isGoing = true;
  const going = stage.connector.ask('exportThroughQueue', { accountId: enormous.accountId }).finally(() => {
    isGoing = false;
  });
  const delays: number[] = [];
  while (isGoing) delays.push(await exportOnce());
  await going;
  return delays;
}

/** Complete, and waiting for a debtor that does not exist. */
function waitingOrder(index: number): object {
  return {
    OrderNr: `W${index}`,
    ...{ status: 'Compleet', WorkStatus: '1', Archived: '0' },
    ...{ CustomerName: 'Bakkerij Blom', CustomerDebtorNr: 'bestaat-niet', CustomerDebtorNrInvoice: 'bestaat-niet' },
    Materials: [{ MaterialCode: 'bestaat-niet', MaterialName: 'Vulkraan', MaterialNr: '1', MaterialPrice: '10.00' }],
  };
}
