import { describe, expect, test } from 'vitest';
import { settings, workOrder } from './example-records.test-kit.ts';
import { referenceOf, textLines } from './text-lines.ts';

const order = workOrder({
  fields: {
    OrderNr: 'W25-00187',
    TypeOfWork: ' Storing ',
    Reference: ' PO\n88213 ',
    Empty: ' \n ',
    InternalWorkDescription: 'geheim',
  },
});

function textsOf(chosen: Parameters<typeof settings>[0]): string[] {
  return textLines(order, settings(chosen)).map((line) => `${line.tag} ${line.text.value}`);
}

describe('the fixed text', () => {
  test('is kept as typed, with its line breaks', () => {
    expect(textsOf({ fixedText: ' Dank u!\nTot ziens ' })).toEqual(['T  Dank u!\nTot ziens ']);
  });

  test.each([[null], [''], [' \n ']])('%j is no line', (fixedText) => {
    expect(textsOf({ fixedText })).toEqual([]);
  });
});

describe('extra lines', () => {
  test('join the trimmed prefix and the filled values; one without values is dropped and keeps its place free', () => {
    const extraLines = [
      { prefix: ' Werkbon:\n', fields: ['OrderNr', 'Empty', 'TypeOfWork'] },
      { prefix: 'Leeg', fields: ['Empty', 'Unknown'] },
      { prefix: '', fields: ['Reference'] },
    ];
    expect(textsOf({ extraLines })).toEqual(['E1 Werkbon: W25-00187 Storing', 'E3 PO 88213']);
  });

  test('say which fields they come from', () => {
    const [line] = textLines(order, settings({ extraLines: [{ prefix: 'Bon', fields: ['OrderNr', 'TypeOfWork'] }] }));
    expect(line?.text.origin).toEqual({
      source: 'work-order',
      field: 'OrderNr, TypeOfWork',
      rule: 'extra-line.joined',
      parameters: { prefix: 'Bon', fields: 'OrderNr, TypeOfWork' },
    });
  });

  test('a prefix alone and no fields at all is no line', () => {
    expect(textsOf({ extraLines: [{ prefix: 'Alleen tekst', fields: [] }] })).toEqual([]);
  });

  test('names that every object has are no fields', () => {
    expect(textsOf({ extraLines: [{ prefix: 'x', fields: ['constructor', '__proto__', 'toString'] }] })).toEqual([]);
  });
});

describe('the reference', () => {
  test('is the chosen field, trimmed and on one line', () => {
    expect(referenceOf(order, 'Reference')).toMatchObject({ value: 'PO 88213', origin: { found: ' PO\n88213 ' } });
  });

  test.each([[null], ['Empty'], ['Unknown']])('with field %j there is none', (field) => {
    expect(referenceOf(order, field)).toBeNull();
  });
});

test('the internal description does not leave OutSmart, however it was chosen', () => {
  const chosen = settings({ extraLines: [{ prefix: 'x', fields: ['OrderNr'] }] });
  const smuggled = { ...chosen, extraLines: [{ prefix: 'x', fields: ['InternalWorkDescription'] }] };
  expect(textLines(order, smuggled)).toEqual([]);
  expect(referenceOf(order, ' internalworkdescription ')).toBeNull();
  expect(referenceOf(order, 'InternalWorkDescription')).toBeNull();
});
