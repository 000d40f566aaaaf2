// Reads a request body strictly: a number must be a JSON number, a text a JSON text. Wrong fields are gathered, so
// that a caller learns all of them at once. Must not know which records exist.
import { dayOf } from '../books/dates.ts';
import { type Message, say } from './messages.ts';
import { invalid, invalidField } from './problem.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object with members. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object. Throws 400 for anything else. */
export function objectBody(body: unknown): JsonObject {
  if (!isObject(body)) throw invalidField('$', say.bodyNotObject);
  return body;
}

/** Members of one JSON object; null, absent and (for texts) blank count as not given. */
export class BodyReader {
  readonly #members: JsonObject;
  readonly #prefix: string;
  readonly #errors: Map<string, Message[]>;

  constructor(members: JsonObject, prefix = '', errors = new Map<string, Message[]>()) {
    this.#members = members;
    this.#prefix = prefix;
    this.#errors = errors;
  }

  /** Throws 400 when anything was refused. */
  finish(): void {
    if (this.#errors.size > 0) throw invalid(this.#errors);
  }

  refuse(name: string, message: Message): void {
    const path = this.#prefix + name;
    const messages = this.#errors.get(path);
    if (messages === undefined) this.#errors.set(path, [message]);
    else messages.push(message);
  }

  has(name: string): boolean {
    return this.#members[name] !== undefined && this.#members[name] !== null;
  }

  text(name: string): string | null {
    const value = this.#given(name);
    if (value === null) return null;
    if (typeof value === 'string') return value;
    this.refuse(name, say.mustBeText);
    return null;
  }

  /** A text that may not be blank; "" when it was refused. */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value === null ? !this.has(name) : value.trim() === '') this.refuse(name, say.required);
    return value ?? '';
  }

  number(name: string): number | null {
    const value = this.#given(name);
    if (value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.refuse(name, say.mustBeNumber);
    return null;
  }

  /** A number that must be there; 0 when it was refused. */
  requiredNumber(name: string): number {
    if (!this.has(name)) this.refuse(name, say.required);
    return this.number(name) ?? 0;
  }

  integer(name: string): number | null {
    const value = this.#given(name);
    if (value === null) return null;
    if (Number.isSafeInteger(value)) return value as number;
    this.refuse(name, say.mustBeInteger);
    return null;
  }

  /** An integer that must be there; 0 when it was refused. */
  requiredInteger(name: string): number {
    if (!this.has(name)) this.refuse(name, say.required);
    return this.integer(name) ?? 0;
  }

  boolean(name: string): boolean | null {
    const value = this.#given(name);
    if (value === null) return null;
    if (typeof value === 'boolean') return value;
    this.refuse(name, say.mustBeBoolean);
    return null;
  }

  /** The day "YYYY-MM-DD" of a date. */
  day(name: string): string | null {
    const value = this.#given(name);
    if (value === null) return null;
    const day = typeof value === 'string' ? dayOf(value) : null;
    if (day === null) this.refuse(name, say.mustBeDate);
    return day;
  }

  /** One reader per item of `{"name": {"_data": [...]}}`; errors get paths such as lines._data[0].vatCode. */
  items(name: string): BodyReader[] {
    const list = this.#given(name);
    const items = isObject(list) ? list._data : undefined;
    if (!Array.isArray(items)) {
      this.refuse(name, list === null ? say.required : say.mustBeList);
      return [];
    }
    return items.map((item: unknown, index) => {
      const path = `${name}._data[${index}]`;
      if (!isObject(item)) this.refuse(path, say.bodyNotObject);
      return new BodyReader(isObject(item) ? item : {}, `${this.#prefix}${path}.`, this.#errors);
    });
  }

  #given(name: string): unknown {
    return this.#members[name] ?? null;
  }
}
