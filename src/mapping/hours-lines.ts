/**
 * Invoice lines of the work periods of a work order, in its order. Knows nothing of materials, VAT or the debtor.
 */
import type { Decimal } from '../kernel/decimal.ts';
import { ZERO } from '../kernel/decimal.ts';
import { foldCode, oneLine } from '../kernel/text.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { Finding, Notice } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder, WorkPeriod } from '../model/work-order.ts';
import { finding, findingAbout, notice } from './findings.ts';
import type { LineArticle, LineArticleOutcome, Surroundings, WrittenCode } from './line-article.ts';
import { articleTarget, descriptionOf, lineArticleOf, unitOfArticle } from './line-article.ts';
import { traced } from './origins.ts';
import type { PricedLine, PricedLines, PricedParts } from './priced-lines.ts';
import { gatherLines } from './priced-lines.ts';
import { proposalOfHourType } from './proposed-article.ts';
import { invoicedHours, minutesText, workedTime } from './worked-time.ts';

/** The hour type that counts for a period; `code` is empty when there is none. */
interface ChosenHourType extends WrittenCode {
  readonly code: string;
}

/** The periods that are charged: all but those of 0 minutes. One whose time cannot be read is charged. */
export function chargedPeriods(workOrder: WorkOrder): WorkPeriod[] {
  return workOrder.workPeriods.filter((period) => !isZero(period));
}

/** The hour type of the period, else the default one, trimmed; empty when neither is there. */
export function hourTypeCodeOf(period: WorkPeriod, settings: Settings): string {
  return chosenHourType(period, settings).code;
}

/**
 * One line per charged period. Findings: uursoort-onbekend (obstacles: inactive, salesTypeId, not-in-outsmart, no-name,
 * price-unreadable, link-gone, link-inactive), uren-zonder-uursoort, waarde-onleesbaar. A period that is left out is not checked, only mentioned.
 */
export function hoursLines(workOrder: WorkOrder, around: Surroundings): PricedLines {
  return gatherLines(
    chargedPeriods(workOrder).map((period) => lineOf(period, around)),
    workOrder.workPeriods.filter(isZero).map(leftOutNotice),
  );
}

function isZero(period: WorkPeriod): boolean {
  const time = workedTime(period);
  return time.kind === 'minutes' && time.minutes === 0;
}

function tagOf(period: WorkPeriod): string {
  return `U${period.index + 1}`;
}

function hourTypeField(period: WorkPeriod): string {
  return `Workperiods[${period.index}].HourType`;
}

function chosenHourType(period: WorkPeriod, settings: Settings): ChosenHourType {
  const own = period.hourType.trim();
  if (own !== '') return { code: own, written: period.hourType, source: 'work-order', field: hourTypeField(period) };
  const written = settings.defaultHourType ?? '';
  return { code: written.trim(), written, source: 'setting', field: 'defaultHourType' };
}

function leftOutNotice(period: WorkPeriod): Notice {
  const parameters = { tag: tagOf(period), hourType: period.hourType.trim(), remark: oneLine(period.remark) };
  return notice('period-left-out-0-minutes', `Workperiods[${period.index}].TotalTime`, parameters);
}

function lineOf(period: WorkPeriod, around: Surroundings): PricedLine {
  const hourType = chosenHourType(period, around.settings);
  const time = workedTime(period);
  const article = articleOf(hourType.code, around);
  const known = article === null || article.kind === 'none' ? null : article;
  const parts: PricedParts = {
    tag: tagOf(period),
    code: hourType.code,
    text: textOf(period, hourType, article, around),
    unit: unitOfArticle(article) ?? traced('uur', 'rule', 'unit', { rule: 'unit.hours' }),
    quantity: time.kind === 'minutes' ? invoicedHours(period, time, around.settings.roundMinutes) : null,
    unitPrice: known === null ? null : priceOf(known),
    target: known === null ? null : articleTarget(known, hourType),
  };
  return {
    parts,
    findings: [...missingArticle(period, hourType.code, article, around), ...unreadableTimes(period, hourType.code)],
    notices: known === null ? [] : noticesOf(period, parts, known, around.settings),
  };
}

/** The article of the hour type; null when the period has no hour type. */
function articleOf(code: string, around: Surroundings): LineArticleOutcome | null {
  if (code === '') return null;
  return lineArticleOf(code, around, () => proposalOfHourType(code, around.settings, around.knowledge.hourTypes));
}

function unreadableTimes(period: WorkPeriod, code: string): Finding[] {
  const time = workedTime(period);
  if (time.kind === 'minutes') return [];
  return time.members.map((member) => finding('waarde-onleesbaar', { ...member, code }));
}

function missingArticle(
  period: WorkPeriod,
  code: string,
  article: LineArticleOutcome | null,
  around: Surroundings,
): Finding[] {
  if (article === null) return [withoutHourType(period)];
  if (article.kind !== 'none') return [];
  const { obstacle, found } = article;
  const detail = { field: hourTypeField(period), name: nameInOutsmart(code, around), obstacle, found };
  return [findingAbout('uursoort-onbekend', code, detail)];
}

/** Who worked how long says which period it is: there is no code or name. */
function withoutHourType(period: WorkPeriod): Finding {
  const time = workedTime(period);
  const found = time.kind === 'minutes' ? minutesText(time.minutes) : '';
  return finding('uren-zonder-uursoort', { field: hourTypeField(period), name: period.employeeNumber.trim(), found });
}

function nameInOutsmart(code: string, around: Surroundings): string {
  return oneLine(around.knowledge.hourTypes.get(foldCode(code))?.name ?? '');
}

/** The name of the hour type, else the article's description, else the code; then the remark, if there is one. */
function textOf(
  period: WorkPeriod,
  hourType: ChosenHourType,
  article: LineArticleOutcome | null,
  around: Surroundings,
): Traced<string> {
  const { code } = hourType;
  const remark = oneLine(period.remark);
  const withRemark = remark === '' ? '' : '-and-remark';
  const parametersOf = (name: string): Record<string, string> => (remark === '' ? { name } : { name, remark });
  const join = (name: string): string => [name, remark].filter((part) => part !== '').join(' – ');
  const inOutsmart = nameInOutsmart(code, around);
  if (inOutsmart !== '') {
    const detail = { rule: `text.hour-type${withRemark}`, parameters: parametersOf(inOutsmart) } as const;
    return traced(join(inOutsmart), 'outsmart', `hour type ${code} name`, detail);
  }
  const description = descriptionOf(article);
  if (description !== '') {
    const detail = { rule: `text.hours-article${withRemark}`, parameters: parametersOf(description) } as const;
    return traced(join(description), 'asperion', `article ${code} description`, detail);
  }
  return traced(join(code), hourType.source, hourType.field, { rule: 'text.code', parameters: { code } });
}

function priceOf(article: LineArticle): Traced<Decimal> {
  if (article.kind === 'new') return article.planned.price;
  const { code, salesPrice } = article.article;
  return traced(salesPrice, 'asperion', `article ${code} salesPrice`, { rule: 'price.article', parameters: { code } });
}

function noticesOf(period: WorkPeriod, parts: PricedParts, article: LineArticle, settings: Settings): Notice[] {
  const { code, salesTypeId } = article.kind === 'known' ? article.article : article.planned.article;
  const field = hourTypeField(period);
  const expected = settings.hourSalesTypeId;
  const parameters = { tag: parts.tag, code, name: parts.text.value };
  const otherSalesType =
    expected !== null && foldCode(salesTypeId) !== foldCode(expected)
      ? [
          notice('hours-article-of-other-sales-type', field, {
            ...parameters,
            salesTypeId,
            expectedSalesTypeId: expected,
          }),
        ]
      : [];
  const price0 = parts.unitPrice?.value.eq(ZERO) === true ? [notice('price-0', field, parameters)] : [];
  return [...otherSalesType, ...price0];
}
