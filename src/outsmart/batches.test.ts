import { describe, expect, test } from 'vitest';
import { isFault } from '../kernel/fault.ts';
import { type Post, type RecordKind, type WireRecord, writeInBatches } from './batches.ts';

const materials: RecordKind = {
  name: 'POST materials',
  endpoint: 'materials',
  isRepeatable: true,
  keyMember: 'code',
  keyCharactersMax: 20,
  required: ['code', 'description'],
};

function material(number: number, description = `Artikel ${number}`): WireRecord {
  return { code: `A${number}`, description };
}

function range(count: number): WireRecord[] {
  return Array.from({ length: count }, (_, index) => material(index));
}

/** An OutSmart that refuses every call with a bad record in it, and notes the sizes of the calls. */
function outSmartRefusing(isBad: (code: string) => boolean): { post: Post; sizes: number[] } {
  const sizes: number[] = [];
  const post: Post = async (body) => {
    const records = JSON.parse(body) as { code: string }[];
    sizes.push(records.length);
    const bad = records.filter((record) => isBad(record.code));
    const code = bad.length > 0 ? 1201 : 200;
    const messages = bad.map((record) => `Refused: ${record.code}`);
    return { code, messages, response: null, maskedBody: () => '' };
  };
  return { post, sizes };
}

describe('writing many records', () => {
  test('1,200 records go in calls of at most 500', async () => {
    const { post, sizes } = outSmartRefusing(() => false);
    const result = await writeInBatches(materials, range(1_200), post);
    expect(sizes).toEqual([500, 500, 200]);
    expect(result.acceptedKeys).toHaveLength(1_200);
  });

  test('nothing to write is no call', async () => {
    const { post, sizes } = outSmartRefusing(() => false);
    expect(await writeInBatches(materials, [], post)).toEqual({ acceptedKeys: [], refused: [] });
    expect(sizes).toEqual([]);
  });

  test('one bad record among 500 is refused alone, with the words OutSmart had for it', async () => {
    const { post, sizes } = outSmartRefusing((code) => code === 'A123');
    const result = await writeInBatches(materials, range(500), post);
    expect(result.refused).toEqual([{ key: 'A123', messages: ['Refused: A123'] }]);
    expect(result.acceptedKeys).toHaveLength(499);
    expect(sizes.length).toBeLessThanOrEqual(20);
  });

  test('bad records anywhere are refused and the others accepted, each exactly once', async () => {
    const bad = new Set(['A0', 'A1', 'A77', 'A250', 'A498', 'A499']);
    const { post } = outSmartRefusing((code) => bad.has(code));
    const result = await writeInBatches(materials, range(500), post);
    expect(new Set(result.refused.map((record) => record.key))).toEqual(bad);
    const keys = [...result.acceptedKeys, ...result.refused.map((record) => record.key)];
    expect(keys.toSorted()).toEqual(
      range(500)
        .map((record) => record.code)
        .toSorted(),
    );
  });

  test('a few records that are all bad are all refused', async () => {
    const { post } = outSmartRefusing(() => true);
    const result = await writeInBatches(materials, range(50), post);
    expect(result.acceptedKeys).toEqual([]);
    expect(result.refused).toHaveLength(50);
  });

  test('500 records of which none is taken are given up after a bounded number of calls', async () => {
    const { post, sizes } = outSmartRefusing(() => true);
    const error: unknown = await writeInBatches(materials, range(500), post).catch((thrown: unknown) => thrown);
    expect(isFault(error, 'outsmart.refused')).toBe(true);
    expect(sizes.length).toBe(64);
  });

  test('100 bad records in a row at the start do not keep the others from being written', async () => {
    const { post } = outSmartRefusing((code) => Number(code.slice(1)) < 100);
    const result = await writeInBatches(materials, range(500), post);
    expect(result.refused).toHaveLength(100);
    expect(result.acceptedKeys).toHaveLength(400);
  });

  test('a record without a required field is refused without a call, and named as OutSmart would', async () => {
    const { post, sizes } = outSmartRefusing(() => false);
    const result = await writeInBatches(materials, [material(1, ' '), material(2)], post);
    expect(result).toEqual({
      acceptedKeys: ['A2'],
      refused: [{ key: 'A1', messages: ['Required field missing: description'] }],
    });
    expect(sizes).toEqual([1]);
  });

  test('a key that is too long is refused, never cut', async () => {
    const { post } = outSmartRefusing(() => false);
    const result = await writeInBatches(materials, [{ code: 'x'.repeat(21), description: 'Lang' }], post);
    expect(result.refused[0]?.messages).toEqual(['code is longer than 20 characters']);
  });

  test('records with very long texts go in smaller calls', async () => {
    const { post, sizes } = outSmartRefusing(() => false);
    const long = Array.from({ length: 200 }, (_, index) => material(index, 'é'.repeat(30_000)));
    const result = await writeInBatches(materials, long, post);
    expect(result.acceptedKeys).toHaveLength(200);
    expect(Math.max(...sizes)).toBeLessThan(70);
  });

  test('a call that fails as a whole ends the writing with its fault', async () => {
    const post: Post = () => Promise.reject(new Error('token refused'));
    await expect(writeInBatches(materials, range(500), post)).rejects.toThrow('token refused');
  });
});
