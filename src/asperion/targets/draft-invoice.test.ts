import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { InvoiceTarget } from '../../model/accounting.ts';
import type { InvoiceId } from '../../model/ids.ts';
import { openAsperion } from '../client.ts';
import { DEFAULT_PATHS } from '../connection.ts';
import { connectionTo, faultOf, MEANT, OTHER, startJsonServer, startStand, vaultOf } from '../stand.test-kit.ts';
import { draftBody } from './draft-invoice.ts';
import { articleLine, invoiceOf, markOf, salesTypeLine, textLine, traced } from './invoices.test-kit.ts';

const yes = (): boolean => true;

describe('the draft as it is sent', () => {
  const lines = [
    textLine('Volgens afspraak.\nMet dank.'),
    articleLine('12', '-2.50', '1234.5678'),
    articleLine('A-9', '0.1', '0', ''),
    salesTypeLine('1', '3', '35.00'),
  ];

  test('has exactly the members of the Asperion page, and numbers digit by digit', () => {
    expect(draftBody(invoiceOf(4711, { reference: traced('PO 88'), lines }))).toBe(
      JSON.stringify({
        debtorCustomerNumber: '10025',
        date: '2025-03-14T00:00:00',
        subject: 'Werkbon W25-4711',
        description: 'Werkbon W25-4711 (ab12cd34-4711) Bakkerij (De Korenaar)',
        reference: 'PO 88',
        lines: {
          _data: [
            { lineType: 'Text', description: 'Volgens afspraak.\nMet dank.' },
            {
              lineType: 'Article',
              articleId: 12,
              description: 'Monteur',
              quantity: -2.5,
              unit: 'uur',
              price: 1234.5678,
              vatCode: '1',
            },
            { lineType: 'Article', articleId: 'A-9', description: 'Monteur', quantity: 0.1, price: 0, vatCode: '1' },
            {
              lineType: 'SalesType',
              salesTypeId: '1',
              description: 'Voorrijkosten',
              quantity: 3,
              price: 35,
              vatCode: '1',
            },
          ],
        },
      }),
    );
  });

  test('has no reference when there is none', () => {
    expect(JSON.parse(draftBody(invoiceOf(1)))).not.toHaveProperty('reference');
  });

  test('more digits than floating point holds stay what they are', () => {
    const body = draftBody(invoiceOf(1, { lines: [articleLine('1', '0.30000000000000004', '12345678901234567.89')] }));
    expect(body).toContain('"quantity":0.30000000000000004');
    expect(body).toContain('"price":12345678901234567.89');
  });

  test('an article that was not made yet is a mistake of ours', () => {
    expect(() => draftBody(invoiceOf(1, { lines: [articleLine(null, '1', '1')] }))).toThrow('must be created before');
  });
});

describe('drafts in Asperion', () => {
  let sandbox: AsperionSandbox;
  let target: InvoiceTarget;

  beforeEach(async () => {
    sandbox = await startStand();
    sandbox.control.seed(MEANT, {
      debtors: [{ customerNumber: '10025', name: 'Bakkerij De Korenaar' }],
      articles: [{ id: 12, code: 'ARB-01', description: 'Monteur' }],
    });
    target = openAsperion(connectionTo(sandbox), await vaultOf(sandbox)).books(MEANT).target;
  });
  afterEach(() => sandbox.close());

  test('hold what was sent: lines in order, texts as they are, numbers to the last digit', async () => {
    const lines = [textLine('<b>Let op</b> 🔧'), articleLine('12', '2.75', '65.125'), salesTypeLine('2', '1', '35')];
    const { id } = await target.create(invoiceOf(1, { reference: traced('PO 88'), lines }), yes);
    const draft = sandbox.control.draft(MEANT, Number(id));
    expect(draft).toMatchObject({
      status: 1,
      invoiceNumber: null,
      debtorCustomerNumber: '10025',
      date: '2025-03-14T00:00:00',
      subject: 'Werkbon W25-1',
      reference: 'PO 88',
    });
    expect(draft?.lines).toMatchObject([
      { lineType: 'Text', description: '<b>Let op</b> 🔧' },
      { lineType: 'Article', articleId: 12, quantity: 2.75, unit: 'uur', price: 65.125, vatCode: '1' },
      { lineType: 'SalesType', salesTypeId: '2', quantity: 1, price: 35, vatCode: '1' },
    ]);
  });

  test('that became an invoice are still found, now with their number', async () => {
    const { id } = await target.create(invoiceOf(1), yes);
    const { invoiceNumber } = sandbox.control.processDraft(MEANT, Number(id));
    const found = await target.findMarked([markOf(1)], null);
    expect(found.get(markOf(1).rowId)).toMatchObject([{ id, invoiceNumber }]);
  });

  test('are deleted on request, while they are drafts', async () => {
    const { id } = await target.create(invoiceOf(1), yes);
    await target.delete(id);
    expect(sandbox.control.drafts(MEANT)).toHaveLength(0);
    expect(await faultOf(target.delete(id))).toMatchObject({ code: 'asperion.not_found' });
  });

  test('are not deleted once they are final', async () => {
    const { id } = await target.create(invoiceOf(1), yes);
    sandbox.control.processDraft(MEANT, Number(id));
    const fault = await faultOf(target.delete(id));
    expect(fault).toMatchObject({ code: 'asperion.refused', retry: 'never' });
    expect(sandbox.control.journal.count({ method: 'DELETE' })).toBe(0);
    expect(sandbox.control.drafts(MEANT)).toHaveLength(1);
  });

  test('are not deleted in other books than meant', async () => {
    sandbox.control.seed(OTHER, { debtors: [{ customerNumber: '10025', name: 'Bakkerij De Korenaar' }] });
    const misspelt = openAsperion(connectionTo(sandbox, { tenantHeader: 'X-Tennant' }), await vaultOf(sandbox));
    const { id } = await misspelt.books(OTHER).target.create(invoiceOf(1), yes);
    const fault = await faultOf(misspelt.books(MEANT).target.delete(id));
    expect(fault.code).toBe('asperion.wrong_administration');
    expect(sandbox.control.drafts(OTHER)).toHaveLength(1);
    await misspelt.books(OTHER).target.delete(id);
    expect(sandbox.control.drafts(OTHER)).toHaveLength(0);
  });

  test('whose deletion got no answer: unclear, to be looked up', async () => {
    const { id } = await target.create(invoiceOf(1), yes);
    sandbox.control.faults.add({ kind: 'drop-after', method: 'DELETE' });
    const fault = await faultOf(target.delete(id));
    expect(fault).toMatchObject({ code: 'asperion.unclear', retry: 'after-lookup' });
    expect(fault.detail.call).toBe('DELETE /v1/draftsalesinvoiceswithlines/{id}');
  });

  test('that show late in lists are not found until then', async () => {
    sandbox.control.settings.lateVisibilityMs = 5000;
    await target.create(invoiceOf(1), yes);
    expect((await target.findMarked([markOf(1)], null)).size).toBe(0);
    sandbox.control.clock.advance(5001);
    expect((await target.findMarked([markOf(1)], null)).size).toBe(1);
  });

  test('live at the path of the setting', async () => {
    sandbox.control.settings.draftsPath = 'concepts';
    expect((await faultOf(target.create(invoiceOf(1), yes))).code).toBe('asperion.refused');
    const paths = { ...DEFAULT_PATHS, drafts: '/v1/concepts' };
    const elsewhere = openAsperion(connectionTo(sandbox, { paths }), await vaultOf(sandbox)).books(MEANT).target;
    await elsewhere.create(invoiceOf(1), yes);
    expect(sandbox.control.drafts(MEANT)).toHaveLength(1);
  });

  test('a dry run that makes one after all is noticed', async () => {
    const server = await startJsonServer({ id: 5031, _meta: { administrationId: 101 } }, 201);
    const careless = openAsperion(connectionTo({ ...sandbox, apiUrl: server.url }), await vaultOf(sandbox));
    const fault = await faultOf(careless.books(MEANT).target.checkAcceptable(invoiceOf(1)));
    expect(fault).toMatchObject({ code: 'asperion.contract_broken', retry: 'never', detail: { field: 'id' } });
    await server.close();
  });

  test.each([0, -1, null])('a dry run that answers the id %j made nothing', async (id) => {
    const server = await startJsonServer({ id, _meta: { administrationId: 101 } });
    const careful = openAsperion(connectionTo({ ...sandbox, apiUrl: server.url }), await vaultOf(sandbox));
    expect(await careful.books(MEANT).target.checkAcceptable(invoiceOf(1))).toStrictEqual([]);
    await server.close();
  });

  test('an id with a slash in it stays one id', async () => {
    expect((await faultOf(target.delete('1/file' as InvoiceId))).code).toBe('asperion.not_found');
  });
});
