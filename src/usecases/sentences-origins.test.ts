import { describe, expect, test } from 'vitest';
import { ORIGIN_RULES } from '../mapping/origins.ts';
import type { Origin } from '../model/draft-invoice.ts';
import { originSentence } from './sentences-origins.ts';

const ruled: Origin = { source: 'work-order', field: 'Workperiods[0].TotalTime' };

describe('every rule of mapping', () => {
  const byRule: Origin = { ...ruled, source: 'rule' };
  const fallback = originSentence(byRule);
  test.each(Object.entries(ORIGIN_RULES))(
    '%s has a sentence that fills in what it was given',
    (rule, { parameters }) => {
      const filled = Object.fromEntries(parameters.map((name, index) => [name, `${(index + 1) * 60}`]));
      const sentence = originSentence({ ...byRule, rule, parameters: filled });
      expect(sentence).not.toBe(fallback);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|""| {2}/);
    },
  );
});

describe('where a value of the invoice comes from', () => {
  test('a price as it stands on the work order', () => {
    expect(originSentence({ source: 'work-order', field: 'Materials[0].MaterialPrice' })).toBe(
      'Uit de werkbon: prijs (regel M1).',
    );
  });

  test('a price that was written with a comma shows what stands there', () => {
    const origin: Origin = {
      source: 'work-order',
      field: 'Materials[0].MaterialPrice',
      found: '12,50',
      rule: 'decimal.read',
    };
    expect(originSentence(origin)).toBe('Uit de werkbon: prijs (regel M1), daar staat "12,50".');
  });

  test('2:45 rounded to 30 minutes', () => {
    const parameters = { minutes: '165', stepMinutes: '30', roundedMinutes: '180' };
    expect(originSentence({ ...ruled, found: '02:45', rule: 'hours.rounded-up', parameters })).toBe(
      'Afgerond op 30 minuten naar boven: 2:45 wordt 3:00.',
    );
  });

  test('hours from begin and end, with the break when there was one', () => {
    const parameters = { minutes: '165', begin: '08:30', end: '11:30', breakMinutes: '15' };
    const origin: Origin = { ...ruled, rule: 'hours.from-begin-and-end', parameters };
    expect(originSentence(origin)).toBe('Uit de werkbon: van 08:30 tot 11:30 met 15 minuten pauze, dat is 2:45.');
    expect(originSentence({ ...origin, parameters: { ...parameters, breakMinutes: '0' } })).not.toContain('pauze');
  });

  test('the chosen VAT percentage', () => {
    const parameters = { description: 'Btw hoog', percentage: '21' };
    expect(originSentence({ source: 'setting', field: 'vatCode', rule: 'vat.chosen', parameters })).toBe(
      'Standaard btw-percentage van de instellingen: Btw hoog (21%).',
    );
  });

  test('a chosen field has the label that people know it by', () => {
    const origin: Origin = {
      source: 'work-order',
      field: 'FreeFields.val_value_2',
      rule: 'reference.chosen-field',
      parameters: { field: 'FreeFields.val_value_2' },
    };
    const labels = new Map([['FreeFields.val_value_2', 'Inkoopnummer']]);
    expect(originSentence(origin, labels)).toBe('Referentie veld staat op Inkoopnummer.');
  });

  test('an extra line names its prefix and its fields', () => {
    const labels = new Map([
      ['CustomerStreet', 'Klant: straat'],
      ['CustomerCity', 'Klant: plaats'],
    ]);
    const parameters = { prefix: 'Werkadres:', fields: 'CustomerStreet, CustomerCity' };
    const origin: Origin = { source: 'work-order', field: parameters.fields, rule: 'extra-line.joined', parameters };
    expect(originSentence(origin, labels)).toBe(
      'Extra orderregel: voorvoegsel "Werkadres:" en Klant: straat + Klant: plaats van de werkbon.',
    );
  });

  test('the name of an hour type that is created comes from OutSmart', () => {
    expect(originSentence({ source: 'outsmart', field: 'hour type MONT name' })).toBe(
      'Uit OutSmart: naam van uursoort MONT.',
    );
  });

  test('a rule of another version of the program falls back to the source', () => {
    expect(originSentence({ source: 'setting', field: 'fixedText', rule: 'something.new' })).toBe(
      'Uit de instellingen: Tekstregel op order.',
    );
  });
});
