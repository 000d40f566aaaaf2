import { describe, expect, test } from 'vitest';
import { type TestSandbox, testSandbox } from '../test-sandbox.ts';

const EVIL = '<script>alert("x")</script>';
const DRAFTS = '/v1/draftsalesinvoiceswithlines';

async function pageOf(sandbox: TestSandbox, path: string) {
  const response = await fetch(`${sandbox.url}${path}`);
  return { status: response.status, text: (await response.text()).replaceAll(/\s+/g, ' ') };
}

const press = (sandbox: TestSandbox, path: string, form: Record<string, string> = {}) =>
  fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

async function withDraft() {
  const sandbox = await testSandbox();
  sandbox.control.editDebtor(1, '10025', { attentionTo: 'Mw. Smit' });
  await sandbox.post(DRAFTS, {
    debtorCustomerNumber: '10025',
    date: '2025-03-14',
    subject: 'Ketelonderhoud',
    description: `Werkbon WO-4711 ${EVIL}`,
    reference: 'WO-4711',
    lines: {
      _data: [
        { lineType: 'Text', description: 'Uitgevoerd op 12 maart\nmet twee man' },
        {
          lineType: 'Article',
          articleId: 12,
          description: `Monteur ${EVIL}`,
          quantity: 20.5,
          price: 62.5,
          vatCode: '1',
        },
        { lineType: 'SalesType', salesTypeId: '3', description: 'Kitten', quantity: 1, price: 12.3456 },
      ],
    },
  });
  return sandbox;
}

describe('the pages of the sandbox', () => {
  test('lead from the administrations to debtors, articles and drafts', async () => {
    const sandbox = await withDraft();
    const start = await pageOf(sandbox, '/');
    expect(start.text).toContain('href="/administraties/1"');
    expect(start.text).toContain('Bakkerij Blom');
    expect(start.text).toContain('Loodgieter Vos');
    expect((await pageOf(sandbox, '/administraties/1')).text).toContain('Verkoop btw verlegd (0%)');
    const debtors = await pageOf(sandbox, '/administraties/1/debiteuren');
    expect(debtors.text).toContain('Garage De Wit');
    expect(debtors.text).toContain('Geblokkeerd');
    expect((await pageOf(sandbox, '/administraties/1/debiteuren/1')).text).toContain('Mw. Smit');
    const articles = await pageOf(sandbox, '/administraties/1/artikelen');
    expect(articles.text).toContain('€ 12,3456');
    expect(articles.text).toContain('Niet actief');
    expect((await pageOf(sandbox, '/administraties/1/conceptfacturen')).text).toContain('10025 Garage De Wit');
  });

  test('what does not exist is said in words', async () => {
    const sandbox = await testSandbox();
    for (const path of ['/administraties/9', '/administraties/1/debiteuren/9', '/administraties/1/conceptfacturen/9']) {
      const missing = await pageOf(sandbox, path);
      expect(missing.status).toBe(404);
      expect(missing.text).toContain('bestaat niet');
    }
  });

  test('long lists are searched and paged', async () => {
    const sandbox = await testSandbox();
    const articles = Array.from({ length: 120 }, (_, index) => ({ code: `P-${index}`, description: `Pomp ${index}` }));
    sandbox.control.seed(1, { articles });
    const first = await pageOf(sandbox, '/administraties/1/artikelen?zoek=pomp');
    expect(first.text).toContain('120 gevonden');
    expect(first.text).toContain('Pomp 49<');
    expect(first.text).not.toContain('Pomp 50<');
    expect(first.text).toContain('?zoek=pomp&amp;pagina=2');
    const last = await pageOf(sandbox, '/administraties/1/artikelen?zoek=pomp&pagina=3');
    expect(last.text).toContain('Pomp 119<');
    expect(last.text).not.toContain('Volgende');
    expect((await pageOf(sandbox, '/administraties/1/artikelen?zoek=niets&pagina=x')).text).toContain('Niets gevonden');
  });
});

describe('a draft as a document', () => {
  test('shows debtor, lines and amounts as a Dutch invoice does', async () => {
    const sandbox = await withDraft();
    const { text } = await pageOf(sandbox, '/administraties/1/conceptfacturen/5001');
    for (const shown of [
      'Conceptfactuur 5001',
      'Mw. Smit',
      'Dorpsstraat 1',
      '1234 AB Hoorn',
      '14 mrt 2025',
      'Ketelonderhoud',
      'WO-4711',
      '20,5',
      '€ 62,50',
      '€ 1.281,25',
      '€ 12,3456',
      'Subtotaal excl. btw',
      '€ 1.293,60',
      'Btw 21% over € 1.281,25',
      '€ 269,06',
      'Btw 9% over € 12,35',
      '€ 1.563,77',
    ]) {
      expect(text).toContain(shown);
    }
  });

  test('keeps line breaks and lets no markup through', async () => {
    const sandbox = await withDraft();
    const raw = await (await fetch(`${sandbox.url}/administraties/1/conceptfacturen/5001`)).text();
    expect(raw).toContain('Uitgevoerd op 12 maart\nmet twee man');
    for (const path of ['/administraties/1/conceptfacturen', '/administraties/1/conceptfacturen/5001']) {
      expect((await pageOf(sandbox, path)).text).not.toContain('<script>');
    }
    const searched = await pageOf(sandbox, `/administraties/1/debiteuren?zoek=${encodeURIComponent(EVIL)}`);
    expect(searched.text).not.toContain('<script>');
    expect(searched.text).toContain('&lt;script&gt;');
  });

  test('is processed, paid and thrown away by its buttons', async () => {
    const sandbox = await withDraft();
    const base = '/administraties/1/conceptfacturen/5001';
    expect((await pageOf(sandbox, base)).text).toContain('Verwerken');
    const early = await press(sandbox, `${base}/betaald`);
    expect(early.status).toBe(409);
    expect(await early.text()).toContain('nog niet verwerkt');
    expect((await press(sandbox, `${base}/verwerken`)).headers.get('location')).toBe(base);
    const processed = await pageOf(sandbox, base);
    expect(processed.text).toContain('Factuur 2025-0001');
    expect(processed.text).not.toContain('Verwijderen');
    expect((await press(sandbox, `${base}/verwijderen`)).status).toBe(409);
    await press(sandbox, `${base}/betaald`);
    expect(sandbox.control.draft(1, 5001)?.status).toBe(7);
    const other = await withDraft();
    const gone = await press(other, `${base}/verwijderen`);
    expect(gone.headers.get('location')).toBe('/administraties/1/conceptfacturen');
    expect(other.control.drafts(1)).toEqual([]);
  });

  test('can be corrected by hand', async () => {
    const sandbox = await withDraft();
    const base = '/administraties/1/conceptfacturen/5001';
    const form = {
      subject: '',
      description: 'Anders',
      reference: 'R',
      quantity1: '2,5',
      price1: '10',
      quantity2: '1',
      price2: '5',
    };
    expect((await press(sandbox, `${base}/wijzigen`, form)).status).toBe(303);
    expect(sandbox.control.draft(1, 5001)).toMatchObject({ subject: null, description: 'Anders', amountExclVat: 30 });
    const wrong = await press(sandbox, `${base}/wijzigen`, { ...form, quantity1: 'twee' });
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain('moet een getal zijn');
  });
});
