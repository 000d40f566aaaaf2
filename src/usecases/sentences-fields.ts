/**
 * What a member of a work order, of a record or of the settings is called, from its name in the program. Must not know
 * the sentences around it.
 */
import type { Language } from './language.ts';
import { englishFields } from './sentences-fields-en.ts';
import { dutchFields, type FieldWords } from './sentences-fields-nl.ts';

const WORDS: Readonly<Record<Language, FieldWords>> = { nl: dutchFields, en: englishFields };

type Named<T> = Readonly<Record<string, T>>;

export interface WorkOrderMember {
  /** With its article: `de prijs`. */
  readonly label: string;
  /** What it should have been, for a value that a person can mistype; absent for the others. */
  readonly expected?: { readonly kind: string; readonly example: string };
  /** The line that holds it, as its tag on both sheets: `M1`; empty for a member of the work order itself. */
  readonly tag: string;
}

const LINE_MEMBER = /^(Materials|Workperiods)\[(\d+)\](?:\.(\w+))?$/;

/** A member as findings and origins spell it: `Materials[2].MaterialNr`, `CustomerDebtorNr`. */
export function workOrderMember(field: string, language: Language = 'nl'): WorkOrderMember {
  const words = WORDS[language];
  const [, list, index, member] = LINE_MEMBER.exec(field) ?? [];
  if (list === undefined) {
    return { label: (words.orderMembers as Named<string>)[field] ?? fieldOf(field, words), tag: '' };
  }
  const tag = `${list === 'Materials' ? 'M' : 'U'}${Number(index) + 1}`;
  if (member === undefined) return { label: words.line(tag), tag: '' };
  const known = (words.lineMembers as Named<Omit<WorkOrderMember, 'tag'>>)[member];
  return { ...(known ?? { label: fieldOf(member, words) }), tag };
}

const CONTENT_LINE = /^(materials|workPeriods)\.(\d+)\.(.+)$/;

/**
 * A member of the content of a work order in words: `aantal van regel M1`, `gegevens van de relatie`. Null for one that
 * repeats another (the number beside its text) and says nothing to people.
 */
export function contentMember(member: string, language: Language = 'nl'): string | null {
  const words = WORDS[language];
  const [, list, index, part] = CONTENT_LINE.exec(member) ?? [];
  if (list !== undefined) {
    const name = (words.contentMembers as Named<string>)[`${list}.${part}`];
    return name === undefined ? null : words.ofLine(name, `${list === 'materials' ? 'M' : 'U'}${Number(index) + 1}`);
  }
  if (member.startsWith('workParty.')) return words.workParty;
  if (member.startsWith('invoiceParty.')) return words.invoiceParty;
  if (member.startsWith('fields.')) return withoutArticle(words.theField(member.slice('fields.'.length)), language);
  return null;
}

/** A member of an imported record with its article: `de postcode`. */
export function recordMember(field: string, language: Language = 'nl'): string {
  const words = WORDS[language];
  return (words.recordMembers as Named<string>)[field] ?? fieldOf(field, words);
}

/** The name of a setting as the settings page spells it; its name in the program when it has none. */
export function settingName(setting: string, language: Language = 'nl'): string {
  return (WORDS[language].settings as Named<string>)[setting] ?? setting;
}

/** `prijs` of `de prijs`. */
export function withoutArticle(label: string, language: Language = 'nl'): string {
  return label.replace(WORDS[language].articles, '');
}

function fieldOf(name: string, words: FieldWords): string {
  return name === '' ? words.aField : words.theField(name);
}
