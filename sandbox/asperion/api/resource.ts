// What the API can do with one kind of record. The router knows only this; each resource says which verbs it has by
// having the method. Must not know HTTP.

import type { Call } from './call.ts';
import { answerList, answerOne, type Envelope, type ListShape } from './listing.ts';
import { say } from './messages.ts';
import { ApiProblem, notFound } from './problem.ts';

/** How a write is meant. */
export interface WriteMode {
  /** Check everything, change nothing. */
  readonly validateOnly: boolean;
  /** Members that are not sent keep their value (PATCH) instead of becoming empty (PUT). */
  readonly merge: boolean;
}

/** A document that was sent along. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Each method answers the body to send, or throws an ApiProblem. */
export interface Resource {
  /** Last segment of its address in lower case. */
  readonly path: string;
  /** Only for administrations with this module. */
  readonly needsInTrade?: boolean;
  readonly list?: (call: Call) => Envelope;
  readonly read?: (call: Call, id: string) => object;
  readonly create?: (call: Call, body: unknown, mode: WriteMode) => object;
  readonly update?: (call: Call, id: string, body: unknown, mode: WriteMode) => object;
  readonly remove?: (call: Call, id: string, mode: WriteMode) => void;
  readonly attach?: (call: Call, id: string, upload: Upload, mode: WriteMode) => object;
}

/** A resource that can be read only, as a list and by id. */
export function readOnly<T extends { readonly id: number | string }>(shape: ListShape<T>): Resource {
  return {
    path: shape.path,
    list: (call) => answerList(call, shape),
    read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
  };
}

/** The record of this id. Throws 404. */
export function existing<T extends { readonly id: number | string }>(call: Call, shape: ListShape<T>, id: string): T {
  const row = shape.rows(call.books).get(id);
  if (row === undefined) throw notFound(say.noSuchRecord);
  return row;
}

/** 405, for a resource without that verb. */
export const methodNotAllowed = (): ApiProblem => new ApiProblem(405, say.methodTitle, say.methodTitle);
