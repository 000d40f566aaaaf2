import { describe, expect, test } from 'vitest';
import type { MatrixRow } from './crash-matrix/matrix-rows.ts';
import { proofText } from './proof-text.ts';
import { emptyReport } from './simulation/simulate.ts';

const good: MatrixRow = {
  fault: 'slow',
  ...{ cells: 3, kills: 2, adopted: 1, madeAnew: 0, uncertain: 0, doubles: 0, lost: 0, unsettled: 0, broken: 0 },
};
const simulation = { ...emptyReport(1), lastSeed: 50, histories: 50, crashes: 12 };

describe('the account of the proof', () => {
  test('has the table, a sentence for each row, and how long it took', () => {
    const text = proofText({ isProved: true, seconds: 75, matrix: [good], simulation, failures: [] });
    expect(text).toContain('te laat uitgevoerd');
    expect(text).toContain(
      '✓ Een systeem deed het werk pas toen niemand meer wachtte, en het programma viel uit (2 keer)',
    );
    expect(text).toContain('✓ 50 verzonnen verhalen (1–50) vol storingen, met 12 keer uitvallen');
    expect(text).toMatch(/\nBewezen in 75 seconden: niets dubbel, niets kwijt\.$/);
  });

  test('says what is not proved, and where it shows again', () => {
    const failures = ['slow/asperion-12-after: double: W1: 2 invoices, acknowledged here, Afgehandeld in OutSmart'];
    const text = proofText({ isProved: false, seconds: 600, matrix: [{ ...good, doubles: 1 }], simulation, failures });
    expect(text).toContain('✗ Een systeem deed het werk pas');
    expect(text).toContain('NIET BEWEZEN  slow/asperion-12-after: double');
    expect(text).toMatch(/\nNiet bewezen \(1\), na 10 minuten\. Meld dit/);
  });
});
