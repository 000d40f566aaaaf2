import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ADMINISTRATION, TOKEN, workOrder } from '../sync/test-world.test-kit.ts';
import { startTypedCommands, type TypedCommands, until } from './typed-commands.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

interface SyncDocument {
  readonly run: {
    readonly state: string;
    readonly faultCode: string | null;
    readonly counts: Record<string, number>;
    readonly startedBy: string;
  };
  readonly firstExportConfirmed: boolean;
  readonly waiting: {
    readonly orderNumber: string;
    readonly amount: string;
    readonly reasons: { readonly reason: string; readonly sentence: string }[];
  }[];
  readonly uncertain: { readonly orderNumber: string }[];
  readonly invoiced: { readonly orderNumber: string; readonly rowId: string; readonly invoiceId: string }[];
}

let commands: TypedCommands;
beforeEach(async () => {
  commands = await startTypedCommands();
});
afterEach(() => commands.close());

const give = (...orders: ReturnType<typeof workOrder>[]) =>
  commands.world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
const drafts = (administrationId = ADMINISTRATION) => commands.world.asperion.control.drafts(administrationId);
const waits = (number: string) => workOrder(number, { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' });

describe('sync', () => {
  test('makes drafts, and tells what was made and what waits, for people', async () => {
    give(workOrder('W1'), waits('W2'));
    const { out, err } = await commands.type(['sync', '--job', 'export']);
    expect(out).toMatch(
      /^Export werkbonnen is gelukt in [\d,]+ s, met \d+ aanroepen\.\n {2}Werkbonnen: 2 aangeboden, 1 gefactureerd, 1 wacht op u\n/,
    );
    expect(out).toMatch(/1 conceptfactuur in Asperion, samen €\s185,63 excl\. btw:/);
    expect(out).toContain('1 werkbon wacht op u, per oorzaak:\n  Relatie 10999');
    expect(err).toContain('Account: Installatiebedrijf Test');
    expect(drafts()).toHaveLength(1);
  });

  test('tells a program the same in one document', async () => {
    const [rowId] = give(workOrder('W1'), waits('W2'));
    const { out, err } = await commands.type(['sync', '--job', 'export', '--json']);
    const document = JSON.parse(out) as SyncDocument;
    expect(err).toBe('');
    expect(document.run).toMatchObject({
      state: 'done',
      faultCode: null,
      counts: { invoiced: 1 },
      startedBy: expect.stringMatching(/^cli:/),
    });
    expect(document.invoiced).toEqual([
      { orderNumber: 'W1', rowId, invoiceId: String(drafts()[0]?.id), amount: '185.63' },
    ]);
    expect(document.waiting).toMatchObject([
      {
        orderNumber: 'W2',
        amount: '185.63',
        reasons: [{ reason: 'relatie-onbekend', sentence: expect.stringContaining('10999') }],
      },
    ]);
    expect(document.uncertain).toEqual([]);
  });

  test('an import alone tells of records, not of work orders', async () => {
    give(waits('W2'));
    await commands.type(['sync', '--job', 'export']);
    const document = await commands.ask<SyncDocument>(['sync', '--job', 'debtors']);
    expect(document).toMatchObject({ run: { counts: { 'relations.new': 2 } }, waiting: [], invoiced: [] });
  });

  test('a work order without a number goes by its row id', async () => {
    const [rowId] = give(workOrder(''));
    const { invoiced } = await commands.ask<SyncDocument>(['sync', '--job', 'export']);
    expect(invoiced).toMatchObject([{ orderNumber: '', rowId }]);
  });

  test('an unclear answer ends with 4, and is told as uncertain', async () => {
    give(workOrder('W1'));
    commands.world.asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: DRAFTS });
    const { out } = await commands.type(['sync', '--job', 'export'], { expected: 4 });
    expect(out).toContain('1 werkbon is onzeker; u hoeft niets te doen:\n  Werkbon W1');
    const { uncertain } = await commands.ask<SyncDocument>(['sync', '--job', 'export'], { expected: 4 });
    expect(uncertain).toMatchObject([{ orderNumber: 'W1' }]);
    commands.world.clock.advance(16 * 60_000);
    expect((await commands.ask<SyncDocument>(['sync', '--job', 'export'])).invoiced).toMatchObject([
      { orderNumber: 'W1' },
    ]);
    expect(drafts()).toHaveLength(1);
  });

  test('a token that OutSmart no longer takes ends with 3', async () => {
    commands.world.outsmart.control.revokeToken(TOKEN);
    const { out } = await commands.type(['sync', '--job', 'export'], { expected: 3 });
    expect(out).toContain('Export werkbonnen is niet gelukt. OutSmart laat de koppeling niet meer toe.');
  });

  test('a system that is away ends with 1', async () => {
    commands.world.outsmart.control.faults.add({ kind: 'drop-before', times: 0 });
    const document = await commands.ask<SyncDocument>(['sync', '--job', 'export'], { expected: 1 });
    expect(document.run).toMatchObject({ state: 'failed', faultCode: 'outsmart.unreachable' });
  });

  test('waits for somebody else who works on the account, and says so', async () => {
    give(workOrder('W1'));
    await commands.world.account.leases.acquire('another process', 3_000);
    const { err } = await commands.type(['sync', '--job', 'export']);
    expect(err).toContain(
      'Er loopt al een synchronisatie voor Installatiebedrijf Test; we wachten daarop, hoogstens 15 minuten.',
    );
    expect(drafts()).toHaveLength(1);
  });
});

describe('Ctrl-C', () => {
  const begin = async () => {
    give(...Array.from({ length: 30 }, (_, index) => workOrder(`W${index + 1}`)));
    commands.world.asperion.control.settings.latencyMs = 150;
    const command = commands.begin(['sync', '--job', 'export']);
    await until(async () => (await commands.world.account.runs.list(1))[0]?.phase === 'sending');
    await until(() => drafts().length > 0);
    return command;
  };

  test('once stops between two work orders; what was made is known', async () => {
    const { terminal, ended } = await begin();
    terminal.interrupt();
    expect(await ended).toBe(130);
    expect(terminal.err).toContain('We stoppen na wat nu bezig is.');
    expect(terminal.out).toContain('Export werkbonnen is gestopt.');
    const { orders } = await commands.ask<{ orders: { state: string }[] }>([
      'orders',
      '--state',
      'all',
      '--limit',
      '100',
    ]);
    expect(orders.filter(({ state }) => state === 'acknowledged')).toHaveLength(drafts().length);
    expect(orders.filter(({ state }) => state === 'sending' || state === 'uncertain')).toEqual([]);
    expect(drafts().length).toBeLessThan(30);
  });

  test('twice ends what is under way, and the next sync is not held up by it', async () => {
    const { terminal, ended } = await begin();
    terminal.interrupt();
    terminal.interrupt();
    expect(await ended).toBe(130);
    expect(await commands.ask(['runs', '--limit', '1'])).toMatchObject({ runs: [{ state: 'cancelled' }] });
    commands.world.asperion.control.settings.latencyMs = 0;
    commands.world.clock.advance(16 * 60_000);
    await commands.type(['sync', '--job', 'export']);
    expect(drafts()).toHaveLength(30);
  });

  test('while waiting for somebody else gives the turn up', async () => {
    await commands.world.account.leases.acquire('another process', 60_000);
    const { terminal, ended } = commands.begin(['sync', '--job', 'export']);
    await until(() => terminal.err.includes('Er loopt al een synchronisatie'));
    terminal.interrupt();
    expect(await ended).toBe(130);
    expect(await commands.ask(['runs', '--limit', '1'])).toMatchObject({ runs: [{ state: 'cancelled' }] });
  });
});

describe('the first export', () => {
  beforeEach(async () => {
    // Another administration has never been confirmed.
    await commands.world.save({ administrationId: 102 });
    give(workOrder('W1', { WorkDate: '12-06-2025' }), workOrder('W2', { WorkDate: '20-06-2025' }));
  });

  test('with nobody to ask, the command is the confirmation, and that is said', async () => {
    const { out } = await commands.type(['sync', '--job', 'export']);
    expect(out).toContain('deze opdracht geldt als bevestiging');
    expect(drafts(102)).toHaveLength(2);
    expect((await commands.type(['sync', '--job', 'export'])).out).not.toContain('bevestiging');
  });

  test('with --yes nobody is asked', async () => {
    const { err } = await commands.type(['sync', '--job', 'export', '--yes'], { answers: ['nee'] });
    expect(err).not.toContain('Doorgaan?');
    expect(drafts(102)).toHaveLength(2);
  });

  test('a person is shown what would go, and no is no', async () => {
    const { err } = await commands.type(['sync', '--job', 'full'], { answers: ['n'] });
    expect(err).toMatch(/W1 .*\n/);
    expect(err).toMatch(/2 werkbonnen worden conceptfacturen, samen €\s371,26 excl\. btw/);
    expect(err).toContain('Er is niets naar Asperion gegaan.');
    expect(drafts(102)).toEqual([]);
  });

  test('yes sends them', async () => {
    const { out } = await commands.type(['sync', '--job', 'full'], { answers: ['ja'] });
    expect(out).toContain('2 conceptfacturen in Asperion');
    expect(drafts(102)).toHaveLength(2);
  });

  test('a day sends those from that day on', async () => {
    const document = await commands.ask<SyncDocument>(['sync', '--job', 'export'], { answers: ['2025-06-15'] });
    expect(document).toMatchObject({ firstExportConfirmed: true, invoiced: [{ orderNumber: 'W2' }] });
    const { orders } = await commands.ask<{ orders: object[] }>(['orders', '--state', 'skipped']);
    expect(orders).toMatchObject([{ orderNumber: 'W1', decidedBy: 'start-date' }]);
  });

  test('can be confirmed beforehand, from a day on', async () => {
    expect((await commands.type(['confirm', '--from', '15 juni'], { expected: 2 })).err).toContain('is geen datum');
    expect(await commands.ask(['confirm', '--from', '2025-06-15'])).toMatchObject({
      confirmed: true,
      startDate: '2025-06-15',
    });
    const { err } = await commands.type(['sync', '--job', 'export'], { answers: [] });
    expect(err).not.toContain('Doorgaan?');
    expect(drafts(102)).toHaveLength(1);
  });
});

test('an invoice in the wrong books is resolved by a person, in words', async () => {
  await commands.world.save({ salesTypeId: '10' });
  // A line without an article: article ids of one administration would be refused by another.
  const material = { MaterialCode: '', MaterialName: 'Klein materiaal', MaterialNr: '1', MaterialPrice: '5' };
  give(workOrder('W1', { Materials: [material], Workperiods: [] }));
  const stray = await commands.world.withStrayingCreates();
  onTestFinished(() => stray.close());
  expect(await stray.run()).toMatchObject({ state: 'failed', faultCode: 'asperion.wrong_administration' });
  expect((await commands.type(['sync', '--job', 'export'], { expected: 1 })).out).toContain('resolve');
  await commands.type(['resolve'], { expected: 2 });
  expect(await commands.ask(['resolve', '--delete'])).toMatchObject({ decision: 'delete' });
  expect(drafts(102)).toEqual([]);
  await commands.type(['sync', '--job', 'export']);
  expect(drafts()).toHaveLength(1);
  expect((await commands.type(['resolve', '--keep'], { expected: 2 })).err).toContain('staat niet stil');
});
