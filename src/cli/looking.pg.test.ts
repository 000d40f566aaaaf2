import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN, workOrder } from '../sync/test-world.test-kit.ts';
import { startTypedCommands, type TypedCommands } from './typed-commands.test-kit.ts';

const MARKUP = 'Café <b>Hoek</b> \u001b[2J 🍦';

let commands: TypedCommands;
beforeAll(async () => {
  commands = await startTypedCommands();
  commands.world.outsmart.control.seed(TOKEN, {
    workOrders: [
      workOrder('W1', { CustomerName: MARKUP }),
      workOrder('W2', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
      workOrder('W3', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
      workOrder('W4', { WorkStatus: '' }),
      workOrder('W5', { Materials: [], Workperiods: [] }),
    ] as never,
  });
  await commands.type(['sync', '--job', 'export']);
});
afterAll(() => commands.close());

describe('orders', () => {
  test('shows totals, what waits by cause, and nothing of what is done', async () => {
    const { out } = await commands.type(['orders']);
    expect(out).toMatch(/^Gefactureerd +1 +€\s185,63$/m);
    expect(out).toMatch(/^Wacht op u +3 /m);
    expect(out).toMatch(/2 werkbonnen, €\s371,26: W3 en W2|2 werkbonnen, €\s371,26: W2 en W3/);
    expect(out).not.toContain('W1');
  });

  test('of one state shows those, with their invoice; what comes from outside is harmless', async () => {
    const { out } = await commands.type(['orders', '--state', 'acknowledged']);
    expect(out).toMatch(/^W1 .*Gefactureerd +concept \d+$/m);
    expect(out).toContain('Café <b>Hoek</b> \ufffd[2J 🍦');
    expect(out).not.toContain('\u001b');
  });

  test('for a program are open ones with their reasons, amounts as text', async () => {
    const document = await commands.ask<{ totals: object[]; causes: object[]; orders: { orderNumber: string }[] }>([
      'orders',
    ]);
    expect(document.totals).toContainEqual({ state: 'acknowledged', count: 1, amount: '185.63' });
    expect(document.causes[0]).toMatchObject({ reason: 'relatie-onbekend', code: '10999', count: 2, amount: '371.26' });
    expect(document.orders.map(({ orderNumber }) => orderNumber).sort()).toEqual(['W2', 'W3', 'W5']);
  });

  test('are limited, and that is said', async () => {
    const { out } = await commands.type(['orders', '--state', 'all', '--limit', '2']);
    expect(out).toContain('Dit zijn de nieuwste 2; meer met --limit.');
    expect(
      (await commands.ask<{ orders: object[] }>(['orders', '--state', 'all', '--limit', '2'])).orders,
    ).toHaveLength(2);
  });
});

describe('preview', () => {
  test('shows an invoice that could be made, with what Asperion thinks of it, and why it would not go now', async () => {
    const { out } = await commands.type(['preview', 'W4', '--ask-asperion'], { columns: 100 });
    expect(out).toContain('niet de werkbonstatus voor Asperion');
    expect(out).toContain('Asperion zou deze factuur aannemen.');
    expect(out).toMatch(/M1 +KT-15 +Knelkoppeling 15 mm +4 +st +€\s12,50 +21 % +€\s50,00/);
    expect(out).toMatch(/Totaal incl\. btw +€\s224,61/);
  });

  test('says why one waits, what is known of it, and changes nothing', async () => {
    const before = commands.world.asperion.control.journal.count({ method: 'POST' });
    const document = await commands.ask<object>(['preview', 'W2']);
    expect(document).toMatchObject({
      kind: 'waits',
      notQualifying: null,
      reasons: [{ reason: 'relatie-onbekend', code: '10999' }],
      known: { state: 'waiting', orderNumber: 'W2' },
      objections: null,
    });
    expect(commands.world.asperion.control.journal.count({ method: 'POST' })).toBe(before);
  });

  test('of one that has its invoice says so', async () => {
    expect((await commands.type(['preview', 'W1', '--no-why'])).out).toMatch(/Heeft al concept \d+ in Asperion/);
    expect(await commands.ask(['preview', 'W1'])).toMatchObject({
      known: { state: 'acknowledged' },
      intent: { state: 'done' },
    });
  });

  test('of a number that nobody knows is refused', async () => {
    expect((await commands.type(['preview', 'W99'], { expected: 2 })).err).toContain('OutSmart kent geen werkbon W99');
  });
});

describe('decisions', () => {
  test('a work order that is handled by hand is set aside, and back', async () => {
    expect((await commands.type(['skip', 'W5'])).out).toContain('is zelf afgehandeld');
    expect((await commands.type(['skip', 'W5'], { expected: 2 })).err).toContain('Zelf afgehandeld');
    const { orders } = await commands.ask<{ orders: object[] }>(['orders', '--state', 'skipped']);
    expect(orders).toMatchObject([{ orderNumber: 'W5', decidedBy: expect.stringMatching(/^cli:/) }]);
    expect(await commands.ask(['unskip', 'W5'])).toMatchObject({ orderNumber: 'W5', skipped: false });
    expect((await commands.type(['skip', 'W1'], { expected: 2 })).err).toContain('W1');
  });
});

describe('looking back', () => {
  test('runs are told in sentences, and log lines belong to them', async () => {
    const { runs } = await commands.ask<{ runs: { id: string; job: string }[] }>(['runs']);
    const run = runs.at(-1);
    expect(run).toMatchObject({ job: 'export', state: 'done', trigger: 'person' });
    expect((await commands.type(['runs'])).out).toMatch(/Export werkbonnen is gelukt\. .*1 gefactureerd/);
    const { lines } = await commands.ask<{ lines: object[] }>(['log', '--run', run?.id ?? '']);
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual(
      expect.objectContaining({
        subjectKey: 'W1',
        result: 'invoiced',
        sentence: expect.stringMatching(/Concept van €\s185,63/),
      }),
    );
    expect((await commands.type(['log', '--limit', '1'])).out.trimEnd().split('\n')).toHaveLength(2);
    expect((await commands.type(['log', '--run', 'gisteren'], { expected: 2 })).err).toContain('geen id');
  });

  test('faults are kept for the operator, without the token', async () => {
    commands.world.outsmart.control.faults.add({ kind: 'html', times: 0 });
    await commands.type(['sync', '--job', 'export'], { expected: 1 });
    commands.world.outsmart.control.faults.clear();
    const { faults } = await commands.ask<{ faults: { code: string; maskedBody: string | null }[] }>(['faults']);
    expect(faults[0]).toMatchObject({
      code: expect.stringMatching(/^outsmart\./),
      call: expect.stringContaining('GetWorkorders'),
    });
    const { out } = await commands.type(['faults']);
    expect(out).toContain('GetWorkorders');
    expect(out).not.toContain(TOKEN);
  });
});

describe('doctor', () => {
  test('finds all well, and says what it looked at', async () => {
    const { out } = await commands.type(['doctor']);
    for (const part of ['Node', 'configuratie', 'database', 'OutSmart', 'Asperion', 'instellingen', 'eerste export']) {
      expect(out).toMatch(new RegExp(`^[✓!] ${part}`, 'm'));
    }
    expect(out).toContain('Alles is in orde.');
    expect(out).not.toContain(TOKEN);
  });

  test('says what is wrong with which account, ends with 1, and looks at the others too', async () => {
    await commands.type(['account', 'create', 'Nieuw BV']);
    const document = await commands.ask<{
      healthy: boolean;
      parts: { account: { name: string } | null; checks: { state: string; text: string }[] }[];
    }>(['doctor'], { expected: 1 });
    expect(document.healthy).toBe(false);
    const checksOf = (name: string) => document.parts.find(({ account }) => account?.name === name)?.checks ?? [];
    expect(
      checksOf('Nieuw BV')
        .filter(({ state }) => state === 'wrong')
        .map(({ text }) => text)
        .join(' '),
    ).toContain('connect outsmart "Nieuw BV"');
    expect(checksOf('Installatiebedrijf Test').filter(({ state }) => state === 'wrong')).toEqual([]);
    await commands.type(['doctor', '--account', 'Installatiebedrijf Test']);
  });
});

describe('links', () => {
  const ours = ['--account', 'Installatiebedrijf Test'];

  test('are laid, shown and taken away, and the export follows them', async () => {
    await commands.type(['link', 'debtor', '10999', '10015', ...ours]);
    const { out } = await commands.type(['links', ...ours]);
    expect(out).toMatch(/^debiteur +10999 +10015 +Vastgoed Meerzicht B\.V\./m);
    await commands.type(['sync', '--job', 'export', ...ours]);
    expect((await commands.type(['orders', '--state', 'acknowledged', ...ours])).out).toMatch(/^W2 /m);
    await commands.type(['unlink', 'debtor', '10999', ...ours]);
    expect(await commands.ask<object>(['links', ...ours])).toMatchObject({ links: [] });
  });

  test('of another kind are wrong use, and to nothing are refused', async () => {
    await commands.type(['link', 'materiaal', '1', '2', ...ours], { expected: 2 });
    const { err } = await commands.type(['link', 'article', '4711', '9999', ...ours], { expected: 2 });
    expect(err).toContain('Asperion kent artikel 9999 niet');
  });
});
