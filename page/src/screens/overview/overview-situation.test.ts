import { describe, expect, test } from 'vitest';
import type { Overview } from './overview-shapes.ts';
import { situationOf } from './overview-situation.ts';

const STEPS = ['licence', 'outsmart', 'asperion', 'settings', 'first-export'] as const;
const done = (count: number) => STEPS.map((step, index) => ({ step, isDone: index < count, note: '' }));

function overview(of: Partial<Overview>): Overview {
  return {
    setUp: done(5),
    licence: 'running',
    outsmart: 'connected',
    asperion: 'connected',
    stopped: null,
    suspendedAt: null,
    isExportOn: true,
    ...of,
  } as Overview;
}

describe('what the overview says first', () => {
  test('all is well once everything is set up and connected', () => {
    expect(situationOf(overview({}))).toBe('normal');
    expect(situationOf(overview({ isExportOn: false }))).toBe('export-off');
  });

  test('a lost connection goes before everything else', () => {
    expect(situationOf(overview({ asperion: 'ended', stopped: 'stil', licence: 'ended' }))).toBe('lost');
    expect(situationOf(overview({ outsmart: 'refused', setUp: done(2) }))).toBe('lost');
  });

  test('nothing else matters while the operator suspended the company', () => {
    expect(situationOf(overview({ suspendedAt: '2026-11-24T08:00:00.000Z', asperion: 'ended' }))).toBe('suspended');
  });

  test('somebody who begins is led by the steps, not told that something is broken', () => {
    expect(situationOf(overview({ setUp: done(0), licence: 'none', outsmart: 'none', asperion: 'none' }))).toBe(
      'setting-up',
    );
    expect(situationOf(overview({ setUp: done(4) }))).toBe('setting-up');
  });

  test('a licence that ended is told as such to who worked with it', () => {
    const setUp = done(5).map((step) => (step.step === 'licence' ? { ...step, isDone: false } : step));
    expect(situationOf(overview({ setUp, licence: 'ended' }))).toBe('no-licence');
  });

  test('Asperion disconnected by a person reads as not connected', () => {
    const setUp = done(5).map((step) => (step.step === 'asperion' ? { ...step, isDone: false } : step));
    expect(situationOf(overview({ setUp, asperion: 'disconnected' }))).toBe('lost');
  });
});
