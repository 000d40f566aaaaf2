import { describe, expect, test } from 'vitest';
import type { RunCounts } from '../../store/records.ts';
import type { Run } from '../../store/runs.ts';
import { RecordedTerminal } from '../recorded-terminal.test-kit.ts';
import { progressDisplay, progressLine, shareOf } from './progress-display.ts';

const run = (phase: string, counts: RunCounts, calls = 3) => ({ phase, counts, calls }) as Run;

describe('how far a run is', () => {
  test('an import shows what it did with its own records', () => {
    const counts = { 'relations.new': 12, 'materials.read': 500, 'materials.unchanged': 500 };
    expect(progressLine(run('debtors', counts))).toBe(
      'Debiteuren gaan van Asperion naar OutSmart.  Relaties: 12 nieuw  3 aanroepen',
    );
    expect(progressLine(run('articles', counts))).toContain('Materialen: 500 ongewijzigd');
    expect(progressLine(run('articles', counts))).not.toContain('Relaties');
  });

  test('the export shows work orders only', () => {
    const counts = { 'relations.new': 12, offered: 5, invoiced: 2, waiting: 1 };
    expect(progressLine(run('sending', counts, 1))).toBe(
      'Conceptfacturen gaan naar Asperion.  Werkbonnen: 5 aangeboden, 2 gefactureerd, 1 wacht op u  1 aanroep',
    );
  });

  test('only while invoices are sent there is a share to show, and it never passes the whole', () => {
    expect(shareOf(run('articles', { 'materials.read': 4 }))).toBeNull();
    expect(shareOf(run('sending', {}))).toBeNull();
    expect(shareOf(run('sending', { ready: 10, invoiced: 4, adopted: 1, uncertain: 1 }))).toEqual({
      done: 6,
      total: 10,
    });
    expect(shareOf(run('sending', { ready: 2, invoiced: 2, uncertain: 3 }))).toEqual({ done: 2, total: 2 });
  });

  test('where nobody sees a bar move, a line comes at most every two seconds', () => {
    const terminal = new RecordedTerminal();
    const display = progressDisplay(terminal);
    for (const calls of [1, 2, 3]) display.show(run('debtors', {}, calls));
    display.say('Er loopt al een synchronisatie.');
    display.end();
    expect(terminal.err).toBe(
      'Debiteuren gaan van Asperion naar OutSmart.  1 aanroep\nEr loopt al een synchronisatie.\n',
    );
    expect(terminal.out).toBe('');
  });
});
