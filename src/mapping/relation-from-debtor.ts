/**
 * A debtor of Asperion as a relation of OutSmart. Pure; whether it differs from what OutSmart has is not asked here.
 */
import type { Debtor } from '../model/accounting.ts';
import type { RelationRecord } from '../model/field-service.ts';
import { optionalText, requiredText, VARCHAR_CHARACTERS_MAX } from './fitted-text.ts';
import type { ImportOutcome } from './import-notices.ts';
import { splitAddress } from './street-address.ts';

/**
 * The relation to write. An empty street, postal code or city becomes `-`, an empty name the number, since OutSmart refuses
 * empty ones. Unusable without a number, or with one longer than 255 characters. A blocked debtor is an inactive relation.
 */
export function relationFromDebtor(debtor: Debtor): ImportOutcome<RelationRecord> {
  const debtorNumber = debtor.customerNumber.trim();
  if (debtorNumber === '') return { kind: 'unusable', reason: 'no-key', field: 'debtorNumber' };
  if (debtorNumber.length > VARCHAR_CHARACTERS_MAX) {
    return { kind: 'unusable', reason: 'key-too-long', field: 'debtorNumber' };
  }
  const address = splitAddress(debtor.address);
  const texts = {
    name: requiredText(debtor.name, 'name', debtorNumber),
    street: requiredText(address.street, 'street'),
    houseNumber: optionalText(address.houseNumber, 'houseNumber'),
    postalCode: requiredText(debtor.postCode, 'postalCode'),
    city: requiredText(debtor.city, 'city'),
    country: optionalText(debtor.countryCode, 'country'),
    contactPerson: optionalText(debtor.attentionTo, 'contactPerson'),
    phone: optionalText(debtor.phoneNumber, 'phone'),
    mobile: optionalText(debtor.mobileNumber, 'mobile'),
    email: optionalText(debtor.emailAddress, 'email'),
    kvkNumber: optionalText(debtor.cocNumber, 'kvkNumber'),
    vatNumber: optionalText(debtor.vatNumber, 'vatNumber'),
  };
  const record: RelationRecord = {
    debtorNumber,
    name: texts.name.text,
    street: texts.street.text,
    houseNumber: texts.houseNumber.text,
    postalCode: texts.postalCode.text,
    city: texts.city.text,
    country: texts.country.text,
    contactPerson: texts.contactPerson.text,
    phone: texts.phone.text,
    mobile: texts.mobile.text,
    email: texts.email.text,
    kvkNumber: texts.kvkNumber.text,
    vatNumber: texts.vatNumber.text,
    externalId: debtor.id,
    isActive: !debtor.isBlocked,
  };
  return { kind: 'record', record, notices: Object.values(texts).flatMap(({ notices }) => notices) };
}
