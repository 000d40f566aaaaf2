import { describe, expect, test } from 'vitest';
import type { Finding, Notice } from '../model/finding.ts';
import { findingSentence, noticeSentence, reasonOf, stateWord } from './sentences-reasons.ts';

function finding(members: Partial<Finding> & Pick<Finding, 'reason'>): Finding {
  return { causeKey: '', field: '', code: '', name: '', found: '', obstacle: '', messages: [], ...members };
}

const order = { number: '2026-1190' };

describe('why a work order waits', () => {
  test('an unknown relation is named by number and name', () => {
    const unknown = finding({ reason: 'relatie-onbekend', code: '10519', name: 'Hotel De Gouden Leeuw' });
    expect(findingSentence(unknown)).toBe(
      'Relatie 10519 Hotel De Gouden Leeuw bestaat niet in Asperion. Maak de debiteur aan; daarna gaat de werkbon vanzelf mee.',
    );
    expect(findingSentence(unknown, order)).toContain('daarna gaat werkbon 2026-1190 vanzelf mee.');
  });

  test('an unknown article can be created or replaced', () => {
    expect(
      findingSentence(finding({ reason: 'materiaal-onbekend', code: '4711', name: 'Vulkraan met slang ½″' })),
    ).toBe('Artikel 4711 Vulkraan met slang ½″ bestaat niet in Asperion. Maak het aan of kies een ander artikel.');
  });

  test('an unknown hour type is an article that is missing', () => {
    expect(findingSentence(finding({ reason: 'uursoort-onbekend', code: 'AVOND' }))).toBe(
      'Uursoort AVOND bestaat niet als artikel in Asperion. Maak het artikel aan of kies een andere uursoort.',
    );
  });

  test('a line without an article code is named by its text', () => {
    expect(findingSentence(finding({ reason: 'regel-zonder-artikelcode', name: 'Klein materiaal' }), order)).toBe(
      'Werkbon 2026-1190: de regel "Klein materiaal" heeft geen artikelcode. Vul de code in op de werkbon, of kies een standaard verkoopsoort voor zulke regels.',
    );
  });

  test('hours without an hour type are named by their length and who worked them', () => {
    const without = finding({ reason: 'uren-zonder-uursoort', name: '12', found: '1:30' });
    expect(findingSentence(without, order)).toBe(
      'Werkbon 2026-1190: 1:30 van medewerker 12 heeft geen uursoort. Vul die in op de werkbon, of kies één keer een standaard uursoort.',
    );
    expect(findingSentence(without)).toMatch(/^1:30 van medewerker 12 heeft geen uursoort\./);
  });

  test('a work order with nothing on it says so', () => {
    expect(findingSentence(finding({ reason: 'geen-regels' }), order)).toMatch(
      /^Werkbon 2026-1190 heeft niets om te factureren\. /,
    );
  });

  test('a quantity that is no number is quoted, with an example of a good one', () => {
    const unreadable = { field: 'Materials[2].MaterialNr', name: 'Expansievat 18 liter', found: '2 st' };
    expect(findingSentence(finding({ reason: 'waarde-onleesbaar', ...unreadable }), { number: '2026-1191' })).toBe(
      'Werkbon 2026-1191: het aantal "2 st" bij Expansievat 18 liter is geen getal. Verander het in OutSmart in bijvoorbeeld 2.',
    );
  });

  test('a time that is missing is asked for', () => {
    const missing = finding({ reason: 'waarde-onleesbaar', field: 'Workperiods[0].TotalTime', code: 'MONT' });
    expect(findingSentence(missing, order)).toBe(
      'Werkbon 2026-1190: de totale tijd bij MONT is niet ingevuld. Vul in OutSmart bijvoorbeeld 2:45 in.',
    );
  });

  test('a part of another shape is named without what was found, which nobody would recognise', () => {
    const misshapen = finding({ reason: 'waarde-onleesbaar', field: 'Materials[1]', found: '[[1,2]]' });
    expect(findingSentence(misshapen, order)).toMatch(/^Werkbon 2026-1190: we kunnen regel M2 niet lezen\. /);
  });

  test('the words of Asperion are quoted when it turned an invoice down', () => {
    const messages = ['Debtor: Debiteur 10402 heeft geen btw-nummer.'];
    expect(
      findingSentence(finding({ reason: 'geweigerd-door-asperion', obstacle: 'refused', messages }), order),
    ).toMatch(
      /^Asperion neemt het concept van werkbon 2026-1190 niet aan: "Debtor: Debiteur 10402 heeft geen btw-nummer"\. /,
    );
  });

  test('an answer of Asperion without words leaves no empty quotation marks', () => {
    const silent = finding({
      reason: 'geweigerd-door-asperion',
      field: 'debtor',
      code: '10519',
      messages: ['HTTP 400'],
    });
    expect(reasonOf(silent).what).toBe('Asperion neemt debiteur 10519 niet aan');
  });

  test('a very long name is cut', () => {
    const long = finding({ reason: 'materiaal-onbekend', code: '4711', name: 'x'.repeat(500) });
    expect(findingSentence(long).length).toBeLessThan(200);
  });
});

describe('why creating was no way out', () => {
  test('the setting that is missing is named', () => {
    const without = finding({ reason: 'relatie-onbekend', code: '10519', obstacle: 'debtorKindId' });
    expect(findingSentence(without)).toBe(
      'Relatie 10519 bestaat niet in Asperion, en zonder standaard debiteursoort kunnen wij niets aanmaken. Kies een standaard debiteursoort bij de instellingen.',
    );
  });

  test('an inactive article is not called unknown', () => {
    const inactive = finding({ reason: 'materiaal-onbekend', code: '4711', obstacle: 'inactive' });
    expect(reasonOf(inactive).what).toBe('Artikel 4711 staat in Asperion op inactief');
  });

  test('a VAT code that is no longer valid is named', () => {
    const old = finding({ reason: 'btw-ontbreekt', code: '4', name: 'Btw hoog 19%', obstacle: 'vat-not-valid' });
    expect(reasonOf(old).what).toBe('Btw-code 4 Btw hoog 19% geldt vandaag niet in Asperion');
  });

  test('an obstacle of another version of the program falls back to the reason', () => {
    const odd = finding({ reason: 'materiaal-onbekend', code: '4711', obstacle: 'something-new' });
    expect(reasonOf(odd).what).toBe('Artikel 4711 bestaat niet in Asperion');
  });
});

test('a line that is left out says why', () => {
  const parameters = { tag: 'M3', code: '2210', name: 'Onderhoudsset cv-ketel' };
  const leftOut: Notice = { code: 'line-left-out-quantity-0', field: 'Materials[2].MaterialNr', parameters };
  expect(noticeSentence(leftOut)).toBe('Regel M3 (Onderhoudsset cv-ketel) staat niet op de factuur: het aantal is 0.');
});

test('an invoice that OutSmart does not know yet is called the same as one it does', () => {
  expect(stateWord('invoiced')).toBe(stateWord('acknowledged'));
  expect(stateWord('waiting')).toBe('Wacht op u');
});
