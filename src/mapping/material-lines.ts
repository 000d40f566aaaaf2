/**
 * Invoice lines of the materials of a work order, in its order. Knows nothing of hours, VAT or the debtor.
 */
import type { Decimal } from '../kernel/decimal.ts';
import { ZERO } from '../kernel/decimal.ts';
import { foldCode, oneLine } from '../kernel/text.ts';
import type { Traced } from '../model/draft-invoice.ts';
import type { Finding, Notice } from '../model/finding.ts';
import type { MaterialLine, ReadValue, WorkOrder } from '../model/work-order.ts';
import { finding, findingAbout, notice } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import type { LineArticleOutcome, LineTarget, Surroundings } from './line-article.ts';
import { articleTarget, descriptionOf, lineArticleOf, unitOfArticle } from './line-article.ts';
import { traced, tracedDecimal, tracedText } from './origins.ts';
import type { PricedLine, PricedLines, PricedParts } from './priced-lines.ts';
import { gatherLines } from './priced-lines.ts';
import { proposalOfMaterial } from './proposed-article.ts';

/** The materials that are charged: all but those whose quantity is 0 or empty. One that cannot be read is charged. */
export function chargedMaterials(workOrder: WorkOrder): MaterialLine[] {
  return workOrder.materials.filter((line) => !isZero(line.quantity));
}

/**
 * One line per charged material. Findings: materiaal-onbekend (obstacles: inactive, salesTypeId, no-name, link-gone,
 * link-inactive), regel-zonder-artikelcode, waarde-onleesbaar. A material that is left out is not checked, only mentioned.
 */
export function materialLines(workOrder: WorkOrder, around: Surroundings): PricedLines {
  const leftOut = workOrder.materials.filter((line) => isZero(line.quantity)).map(leftOutNotice);
  return gatherLines(
    chargedMaterials(workOrder).map((line) => lineOf(line, around)),
    leftOut,
  );
}

function isZero(read: ReadValue<Decimal>): boolean {
  return read.kind === 'empty' || (read.kind === 'value' && read.value.eq(ZERO));
}

function fieldOf(line: MaterialLine, member: string): string {
  return `Materials[${line.index}].${member}`;
}

function tagOf(line: MaterialLine): string {
  return `M${line.index + 1}`;
}

function leftOutNotice(line: MaterialLine): Notice {
  const parameters = { tag: tagOf(line), code: line.code.trim(), name: oneLine(line.name) };
  return notice('line-left-out-quantity-0', fieldOf(line, 'MaterialNr'), parameters);
}

function lineOf(line: MaterialLine, around: Surroundings): PricedLine {
  const code = line.code.trim();
  const charged = code === '' ? withoutCode(line, around) : withCode(line, code, around);
  const quantity = readNumber(line, 'MaterialNr', line.quantity);
  const unitPrice = readNumber(line, 'MaterialPrice', line.price);
  const unreadable = [quantity, unitPrice].filter((read) => 'reason' in read);
  const parts: PricedParts = {
    tag: tagOf(line),
    code,
    text: charged.text,
    unit: charged.unit,
    quantity: 'reason' in quantity ? null : quantity,
    unitPrice: 'reason' in unitPrice ? null : unitPrice,
    target: charged.target,
  };
  const price0 =
    parts.unitPrice?.value.eq(ZERO) === true
      ? [notice('price-0', fieldOf(line, 'MaterialPrice'), { tag: parts.tag, code, name: parts.text.value })]
      : [];
  return { parts, findings: [...charged.findings, ...unreadable], notices: [...charged.notices, ...price0] };
}

/** The number with its origin, an empty one as 0, or the finding that it cannot be read. */
function readNumber(line: MaterialLine, member: string, read: ReadValue<Decimal>): Traced<Decimal> | Finding {
  const field = fieldOf(line, member);
  if (read.kind === 'value') return tracedDecimal(read.value, read.text, 'work-order', field);
  if (read.kind === 'empty') return traced(ZERO, 'work-order', field, { found: '', rule: 'decimal.empty-is-zero' });
  const detail = { field, code: line.code.trim(), name: oneLine(line.name), found: read.text };
  return finding('waarde-onleesbaar', detail);
}

/** What a line charges and says, whatever its quantity and price. */
interface Charged {
  readonly target: LineTarget | null;
  readonly text: Traced<string>;
  readonly unit: Traced<string>;
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

function withCode(line: MaterialLine, code: string, around: Surroundings): Charged {
  const article = lineArticleOf(code, around, () => proposalOfMaterial(line, around.settings));
  const field = fieldOf(line, 'MaterialCode');
  const shown = { text: textOf(line, code, article), unit: unitOf(line, article), notices: [] };
  if (article.kind === 'none') {
    const detail = { field, name: oneLine(line.name), obstacle: article.obstacle, found: article.found };
    return { ...shown, target: null, findings: [findingAbout('materiaal-onbekend', code, detail)] };
  }
  const target = articleTarget(article, { source: 'work-order', field, written: line.code });
  return { ...shown, target, findings: [] };
}

function textOf(line: MaterialLine, code: string, article: LineArticleOutcome): Traced<string> {
  const name = tracedText(line.name, 'work-order', fieldOf(line, 'MaterialName'));
  if (name.value !== '') return name;
  const description = descriptionOf(article);
  const parameters = { code };
  if (description === '' || article.kind === 'none') {
    return traced(code, 'work-order', fieldOf(line, 'MaterialCode'), { rule: 'text.code', parameters });
  }
  if (article.kind === 'new') {
    const { source, field } = article.planned.name.origin;
    return traced(description, source, field, { rule: 'text.new-article-name', parameters });
  }
  const field = `article ${article.article.code} description`;
  return traced(description, 'asperion', field, { rule: 'text.article-description', parameters });
}

function unitOf(line: MaterialLine, article: LineArticleOutcome | null): Traced<string> {
  const unit = tracedText(line.unit, 'work-order', fieldOf(line, 'MaterialUnit'));
  if (unit.value !== '') return unit;
  return unitOfArticle(article) ?? traced('', 'rule', 'unit', { rule: 'unit.none' });
}

/** A line without a code is charged on the default sales type whenever one is set, also with creating off. */
function withoutCode(line: MaterialLine, around: Surroundings): Charged {
  const { salesTypeId } = around.settings;
  const name = tracedText(line.name, 'work-order', fieldOf(line, 'MaterialName'));
  const shown = { text: name, unit: unitOf(line, null), findings: [], notices: [] };
  if (salesTypeId === null) {
    const detail = { field: fieldOf(line, 'MaterialCode'), name: name.value };
    return { ...shown, target: null, findings: [finding('regel-zonder-artikelcode', detail)] };
  }
  const id = traced(salesTypeId, 'setting', 'salesTypeId', { rule: 'sales-type.default' });
  const charged: Charged = { ...shown, target: { kind: 'salestype', salesTypeId: id } };
  if (name.value !== '') return charged;
  const text = salesTypeText(salesTypeId, around.knowledge);
  const parameters = { tag: tagOf(line), salesTypeId, text: text.value };
  return { ...charged, text, notices: [notice('sales-type-text-used', fieldOf(line, 'MaterialName'), parameters)] };
}

function salesTypeText(id: string, knowledge: Knowledge): Traced<string> {
  const salesType = knowledge.salesTypes.find((candidate) => foldCode(candidate.id) === foldCode(id));
  const description = oneLine(salesType?.description ?? '');
  if (description === '') return traced(id, 'setting', 'salesTypeId', { rule: 'text.code', parameters: { code: id } });
  const detail = { rule: 'text.sales-type-description', parameters: { id } } as const;
  return traced(description, 'asperion', `sales type ${id} description`, detail);
}
