/**
 * The audit trail for people: who did what, and what changed from what to what. An entry that another version of the program
 * wrote may have an action or field without words here; it then says less. Must not know where it is shown.
 */
import type { AuditChange, AuditEntry } from '../store/audit.ts';
import type { Language } from './language.ts';
import { englishAudit, englishLabels, englishOtherAction, englishRole } from './sentences-audit-en.ts';
import {
  type AuditTexts,
  type Done,
  dutchAudit,
  dutchLabels,
  dutchOtherAction,
  dutchRole,
} from './sentences-audit-nl.ts';
import { SWITCH_VALUES } from './settings-changes.ts';

interface AuditWords {
  readonly actions: AuditTexts;
  readonly other: (done: Done) => string;
  readonly labels: Readonly<Record<string, string>>;
  readonly role: (role: string) => string;
  readonly on: string;
  readonly off: string;
  readonly notChosen: string;
}

const WORDS: Readonly<Record<Language, AuditWords>> = {
  nl: {
    ...{ actions: dutchAudit, other: dutchOtherAction, labels: dutchLabels, role: dutchRole },
    ...{ on: 'aan', off: 'uit', notChosen: 'niet ingevuld' },
  },
  en: {
    ...{ actions: englishAudit, other: englishOtherAction, labels: englishLabels, role: englishRole },
    ...{ on: 'on', off: 'off', notChosen: 'not filled in' },
  },
};

/** One sentence: who did what. */
export function auditSentence(
  { by, action, parameters }: Pick<AuditEntry, 'by' | 'action' | 'parameters'>,
  language: Language = 'nl',
): string {
  const { actions, other } = WORDS[language];
  const sentence = Object.hasOwn(actions, action) ? actions[action as keyof AuditTexts] : other;
  return sentence({ by, of: (parameter) => parameters[parameter] ?? '' });
}

export interface AuditChangeTold extends AuditChange {
  /** As the page spells the field. */
  readonly label: string;
}

/** A change with its label, and with values in words. */
export function auditChangeTold({ field, before, after }: AuditChange, language: Language = 'nl'): AuditChangeTold {
  const words = WORDS[language];
  const label = Object.hasOwn(words.labels, field) ? (words.labels[field] ?? field) : field;
  return { field, label, before: valueTold(field, before, words), after: valueTold(field, after, words) };
}

const SWITCHES = new Set([
  'importDebtors',
  'importArticles',
  'hourTypesOn',
  'exportOn',
  'createRelations',
  'createMaterials',
]);

function valueTold(field: string, value: string, words: AuditWords): string {
  if (value === '') return words.notChosen;
  if (field === 'role') return words.role(value);
  if (!SWITCHES.has(field)) return value;
  return value === SWITCH_VALUES.true ? words.on : words.off;
}
