import { describe, expect, test } from 'vitest';
import { bulkArticles, bulkDebtors, bulkWorkOrders } from './bulk.ts';

const articles = [...bulkArticles(40)];
const debtors = [...bulkDebtors(12)];

describe('bulk records', () => {
  test('there are as many as asked for, all different, and the same every time', () => {
    expect(new Set(articles.map((article) => article.code)).size).toBe(40);
    expect(new Set(debtors.map((debtor) => debtor.customerNumber)).size).toBe(12);
    expect([...bulkArticles(40)]).toEqual(articles);
    expect([...bulkDebtors(12)]).toEqual(debtors);
  });

  test('the first of a hundred thousand come without making the others', () => {
    const [first, second] = bulkWorkOrders(100_000, { debtors, articles });
    expect(first?.id).not.toBe(second?.id);
  });

  test('every work order is ready: known debtor, one to three known materials, one or two known hour types', () => {
    const materials = new Set(
      articles.filter((article) => article.salesTypeId !== '20').map((article) => article.code),
    );
    const hourTypes = new Set(
      articles.filter((article) => article.salesTypeId === '20').map((article) => article.code),
    );
    const numbers = new Set(debtors.map((debtor) => debtor.customerNumber));
    const orders = [...bulkWorkOrders(300, { debtors, articles })];
    expect(new Set(orders.map((order) => order.id)).size).toBe(300);
    expect(new Set(orders.map((order) => order.CustomerDebtorNr))).toEqual(numbers);
    for (const order of orders) {
      expect(order).toMatchObject({ status: 'Compleet', WorkStatus: '1', Archived: '0' });
      expect([1, 2, 3]).toContain(order.Materials.length);
      expect([1, 2]).toContain(order.Workperiods.length);
      for (const line of order.Materials) expect(materials).toContain(line.MaterialCode);
      for (const period of order.Workperiods) expect(hourTypes).toContain(period.HourType);
    }
    const used = new Set(orders.flatMap((order) => order.Materials.map((line) => line.MaterialCode)));
    expect(used).toEqual(materials);
  });

  test('blocked debtors and inactive articles are passed over', () => {
    const orders = bulkWorkOrders(50, {
      debtors: debtors.map((debtor, index) => ({ ...debtor, blocked: index > 0 })),
      articles: articles.map((article, index) => ({ ...article, isActive: index < 6 })),
    });
    for (const order of orders) {
      expect(order.CustomerDebtorNr).toBe('500001');
      expect(order.Materials.every((line) => line.MaterialCode === 'BULK-0000006')).toBe(true);
    }
  });

  test('a second series has other numbers', () => {
    const [first] = bulkWorkOrders(1, { debtors, articles });
    const [later] = bulkWorkOrders(1, { debtors, articles, firstNumber: 200_001 });
    expect(later?.OrderNr).not.toBe(first?.OrderNr);
    expect(later?.id).not.toBe(first?.id);
  });

  test('without a debtor to invoice there is a plain complaint', () => {
    expect(() => [...bulkWorkOrders(1, { debtors: [], articles })]).toThrow('at least one debtor that is not blocked');
  });
});
