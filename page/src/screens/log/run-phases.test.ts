import { describe, expect, test } from 'vitest';
import { percentageOf, phasesOf } from './run-phases.ts';

describe('how far a run is', () => {
  test('a full synchronisation passes its imports and then the work orders', () => {
    expect(phasesOf({ job: 'full', phase: 'articles' })).toEqual([
      { name: 'debtors', state: 'done' },
      { name: 'articles', state: 'now' },
      { name: 'hourtypes', state: 'next' },
      { name: 'orders', state: 'next' },
    ]);
    expect(phasesOf({ job: 'full', phase: 'sending' }).at(-1)).toEqual({ name: 'orders', state: 'now' });
  });

  test('an export that looks what became of earlier drafts is still in its last phase', () => {
    expect(phasesOf({ job: 'export', phase: 'following' }).at(-1)).toEqual({ name: 'sending', state: 'now' });
  });

  test('an import of one kind has no phases to tell apart', () => {
    expect(phasesOf({ job: 'debtors', phase: 'debtors' })).toEqual([]);
  });

  test('the bar grows over all phases and stays unknown before the first', () => {
    expect(percentageOf({ job: 'export', phase: null, progress: null })).toBeNull();
    expect(percentageOf({ job: 'export', phase: 'looking-up', progress: null })).toBe(50);
    expect(percentageOf({ job: 'export', phase: 'sending', progress: { done: 6, total: 12 } })).toBe(88);
    expect(percentageOf({ job: 'articles', phase: 'articles', progress: { done: 40, total: null } })).toBeNull();
  });
});
