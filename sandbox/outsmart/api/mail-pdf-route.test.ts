import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
});

afterEach(() => sandbox.close());

describe('the PDF of a work order', () => {
  test('is there for whoever has the link, without credentials', async () => {
    const order = sandbox.control.addWorkOrder(token, {
      OrderNr: 'W25-00187',
      CustomerName: 'Café (Blom) \\ €uro 東京',
      WorkDescription: 'Regel 1\nRegel 2',
    });
    const response = await fetch(String(order.PdfUrl));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(text.startsWith('%PDF-1.4\n')).toBe(true);
    expect(text).toContain('(Werkbon W25-00187) Tj');
    expect(text).toContain('(Caf\xe9 \\(Blom\\) \\\\ \x80uro ??');
    expect(text).toContain('(Regel 2) Tj');
    const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    expect(sandbox.control.journal.count({ path: 'mailpdf' })).toBe(1);
  });

  test('is also there as a Word file', async () => {
    const order = sandbox.control.addWorkOrder(token, { CustomerName: '<b>Blom</b>' });
    const response = await fetch(String(order.WordUrl));
    expect(response.headers.get('content-type')).toContain('msword');
    expect(await response.text()).toContain('&lt;b&gt;Blom');
  });

  test('of an unknown order is a page with 404', async () => {
    const response = await fetch(`${sandbox.url}/mailpdf.php?action=display&sheet_id=0`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});
