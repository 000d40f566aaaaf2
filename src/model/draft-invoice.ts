/**
 * An invoice to be, each value with its origin. Types only; made by mapping, sent by the second door.
 */
import type { IsoDate } from '../kernel/dates.ts';
import type { Decimal } from '../kernel/decimal.ts';
import type { ArticleId } from './ids.ts';

/** Where a value comes from, so that the preview can say so for every field. */
export interface Origin {
  readonly source: 'work-order' | 'setting' | 'asperion' | 'outsmart' | 'rule';
  /** The field in that source's own words: `Materials[0].MaterialPrice`, `vatCode`, `article KT-15 salesPrice`. */
  readonly field: string;
  /** The text as found there, when a rule changed it. */
  readonly found?: string;
  /** The rule that was applied, a key of the sentence catalogue: `hours.rounded-up`, `date.day-of-export`. */
  readonly rule?: string;
  /** What the rule's sentence fills in, such as the number of minutes. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface Traced<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** T: fixed text, E1..E3: extra lines, M1..: materials, U1..: hours. Work order and invoice share the tag. */
export type LineTag = string;

export interface TextLine {
  readonly kind: 'text';
  readonly tag: LineTag;
  readonly text: Traced<string>;
}

interface PricedLine {
  readonly tag: LineTag;
  readonly text: Traced<string>;
  readonly quantity: Traced<Decimal>;
  readonly unit: Traced<string>;
  /** Per unit, excluding VAT. */
  readonly unitPrice: Traced<Decimal>;
  readonly vatCode: Traced<string>;
}

export interface ArticleLine extends PricedLine {
  readonly kind: 'article';
  /** As Asperion spells it, or as it will be created. */
  readonly code: Traced<string>;
  /** Null while the article is still to be created. */
  readonly articleId: ArticleId | null;
}

export interface SalesTypeLine extends PricedLine {
  readonly kind: 'salestype';
  readonly salesTypeId: Traced<string>;
}

export type DraftLine = TextLine | ArticleLine | SalesTypeLine;

export interface DraftInvoice {
  /** The debtor's number as Asperion spells it, or as it will be created. */
  readonly debtorNumber: Traced<string>;
  readonly debtorName: string;
  readonly date: Traced<IsoDate>;
  /** For people: `Werkbon W25-00187`. */
  readonly subject: Traced<string>;
  /** Names the work order and carries the mark of origin. */
  readonly description: Traced<string>;
  readonly reference: Traced<string> | null;
  readonly lines: readonly DraftLine[];
}
