import { describe, expect, test } from 'vitest';
import { type Answer, testSandbox } from '../test-sandbox.ts';

const codes = (answer: Answer): string[] =>
  (answer.body._data as unknown as { code: string }[]).map(({ code }) => code);
const TAP = { code: '4711', description: 'Vulkraan met slang', salesTypeId: '2', salesPrice: 12.3456, unit: 'st' };

describe('articles', () => {
  test('a list shows active articles only, unless ActiveState asks otherwise', async () => {
    const sandbox = await testSandbox();
    const by = async (state: string) => codes(await sandbox.get(`/v1/articles?ActiveState=${state}`));
    expect(codes(await sandbox.get('/v1/articles'))).toEqual(['ARB-01', 'KT-15']);
    for (const state of ['Active', '0']) expect(await by(state)).toEqual(['ARB-01', 'KT-15']);
    for (const state of ['Inactive', '1']) expect(await by(state)).toEqual(['OUD-1']);
    for (const state of ['All', 'all', '2']) expect(await by(state)).toEqual(['ARB-01', 'KT-15', 'OUD-1']);
    expect((await sandbox.get('/v1/articles?ActiveState=3')).status).toBe(400);
    expect(codes(await sandbox.get('/v1/articles?Code=OUD-1&Code_comparison=Equals'))).toEqual([]);
    expect(codes(await sandbox.get('/v1/articles?Code=oud-1&Code_comparison=Equals&ActiveState=All'))).toEqual([
      'OUD-1',
    ]);
    expect((await sandbox.get('/v1/articles/14')).status).toBe(200);
  });

  test('a price keeps all its decimals', async () => {
    const sandbox = await testSandbox();
    const created = await sandbox.post('/v1/articles', TAP);
    expect(created.status).toBe(201);
    expect(created.text).toContain('"salesPrice":12.3456');
    expect((await sandbox.get('/v1/articles/13')).text).toContain('"salesPrice":12.3456');
  });

  test('code, description and an existing sales type that is in use are insisted on', async () => {
    const sandbox = await testSandbox();
    sandbox.control.seed(1, { salesTypes: [{ id: '8', disabled: true }] });
    expect(Object.keys((await sandbox.post('/v1/articles', {})).body.errors ?? {})).toEqual([
      'code',
      'description',
      'salesTypeId',
    ]);
    expect((await sandbox.post('/v1/articles', { ...TAP, salesTypeId: '77' })).body.errors).toHaveProperty(
      'salesTypeId',
    );
    expect((await sandbox.post('/v1/articles', { ...TAP, salesTypeId: '8' })).body.errors).toHaveProperty(
      'salesTypeId',
    );
    expect((await sandbox.post('/v1/articles', { ...TAP, salesTypeId: 2 })).body.errors).toHaveProperty('salesTypeId');
    expect((await sandbox.post('/v1/articles', { ...TAP, salesPrice: '12.50' })).body.errors).toEqual({
      salesPrice: ['Dit veld moet een getal zijn.'],
    });
  });

  test('a code can be used once, also when the other article is no longer active', async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.post('/v1/articles', { ...TAP, code: 'kt-15' })).body.errors).toHaveProperty('code');
    expect((await sandbox.post('/v1/articles', { ...TAP, code: 'OUD-1' })).body.errors).toHaveProperty('code');
  });

  test('stock cannot be written', async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.post('/v1/articles', { ...TAP, currentStock: 5 })).body.errors).toHaveProperty(
      'currentStock',
    );
    expect((await sandbox.post('/v1/articles', { ...TAP, currentStock: 0 })).status).toBe(201);
  });

  test('an article can be changed and made inactive, and a dry run changes nothing', async () => {
    const sandbox = await testSandbox();
    const dry = await sandbox.call('PATCH', '/v1/articles/12?validateOnly=true', { body: { salesPrice: 70 } });
    expect(dry.body.salesPrice).toBe(70);
    expect((await sandbox.get('/v1/articles/12')).body.salesPrice).toBe(65);
    await sandbox.post('/v1/articles?validateOnly=true', TAP);
    expect(sandbox.control.articles(1)).toHaveLength(3);
    await sandbox.call('PATCH', '/v1/articles/12', { body: { isActive: false } });
    expect(codes(await sandbox.get('/v1/articles'))).toEqual(['KT-15']);
    const put = await sandbox.call('PUT', '/v1/articles/12', { body: { ...TAP, code: 'ARB-01' } });
    expect(put.body).toMatchObject({ id: 12, isActive: true, description: TAP.description });
  });

  test('the operator changes articles and removes sales types behind the back of a connector', async () => {
    const sandbox = await testSandbox();
    sandbox.control.editArticle(1, 'ARB-01', { isActive: false });
    sandbox.control.removeSalesType(1, '2');
    expect(codes(await sandbox.get('/v1/articles'))).toEqual(['KT-15']);
    expect((await sandbox.get('/v1/salestypes')).body._meta?.totalCount).toBe(3);
    expect(() => sandbox.control.removeSalesType(1, '2')).toThrow();
  });
});
