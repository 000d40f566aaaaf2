import { describe, expect, test } from 'vitest';
import { harmless, jsonText } from './terminal.ts';

describe('what comes from outside cannot steer a terminal', () => {
  test('an escape sequence in a name is shown and does nothing', () => {
    expect(harmless('Bakker\u001b]0;overgenomen\u0007 & Zn.')).toBe('Bakker\ufffd]0;overgenomen\ufffd & Zn.');
  });

  test('a text that turns its direction around, or goes back on the line, is shown as it is written', () => {
    expect(harmless('fac\u202etuur\rBetaald\u009b2J')).toBe('fac\ufffdtuur\ufffdBetaald\ufffd2J');
  });

  test('line breaks, tabs, accents and emoji stay', () => {
    expect(harmless('één\r\ntwee\tIJssalon 🍦\n')).toBe('één\ntwee\tIJssalon 🍦\n');
  });
});

describe('a document for a program', () => {
  test('holds the name exactly as it is, also when it has steering characters', () => {
    const document = { name: 'Jansen\u009b31m\u202e & "Zn."\u001b' };
    const text = jsonText(document, 'line');
    expect(text).toMatch(/^[ -~]+$/);
    expect(JSON.parse(text)).toEqual(document);
  });

  test('is one line where there may be more of them', () => {
    expect(jsonText({ approve: 'https://identity.example/' }, 'line')).toBe('{"approve":"https://identity.example/"}');
    expect(jsonText({ kept: true }, 'indented')).toBe('{\n  "kept": true\n}');
  });
});
