import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { demoAsperion } from './asperion.ts';
import { addDays } from './calendar.ts';
import type { Expected, WaitReason } from './order-spec.ts';
import { demoOutSmart } from './outsmart.ts';
import type { OutSmartMaterialLine, OutSmartWorkOrder, OutSmartWorkPeriod } from './outsmart-shapes.ts';
import { demoSettings } from './settings.ts';
import { demoExpectations, demoWorkOrders } from './work-orders.ts';

const today = '2026-11-24';
const pairs = demoWorkOrders(today);
const account = demoOutSmart(today);
const [administration] = demoAsperion(today).administrations;

// The expectations are written down by hand; here every order is judged once more from what is on the wire alone.
const same = (text: string): string => text.trim().toLowerCase();
const debtors = new Map(administration?.debtors.map((debtor) => [same(debtor.customerNumber), debtor]));
const articles = new Map(
  administration?.articles.filter((article) => article.isActive).map((article) => [same(article.code), article]),
);

function numberIn(text: string): Big | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return new Big(0);
  const dotted = trimmed.includes(',') ? trimmed.replaceAll('.', '').replace(',', '.') : trimmed;
  return /^-?\d+(\.\d+)?$/.test(dotted) ? new Big(dotted) : undefined;
}

function minutesIn(period: OutSmartWorkPeriod): number | undefined {
  const clock = (text: string): number => {
    const [hours = Number.NaN, minutes = Number.NaN] = text.split(':').map(Number);
    return hours * 60 + minutes;
  };
  if (period.TotalTime !== '') return /^\d+:\d\d$/.test(period.TotalTime) ? clock(period.TotalTime) : undefined;
  const span = (clock(period.EndTime) - clock(period.BeginTime) + 1440) % 1440;
  return Math.max(0, span - Number(period.Break));
}

type Line = { amount: Big; findings: WaitReason[] } | undefined;

function judgeMaterial(line: OutSmartMaterialLine): Line {
  const quantity = numberIn(line.MaterialNr);
  if (quantity?.eq(0)) return undefined;
  const price = numberIn(line.MaterialPrice);
  const findings: WaitReason[] = [];
  if (!quantity || !price) findings.push('waarde-onleesbaar');
  if (line.MaterialCode.trim() === '') findings.push('regel-zonder-artikelcode');
  else if (!articles.has(same(line.MaterialCode))) findings.push('materiaal-onbekend');
  return { amount: (quantity ?? new Big(0)).times(price ?? 0), findings };
}

function judgePeriod(period: OutSmartWorkPeriod): Line {
  const minutes = minutesIn(period);
  if (minutes === undefined) return { amount: new Big(0), findings: ['waarde-onleesbaar'] };
  if (minutes === 0) return undefined;
  if (period.HourType === '') return { amount: new Big(0), findings: ['uren-zonder-uursoort'] };
  const article = articles.get(same(period.HourType));
  if (!article) return { amount: new Big(0), findings: ['uursoort-onbekend'] };
  const hours = new Big(Math.ceil(minutes / 15) * 15).div(60).round(2, Big.roundHalfUp);
  return { amount: hours.times(article.salesPrice), findings: [] };
}

type Verdict = Exclude<Expected, { because: string }> | { outcome: 'not-qualifying' };

function judge(order: OutSmartWorkOrder): Verdict {
  const qualifies = order.status === 'Compleet' && order.WorkStatus === '1' && order.Archived === '0';
  if (!qualifies) return { outcome: 'not-qualifying' };
  const debtor = debtors.get(same(order.CustomerDebtorNrInvoice) || same(order.CustomerDebtorNr));
  const lines = [...order.Materials.map(judgeMaterial), ...order.Workperiods.map(judgePeriod)].filter(
    (line) => line !== undefined,
  );
  const reasons = new Set(lines.flatMap((line) => line.findings));
  if (!debtor) reasons.add('relatie-onbekend');
  if (debtor?.blocked) reasons.add('relatie-geblokkeerd');
  if (lines.length === 0) reasons.add('geen-regels');
  if (!debtor || reasons.size > 0) return { outcome: 'waits', reasons: [...reasons].sort() };
  const reference = order.Reference.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const total = lines.reduce((sum, line) => sum.plus(line.amount), new Big(0));
  return {
    outcome: 'ready',
    debtor: debtor.customerNumber,
    reference: reference === '' ? null : reference,
    invoiceLines: lines.length,
    totalExcl: total.toFixed(),
  };
}

function declared(expected: Expected): Verdict {
  if (expected.outcome === 'waits') return { outcome: 'waits', reasons: expected.reasons.toSorted() };
  if (expected.outcome === 'not-qualifying') return { outcome: 'not-qualifying' };
  const { outcome, debtor, reference, invoiceLines, totalExcl } = expected;
  return { outcome, debtor, reference, invoiceLines, totalExcl };
}

describe('what should become of each work order', () => {
  test.each(pairs.map(({ order, expectation }) => [expectation.kind, order.OrderNr, order, expectation] as const))(
    '%s (%s) is judged the same from what is on it',
    (_kind, _number, order, expectation) => {
      expect(judge(order)).toEqual(declared(expectation));
    },
  );

  test('fifty are ready, eighteen wait and the others do not qualify', () => {
    const count = (outcome: string): number =>
      pairs.filter(({ expectation }) => expectation.outcome === outcome).length;
    expect([count('ready'), count('waits'), count('not-qualifying')]).toEqual([50, 18, 13]);
  });

  test('every reason occurs, save the missing VAT code', () => {
    const reasons = demoExpectations(today).flatMap((expectation) =>
      expectation.outcome === 'waits' ? expectation.reasons : [],
    );
    expect([...new Set(reasons)].sort()).toEqual([
      'geen-regels',
      'materiaal-onbekend',
      'regel-zonder-artikelcode',
      'relatie-geblokkeerd',
      'relatie-onbekend',
      'uren-zonder-uursoort',
      'uursoort-onbekend',
      'waarde-onleesbaar',
    ]);
  });

  test('the unknown material and the unknown hour type hold up several orders each', () => {
    const ordersWith = (matches: (order: OutSmartWorkOrder) => boolean): number =>
      pairs.filter(({ order }) => matches(order)).length;
    expect(ordersWith((order) => order.Materials.some((line) => line.MaterialCode === '4711'))).toBe(4);
    expect(ordersWith((order) => order.Workperiods.some((period) => period.HourType === 'AVOND'))).toBe(3);
  });

  test('every order that should go carries work status 1 and the settings name that code', () => {
    expect(demoSettings.workStatusCode).toBe('1');
    for (const { order, expectation } of pairs) {
      if (expectation.outcome !== 'not-qualifying')
        expect(order).toMatchObject({ status: 'Compleet', WorkStatus: '1' });
    }
  });
});

describe('the work orders of the demo', () => {
  test('the same day gives the same orders; numbers and row ids occur once', () => {
    expect(demoWorkOrders(today)).toEqual(pairs);
    const orders = pairs.map(({ order }) => order);
    for (const values of [
      orders.map((order) => order.id),
      orders.map((order) => order.OrderNr),
      orders.flatMap((order) => order.Workperiods.map((period) => period.Id)),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
    for (const { order, expectation } of pairs) {
      expect(order.OrderNr).toMatch(/^20\d\d-\d{4}$/);
      expect([order.OrderNr, order.id]).toEqual([expectation.orderNr, expectation.rowId]);
    }
  });

  test('dates are written day first and lie around today, some months back', () => {
    const days = pairs.map(({ order }) => order.WorkDate.split('-').reverse().join('-'));
    for (const { order } of pairs) expect(order.WorkDate).toMatch(/^\d\d-\d\d-\d{4}$/);
    expect(days.toSorted()).toEqual(days);
    expect(days.filter((day) => day < addDays(today, -60)).length).toBeGreaterThanOrEqual(5);
    expect(days.filter((day) => day > addDays(today, -31)).length).toBeGreaterThanOrEqual(60);
  });

  test('around New Year orders keep the year of their own date and unique numbers', () => {
    const orderNrs = demoExpectations('2027-01-05').map((expectation) => expectation.orderNr);
    expect(new Set(orderNrs).size).toBe(orderNrs.length);
    expect(new Set(orderNrs.map((orderNr) => orderNr.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
    expect(demoExpectations('2027-01-05').map(({ kind, outcome }) => [kind, outcome])).toEqual(
      pairs.map(({ expectation: { kind, outcome } }) => [kind, outcome]),
    );
  });

  test('odd spellings are on the wire as written', () => {
    const wire = (kind: string): string => JSON.stringify(pairs.filter((pair) => pair.expectation.kind === kind));
    expect(wire('thousands')).toContain('"MaterialPrice":"1.495,00"');
    expect(wire('comma-and-dot')).toContain('"MaterialNr":"2,5"');
    expect(wire('unreadable-quantity')).toContain('"MaterialNr":"2 st"');
    expect(wire('over-24-hours')).toContain('"TotalTime":"26:45"');
    expect(wire('past-midnight')).toContain('"BeginTime":"22:30","EndTime":"02:15","Break":"30","TotalTime":""');
    expect(wire('markup')).toContain('<script>alert(1)</script>');
    expect(wire('line-breaks')).toContain('\\r\\n');
  });

  test('one description is as long as OutSmart allows', () => {
    const sizes = pairs.map(({ order }) => Buffer.byteLength(order.WorkDescription));
    expect(Math.max(...sizes)).toBe(65_535);
  });

  test('what is written for internal use stands nowhere else', () => {
    const internal = pairs.map(({ order }) => order.InternalWorkDescription).filter((text) => text !== '');
    expect(internal.length).toBe(1);
    const rest = JSON.stringify([
      { ...account, workOrders: account.workOrders.map((order) => ({ ...order, InternalWorkDescription: '' })) },
      demoAsperion(today),
      demoExpectations(today),
    ]);
    for (const words of internal.flatMap((text) => text.split(/[:,.]/)).map((part) => part.trim())) {
      if (words !== '') expect(rest).not.toContain(words);
    }
  });
});
