import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  sandbox.control.seed(token, {
    workStatusses: [
      { sta_code: '0', sta_name: 'Niet naar Asperion' },
      { sta_code: '1', sta_name: 'Naar <Asperion>' },
    ],
    workOrders: [
      { id: '1', OrderNr: 'W-1', CustomerName: 'Bakkerij Blom', status: 'Compleet', WorkStatus: '1' },
      {
        id: '2',
        OrderNr: 'W-2',
        CustomerName: '<script>alert(1)</script>',
        status: 'Opgehaald',
        WorkStatus: '5812441',
      },
      { id: '3', OrderNr: 'W-3', CustomerName: 'Vastgoed Meerzicht', status: 'Compleet', Archived: '1' },
    ],
  });
});

afterEach(() => sandbox.close());

async function open(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${sandbox.url}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The page without markup and with single blanks, as a reader sees it. */
function readable(text: string): string {
  return text
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const list = `/kantoor/${token}/werkbonnen`;

describe('the office', () => {
  test('opens a work order by its id alone, for links that must not carry the token', async () => {
    const response = await fetch(`${sandbox.url}/werkbonnen/2`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${list}/2`]);
    expect((await open('/werkbonnen/77')).status).toBe(404);
  });

  test('begins with the accounts and how much is complete', async () => {
    const { text } = await open('/');
    expect(readable(text)).toContain(`${defaultAccount.name} 3 2`);
    expect(text).toContain(`href="${list}"`);
  });

  test('shows both statuses of each work order, the second by name', async () => {
    const shown = readable((await open(list)).text);
    expect(shown).toContain('W-1 Bakkerij Blom Compleet 1 – Naar &lt;Asperion&gt;');
    expect(shown).toContain('Opgehaald 5812441 (onbekend)');
    expect(shown).toContain('W-3 archief Vastgoed Meerzicht Compleet –');
  });

  test('escapes what people typed', async () => {
    for (const path of [list, `${list}/2`]) {
      const { text } = await open(path);
      expect(text).not.toContain('<script>');
      expect(text).toContain('&lt;script&gt;');
    }
    expect((await open(`${list}?zoek=%22%3E%3Cb%3E`)).text).toContain('value="&quot;&gt;&lt;b&gt;"');
  });

  test.each([
    ['status=Compleet', ['W-3', 'W-1']],
    ['status=Compleet&werkbonstatus=1', ['W-1']],
    ['werkbonstatus=(geen)', ['W-3']],
    ['zoek=MEERZICHT', ['W-3']],
    ['zoek=w-2', ['W-2']],
    ['', ['W-3', 'W-2', 'W-1']],
  ])('finds with "%s"', async (query, found) => {
    const { text } = await open(`${list}?${query}`);
    expect([...text.matchAll(/>(W-\d)<\/a>/g)].map((match) => match[1])).toEqual(found);
  });

  test('leafs through long lists, fifty at a time', async () => {
    sandbox.control.seed(token, {
      workOrders: Array.from({ length: 120 }, (_, index) => ({ id: String(1_000 + index) })),
    });
    const pages = await Promise.all([1, 2, 3, 99].map((number) => open(`${list}?pagina=${number}`)));
    expect(pages.map(({ text }) => [...text.matchAll(/<tr><td>/g)].length)).toEqual([50, 50, 23, 23]);
    expect(pages[1]?.text).toContain('pagina=3');
    expect(readable(pages[0]?.text ?? '')).toContain('123 gevonden, pagina 1 van 3');
  });

  test('shows one work order with customer, lines, hours, texts and history', async () => {
    sandbox.control.addWorkOrder(token, {
      id: '9',
      CustomerName: 'Bakkerij Blom',
      CustomerNameInvoice: 'Vastgoed Meerzicht',
      CustomerDebtorNrInvoice: '10015',
      WorkDescription: 'Lekkage verholpen',
      WorkStatus: '1',
      Materials: [{ MaterialCode: '', MaterialName: 'Klein materiaal', MaterialNr: '2', MaterialPrice: '7,95' }],
      Workperiods: [{ WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', HourType: 'REIS' }],
      FreeFields: { val_value_2: 'Geel' },
    });
    const shown = readable((await open(`${list}/9`)).text);
    for (const part of [
      'Vastgoed Meerzicht',
      '10015',
      'Lekkage verholpen',
      'zonder code Klein materiaal',
      '15,90',
      '02:10',
      'REIS',
      'Geel',
    ]) {
      expect(shown).toContain(part);
    }
    expect(shown).toContain('Werkbonstatus 1 – Naar &lt;Asperion&gt; kantoor');
  });

  test('sets status, work status and archive with the form', async () => {
    const save = (fields: Record<string, string>) =>
      fetch(`${sandbox.url}${list}/1`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const saved = await save({ status: 'Klaargezet', werkbonstatus: '0', gearchiveerd: '1' });
    expect(saved.status).toBe(303);
    expect(sandbox.control.workOrder(token, '1')).toMatchObject({
      status: 'Klaargezet',
      WorkStatus: '0',
      Archived: '1',
    });
    const shown = readable((await open(saved.headers.get('location') ?? '')).text);
    expect(shown).toContain('De status is opgeslagen.');
    expect(shown).toContain('Status Compleet → Klaargezet kantoor');
    await save({ status: 'Compleet', werkbonstatus: '' });
    expect(sandbox.control.workOrder(token, '1')).toMatchObject({ status: 'Compleet', WorkStatus: '', Archived: '0' });
  });

  test('lists relations, materials and hour types', async () => {
    sandbox.control.seed(token, {
      relations: [{ debtor_number: '10042', name: 'Bakkerij <b>Blom</b>' }],
      materials: [{ code: 'KT-15', description: 'Knelkoppeling', price: '12,50' }],
      hourTypes: [{ code: '001', name: 'Monteur', sale_price: '62.50' }],
    });
    const page = async (path: string): Promise<string> => readable((await open(`/kantoor/${token}/${path}`)).text);
    expect(await page('relaties')).toContain('10042 Bakkerij &lt;b&gt;Blom&lt;/b&gt;');
    expect(await page('materialen?zoek=knel')).toContain('KT-15 Knelkoppeling 12,50');
    expect(await page('materialen?zoek=ketel')).not.toContain('KT-15');
    expect(await page('uursoorten')).toContain('001 Monteur 62.50');
  });

  test('says so when something does not exist', async () => {
    for (const path of ['/kantoor/nobody/werkbonnen', `${list}/77`, '/kantoor/nobody/relaties']) {
      const { status, text } = await open(path);
      expect(status).toBe(404);
      expect(text).toContain('bestaat niet');
    }
  });

  test('leaves no trace in the journal', async () => {
    await open(list);
    expect(sandbox.control.journal.count()).toBe(0);
  });
});
