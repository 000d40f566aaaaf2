import { describe, expect, test } from 'vitest';
import type { DebtorId } from '../model/ids.ts';
import { debtor } from './example-records.test-kit.ts';
import { relationFromDebtor } from './relation-from-debtor.ts';

describe('a debtor as a relation', () => {
  test('keeps everything OutSmart has a place for', () => {
    const outcome = relationFromDebtor(
      debtor({
        id: '71' as DebtorId,
        customerNumber: ' 10042 ',
        attentionTo: 'Mw. Blom',
        phoneNumber: '0301234567',
        mobileNumber: '0612345678',
        emailAddress: 'info@blom.example',
        cocNumber: '12345678',
        vatNumber: 'NL001234567B01',
      }),
    );
    expect(outcome).toEqual({
      kind: 'record',
      record: {
        debtorNumber: '10042',
        name: 'Bakkerij Blom',
        street: 'Dorpsstraat',
        houseNumber: '12a',
        postalCode: '3511AB',
        city: 'Utrecht',
        country: 'NL',
        contactPerson: 'Mw. Blom',
        phone: '0301234567',
        mobile: '0612345678',
        email: 'info@blom.example',
        kvkNumber: '12345678',
        vatNumber: 'NL001234567B01',
        externalId: '71',
        isActive: true,
      },
      notices: [],
    });
  });

  test('gets visible stand-ins for what OutSmart refuses to leave empty', () => {
    const outcome = relationFromDebtor(debtor({ name: ' ', address: '', postCode: '', city: ' ' }));
    expect(outcome).toMatchObject({
      record: { name: '10042', street: '-', houseNumber: '', postalCode: '-', city: '-' },
    });
    expect(outcome.kind === 'record' && outcome.notices.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'stand-in name',
      'stand-in street',
      'stand-in postalCode',
      'stand-in city',
    ]);
  });

  test('is cut to what OutSmart holds, without splitting a character, and says so', () => {
    const outcome = relationFromDebtor(debtor({ name: `${'a'.repeat(254)}😀b` }));
    expect(outcome).toMatchObject({
      record: { name: 'a'.repeat(254) },
      notices: [{ code: 'cut', field: 'name', parameters: { length: '257', max: '255' } }],
    });
  });

  test('is inactive when the debtor is blocked', () => {
    expect(relationFromDebtor(debtor({ isBlocked: true }))).toMatchObject({ record: { isActive: false } });
  });

  test('cannot be written without a number, or with one that is too long', () => {
    expect(relationFromDebtor(debtor({ customerNumber: ' ' }))).toEqual({
      kind: 'unusable',
      reason: 'no-key',
      field: 'debtorNumber',
    });
    expect(relationFromDebtor(debtor({ customerNumber: '1'.repeat(256) }))).toMatchObject({ reason: 'key-too-long' });
  });
});
