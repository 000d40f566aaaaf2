/**
 * Work orders and settings of every kind, for property tests. Codes come from a small pool so that lines meet known,
 * inactive, new and unknown articles; texts are anything.
 */
import fc from 'fast-check';
import { anyText as anyUnicode } from '../kernel/any-text.test-kit.ts';
import { type Decimal, decimal } from '../kernel/decimal.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { ReadValue, WorkOrder } from '../model/work-order.ts';
import { party, settings, unreadable, workOrder } from './example-records.test-kit.ts';

const anyText = fc.oneof(anyUnicode, fc.constantFrom('', ' ', 'a\nb', '\u2028', '(ab12cd34-1)'));
const anyCode = fc.oneof(
  fc.constantFrom('KT-15', ' kt-15', '001', 'OUD', 'NIEUW', 'nieuw ', 'SPOED', '', ' '),
  anyText,
);

function readValue<T>(values: fc.Arbitrary<T>): fc.Arbitrary<ReadValue<T>> {
  return fc.oneof(
    { weight: 60, arbitrary: values.map((value) => ({ kind: 'value', value, text: String(value) }) as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'empty' } as const) },
    { weight: 1, arbitrary: anyText.map(unreadable) },
  );
}

function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 16, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
}

const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => decimal(`${digits}e-${places}`));

const anyParty = fc.record({
  debtorNumber: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('10042', ' 10042', '10999') },
    fc.constantFrom('10666', ''),
  ),
  name: anyText,
  street: anyText,
  houseNumber: anyText,
  postalCode: anyText,
  city: anyText,
  country: anyText,
  contactPerson: anyText,
  phone: anyText,
  email: anyText,
});

const anyMaterial = fc.record({
  index: fc.constant(0),
  code: anyCode,
  name: anyText,
  unit: anyText,
  quantity: readValue(anyDecimal),
  price: readValue(anyDecimal),
});

const minutes = (max: number): fc.Arbitrary<ReadValue<number>> => readValue(fc.integer({ min: 0, max }));

const anyPeriod = fc.record({
  index: fc.constant(0),
  hourType: anyCode,
  remark: anyText,
  employeeNumber: anyText,
  totalMinutes: minutes(3_000),
  beginMinutes: minutes(1_440),
  endMinutes: minutes(1_440),
  breakMinutes: minutes(120),
});

/** Work orders of which about a third can be invoiced. */
export const anyWorkOrder: fc.Arbitrary<WorkOrder> = fc
  .record({
    rowId: fc.integer({ min: 1 }).map((id) => String(id) as WorkOrderRowId),
    orderNumber: anyText,
    workParty: anyParty,
    invoiceParty: fc.oneof(fc.constant(party()), anyParty),
    materials: fc.array(anyMaterial, { maxLength: 3 }),
    workPeriods: fc.array(anyPeriod, { maxLength: 3 }),
    fields: fc.dictionary(fc.constantFrom('OrderNr', 'Reference', 'FreeFields.val_value_1'), anyText),
    unreadable: fc.oneof(
      { weight: 30, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({ field: fc.constantFrom('Materials', 'Materials[0].MaterialName'), text: anyText }),
        ),
      },
    ),
  })
  .map((members) => workOrder(members));

/** Settings with every choice of the export made or not. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    vatCode: mostly<string | null>('1', '9', null),
    createRelations: mostly(true, false),
    debtorKindId: mostly<string | null>('1', null),
    paymentConditionId: mostly<number | null>(2, null),
    createMaterials: mostly(true, false),
    salesTypeId: mostly<string | null>('10', null),
    hourSalesTypeId: fc.constantFrom('20', '30', null),
    defaultHourType: fc.constantFrom('001', 'SPOED', null),
    roundMinutes: fc.constantFrom(null, 1, 7, 15, 30, 60),
    fixedText: anyText,
    referenceField: fc.constantFrom('Reference', null),
    extraLines: fc.array(
      fc.record({ prefix: anyText, fields: fc.array(fc.constantFrom('OrderNr', 'Reference'), { maxLength: 3 }) }),
      { maxLength: 3 },
    ),
  })
  .map((members) => settings(members));

const anyChoicesAbout = (codes: readonly string[], targets: readonly string[]) =>
  fc.record({
    links: fc
      .dictionary(fc.constantFrom(...codes), fc.constantFrom(...targets))
      .map((links) => new Map(Object.entries(links))),
    creatable: fc.subarray([...codes]).map((some) => new Set(some)),
  });

/** What people decided about the codes above: links to known, inactive, blocked and vanished records, and to each other. */
export const anyChoices: fc.Arbitrary<RecordChoices> = fc.record({
  debtor: anyChoicesAbout(['10042', '10999', '10666'], ['10042', '10666', 'WEG']),
  article: anyChoicesAbout(['kt-15', '001', 'oud', 'nieuw'], ['KT-15', '001', 'oud', 'WEG']),
});
