/**
 * The parameters of a stored log line, read as what a sentence needs. A line may come from another version of the program:
 * what is absent or of another shape is empty, never an error. Knows no sentences.
 */
import type { Finding, Notice } from '../model/finding.ts';
import type { MemberChange } from '../model/work-order.ts';
import { isNoticeCode, isWaitReason } from './sentences-reasons.ts';

export class LogValues {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  texts(name: string): readonly string[] {
    return this.#list(name).filter((item) => typeof item === 'string');
  }

  allTexts(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.keys(this.#values).map((name) => [name, this.text(name)]));
  }

  /** 0 when it is no number. */
  count(name: string): number {
    return Number(this.text(name)) || 0;
  }

  moment(name: string): Date | null {
    const moment = new Date(this.text(name));
    return Number.isNaN(moment.getTime()) ? null : moment;
  }

  findings(): readonly Finding[] {
    return this.#list('findings').filter(isFinding);
  }

  notices(): readonly Notice[] {
    return this.#list('notices').filter(isNotice);
  }

  changes(): readonly MemberChange[] {
    return this.#list('changes').filter(isChange);
  }

  #list(name: string): readonly unknown[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value : [];
  }
}

function isFinding(value: unknown): value is Finding {
  if (!isRecord(value) || typeof value.reason !== 'string' || !isWaitReason(value.reason)) return false;
  const texts = ['causeKey', 'field', 'code', 'name', 'found', 'obstacle'];
  return texts.every((member) => typeof value[member] === 'string') && Array.isArray(value.messages);
}

function isNotice(value: unknown): value is Notice {
  return isRecord(value) && typeof value.code === 'string' && isNoticeCode(value.code) && isRecord(value.parameters);
}

function isChange(value: unknown): value is MemberChange {
  return isRecord(value) && ['member', 'before', 'after'].every((member) => typeof value[member] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
