import { describe, expect, test } from 'vitest';
import { demoAsperion } from './asperion.ts';
import { demoOutSmart } from './outsmart.ts';
import { demoWorkOrders } from './work-orders.ts';

const today = '2026-11-24';
const account = demoOutSmart(today);
const same = (text: string): string => text.trim().toLowerCase();
const debtorNumbers = new Set(
  demoAsperion(today).administrations[0]?.debtors.map((debtor) => same(debtor.customerNumber)),
);

describe('the OutSmart account of the demo', () => {
  test('it survives being written as JSON without losing anything', () => {
    expect(JSON.parse(JSON.stringify(account))).toEqual(account);
    expect(account.workOrders).toEqual(demoWorkOrders(today).map(({ order }) => order));
  });

  test('numbers of relations and codes of materials, hour types and work statuses occur once', () => {
    for (const codes of [
      account.relations.map((relation) => relation.debtor_number),
      account.materials.map((material) => material.code),
      account.hourTypes.map((hourType) => hourType.code),
      account.workStatusses.map((workStatus) => workStatus.sta_code),
    ]) {
      expect(new Set(codes.map(same)).size).toBe(codes.length);
    }
  });

  test('work status 1 is still free', () => {
    expect(account.workStatusses.map((workStatus) => workStatus.sta_code)).not.toContain('1');
  });

  test('everyone and everything on a work order is in the account, apart from what was typed in', () => {
    const relations = new Set(account.relations.map((relation) => same(relation.debtor_number)));
    const materials = new Set(account.materials.map((material) => same(material.code)));
    const employees = new Set(account.employees.map((employee) => employee.number));
    const types = new Set(account.worktypes.map((type) => type.wrt_name));
    for (const order of account.workOrders) {
      for (const number of [order.CustomerDebtorNr, order.CustomerDebtorNrInvoice]) {
        if (number !== '') expect(relations).toContain(same(number));
      }
      for (const line of order.Materials) {
        if (!['', 'BESTAAT-NIET'].includes(line.MaterialCode)) expect(materials).toContain(same(line.MaterialCode));
      }
      expect(employees).toContain(order.EmployeeNr);
      expect(types).toContain(order.TypeOfWork);
    }
  });

  test('some relations, a material and an hour type are unknown in Asperion', () => {
    const unknown = account.relations.filter((relation) => !debtorNumbers.has(same(relation.debtor_number)));
    expect(unknown.map((relation) => relation.name)).toEqual([
      'Hotel De Gouden Leeuw',
      'Fam. Ter Horst',
      'Atelier Blauw',
    ]);
    for (const relation of unknown) expect(relation.street && relation.postal_code && relation.city).not.toBe('');
    const codes = [...account.materials, ...account.hourTypes].map((record) => record.code);
    expect(codes).toContain('4711');
    expect(codes).toContain('AVOND');
  });

  test('required texts are never empty, and prices of materials are written with a comma', () => {
    for (const relation of account.relations) {
      expect([relation.name, relation.street, relation.postal_code, relation.city]).not.toContain('');
    }
    for (const material of account.materials) {
      expect(material.price).toMatch(/^\d+,\d{2,4}$/);
      expect(material.unit).not.toBe('');
    }
  });
});
