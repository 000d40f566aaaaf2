import { describe, expect, test } from 'vitest';
import {
  debtor,
  invoiceOf,
  knowledge,
  material,
  party,
  settings,
  waitOf,
  workOrder,
} from './example-records.test-kit.ts';

const materials = [material()];
const creating = settings({ createRelations: true, debtorKindId: '1', paymentConditionId: 2 });

const newCustomer = party({
  debtorNumber: ' 10999 ',
  name: 'VvE\nKade 7',
  street: 'Kade',
  houseNumber: '7',
  postalCode: '3511AB',
  city: 'Utrecht',
  country: 'Nederland',
  contactPerson: 'Mw. Kade',
  phone: '0301234567',
  email: 'vve@kade.example',
});

describe('the debtor of the invoice', () => {
  test('carries the number as Asperion spells it, and says where it comes from', () => {
    const order = workOrder({ materials, workParty: party({ debtorNumber: ' k100A ', name: 'Kapper Knip' }) });
    const { draft } = invoiceOf(order, settings(), knowledge({ debtors: [debtor({ customerNumber: 'K100a' })] }));
    expect(draft.debtorNumber).toEqual({
      value: 'K100a',
      origin: {
        source: 'work-order',
        field: 'CustomerDebtorNr',
        found: ' k100A ',
        rule: 'debtor.work-party',
        parameters: {},
      },
    });
  });

  test('a blank invoice debtor gives way to the customer', () => {
    const order = workOrder({ materials, invoiceParty: party({ debtorNumber: '  ' }) });
    expect(invoiceOf(order).draft.debtorNumber.value).toBe('10042');
  });

  test('a blocked debtor makes the work order wait, also when creating is on', () => {
    const blocked = knowledge({ debtors: [debtor({ isBlocked: true })] });
    const { findings } = waitOf(workOrder({ materials }), creating, blocked);
    expect(findings).toMatchObject([{ reason: 'relatie-geblokkeerd', causeKey: '10042', name: 'Bakkerij Blom' }]);
  });

  test('a work order without any number waits, whatever the settings', () => {
    const order = workOrder({ materials, workParty: party({ name: 'Bakkerij Blom' }) });
    for (const chosen of [settings(), creating]) {
      const { findings } = waitOf(order, chosen);
      expect(findings).toMatchObject([{ reason: 'relatie-onbekend', causeKey: '', obstacle: 'no-number' }]);
    }
  });
});

describe('an unknown debtor', () => {
  const order = workOrder({ materials, invoiceParty: newCustomer });

  test('waits under its number when creating is off', () => {
    expect(waitOf(order).findings).toMatchObject([
      { reason: 'relatie-onbekend', causeKey: '10999', code: '10999', name: 'VvE Kade 7', obstacle: '' },
    ]);
  });

  test('is created with number, name and address of the party to invoice', () => {
    const { creates, draft, notices } = invoiceOf(order, creating);
    expect(creates.debtors).toEqual([
      {
        customerNumber: '10999',
        name: 'VvE Kade 7',
        address: 'Kade 7',
        postCode: '3511AB',
        city: 'Utrecht',
        countryCode: 'NL',
        attentionTo: 'Mw. Kade',
        phoneNumber: '0301234567',
        emailAddress: 'vve@kade.example',
        debtorKindId: '1',
        paymentConditionId: 2,
      },
    ]);
    expect(draft.debtorNumber).toMatchObject({ value: '10999', origin: { rule: 'debtor.new-invoice-party' } });
    expect(draft.debtorName).toBe('VvE Kade 7');
    expect(notices).toEqual([]);
  });

  test('takes name and address of the customer when it is the customer who is invoiced', () => {
    const customer = party({ debtorNumber: '20001', name: 'Garage Wiel', street: 'Ringweg', city: 'Ede' });
    const mixed = workOrder({ materials, workParty: customer, invoiceParty: party({ name: 'Iemand anders' }) });
    expect(invoiceOf(mixed, creating).creates.debtors).toMatchObject([
      { customerNumber: '20001', name: 'Garage Wiel', address: 'Ringweg', city: 'Ede', countryCode: '' },
    ]);
  });

  test('gets a dash for an address that is not there, and the preview says so', () => {
    const bare = workOrder({ materials, invoiceParty: party({ debtorNumber: '10999', name: 'VvE Kade 7' }) });
    const { creates, notices } = invoiceOf(bare, creating);
    expect(creates.debtors[0]?.address).toBe('-');
    expect(notices).toMatchObject([{ code: 'debtor-address-missing', field: 'CustomerStreetInvoice' }]);
  });

  test.each([
    ['the debtor kind', { debtorKindId: null }, 'debtorKindId'],
    ['the payment condition', { paymentConditionId: null }, 'paymentConditionId'],
  ])('waits as long as %s is not set', (_title, missing, obstacle) => {
    const chosen = settings({ createRelations: true, debtorKindId: '1', paymentConditionId: 2, ...missing });
    expect(waitOf(order, chosen).findings).toMatchObject([{ reason: 'relatie-onbekend', obstacle }]);
  });

  test('waits without a name: the name of the customer is no substitute', () => {
    const nameless = workOrder({ materials, invoiceParty: party({ debtorNumber: '10999', name: ' ' }) });
    expect(waitOf(nameless, creating).findings).toMatchObject([{ reason: 'relatie-onbekend', obstacle: 'no-name' }]);
  });

  test('is not created when anything else makes the work order wait', () => {
    const outcome = waitOf(workOrder({ materials: [material({ code: 'X' })], invoiceParty: newCustomer }), creating);
    expect(outcome.findings.map(({ reason }) => reason)).toEqual(['materiaal-onbekend']);
    expect(outcome).not.toHaveProperty('creates');
    expect(outcome.head.debtorNumber?.value).toBe('10999');
  });
});

test('of two debtors with one number the one that is not blocked counts', () => {
  const both = [debtor({ name: 'Oud', isBlocked: true }), debtor({ name: 'Nieuw' }), debtor({ name: 'Later' })];
  expect(invoiceOf(workOrder({ materials }), settings(), knowledge({ debtors: both })).draft.debtorName).toBe('Nieuw');
});
