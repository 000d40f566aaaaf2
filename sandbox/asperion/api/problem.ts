// Refusals of the API in the form of ProblemDetails. Thrown where the reason is known, written in one place. Must not
// decide when something is refused.
import { randomBytes } from 'node:crypto';
import { type Language, type Message, say } from './messages.ts';

/** Field name, camelCase with path, to its messages. */
export type FieldErrors = ReadonlyMap<string, readonly Message[]>;

/** A refusal on its way to the caller. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: Message;
  readonly detail: Message;
  readonly fields: FieldErrors;

  constructor(status: number, title: Message, detail: Message, fields: FieldErrors = new Map()) {
    super(detail.en);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.fields = fields;
  }
}

/** 400 with the reasons per field. */
export function invalid(fields: FieldErrors): ApiProblem {
  const all = [...fields.values()].flat();
  const detail = { nl: all.map((message) => message.nl).join(' '), en: all.map((message) => message.en).join(' ') };
  return new ApiProblem(400, say.validationTitle, detail, fields);
}

/** 400 about one field or query parameter. */
export const invalidField = (field: string, message: Message): ApiProblem => invalid(new Map([[field, [message]]]));

export const forbidden = (detail: Message): ApiProblem => new ApiProblem(403, say.forbiddenTitle, detail);

export const notFound = (detail: Message): ApiProblem => new ApiProblem(404, say.notFoundTitle, detail);

/** What is sent of a problem. */
export interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly traceId: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

/** The problem in the caller's language with a fresh trace id. */
export function problemBody(problem: ApiProblem, language: Language): ProblemBody {
  const body = {
    title: problem.title[language],
    status: problem.status,
    detail: problem.detail[language],
    traceId: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`,
  };
  if (problem.fields.size === 0) return body;
  const errors = Object.fromEntries(
    [...problem.fields].map(([field, messages]) => [field, messages.map((message) => message[language])]),
  );
  return { ...body, errors };
}
