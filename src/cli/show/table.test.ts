import { describe, expect, test } from 'vitest';
import { indented, table, tableWithRemarks } from './table.ts';
import { wrapped } from './wrapped.ts';

const COLUMNS = [
  { title: 'Werkbon' },
  { title: 'Klant', isFlexible: true },
  { title: 'Bedrag', align: 'right' },
] as const;
const LONG = 'Woningfonds Gooi en Eemland, afdeling onderhoud en beheer';

describe('a table', () => {
  test('has its headings, right-aligned amounts and no lines', () => {
    const text = table(
      COLUMNS,
      [
        ['W1', 'Bakkerij Blom', '€ 12,50'],
        ['W25-2', 'Garage', '€ 1.234,50'],
      ],
      null,
    );
    expect(text.split('\n')).toEqual([
      'Werkbon  Klant              Bedrag',
      'W1       Bakkerij Blom     € 12,50',
      'W25-2    Garage         € 1.234,50',
    ]);
  });

  test('keeps every record on one line where there is no terminal', () => {
    expect(table(COLUMNS, [['W1', `${LONG}\n${LONG}`, '€ 1,00']], null).split('\n')).toHaveLength(2);
  });

  test('fits the terminal: the flexible column wraps', () => {
    const lines = table(COLUMNS, [['W1', LONG, '€ 1,00']], 44).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(44);
    expect(lines.slice(1).join(' ').replace(/\s+/g, ' ')).toContain('Woningfonds Gooi');
  });

  test('cuts a text of 64 kB and shows that it did', () => {
    const text = table(COLUMNS, [['W1', 'x'.repeat(65_536), '€ 1,00']], null);
    expect(text.length).toBeLessThan(1_200);
    expect(text).toContain('x…');
  });

  test('puts a remark under its row, in from the first column', () => {
    const lines = tableWithRemarks(COLUMNS, [['W1', 'Bakkerij Blom', '€ 1,00'], { below: 'Verkoopprijs.' }], 80).split(
      '\n',
    );
    expect(lines[2]).toBe('         Verkoopprijs.');
  });
});

test('prose breaks at blanks, keeps its own line breaks and its margin', () => {
  expect(wrapped('Maak de debiteur aan; daarna gaat de werkbon mee.\nOf niet.', 2, 30).split('\n')).toEqual([
    '  Maak de debiteur aan; daarna',
    '  gaat de werkbon mee.',
    '  Of niet.',
  ]);
  expect(wrapped('Maak de debiteur aan; daarna gaat de werkbon mee.', 2, null)).toBe(
    '  Maak de debiteur aan; daarna gaat de werkbon mee.',
  );
});

test('an indented text leaves empty lines empty', () => {
  expect(indented('een\n\ntwee', 2)).toBe('  een\n\n  twee');
});
