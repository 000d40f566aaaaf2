/**
 * Writes many records in calls of bounded size, and finds the ones OutSmart will not have, so that a bad record blocks
 * only itself. Knows how records are keyed, not what they mean.
 */

import { isBlank } from '../kernel/text.ts';
import type { RefusedRecord, WriteResult } from '../model/field-service.ts';
import type { Answer } from './call.ts';
import { type CallIdentity, isSuccess, refusedFault, wordsOf } from './faults.ts';

/** A kind of record that can be posted, and what OutSmart demands of it. */
export interface RecordKind extends CallIdentity {
  readonly endpoint: string;
  readonly keyMember: string;
  readonly keyCharactersMax: number;
  /** None of them may be empty. */
  readonly required: readonly string[];
}

/** A record with its wire names. */
export type WireRecord = Readonly<Record<string, string>>;

/** Posts a JSON list of records; throws the Fault when the call as a whole failed. */
export type Post = (body: string) => Promise<Answer>;

interface Outgoing {
  readonly key: string;
  readonly json: string;
}

const BATCH_RECORDS_MAX = 500;
/**
 * @assumed (API notes 4) No limit is documented; 500 records is what OutSmart's own adapter sent, and PHP servers read
 * 8 MB of a body unless told otherwise.
 */
const BATCH_BYTES_MAX = 4_000_000;
/** Calls for one batch without a single record taken, after which the trouble is not in the records. */
const POSTS_WITHOUT_SUCCESS_MAX = 64;

/**
 * Writes the records, batch after batch in the order given. Each ends up accepted or refused, unless a Fault ends it all;
 * batches before the Fault were written then, and writing them again does no harm.
 */
export async function writeInBatches(
  kind: RecordKind,
  records: readonly WireRecord[],
  post: Post,
): Promise<WriteResult> {
  const refused: RefusedRecord[] = [];
  const sendable: Outgoing[] = [];
  for (const record of records) {
    const key = record[kind.keyMember] ?? '';
    const messages = objections(kind, key, record);
    if (messages.length > 0) refused.push({ key, messages });
    else sendable.push({ key, json: JSON.stringify(record) });
  }
  const acceptedKeys: string[] = [];
  for (const batch of batchesOf(sendable)) {
    const result = await writeBatch(kind, batch, post);
    acceptedKeys.push(...result.acceptedKeys);
    refused.push(...result.refused);
  }
  return { acceptedKeys, refused };
}

/**
 * What OutSmart would say of the record by itself, in its own words, which saves the calls to find that out.
 *
 * @assumed (API notes 8) An empty required field counts as missing. A key is refused when too long, since a cut key
 * would be another record.
 */
function objections(kind: RecordKind, key: string, record: WireRecord): readonly string[] {
  const missing = kind.required.filter((member) => isBlank(record[member] ?? ''));
  const messages = missing.map((member) => `Required field missing: ${member}`);
  if (key.length > kind.keyCharactersMax) {
    messages.push(`${kind.keyMember} is longer than ${kind.keyCharactersMax} characters`);
  }
  return messages;
}

function* batchesOf(records: readonly Outgoing[]): Generator<readonly Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = Buffer.byteLength(record.json);
    if (batch.length > 0 && (batch.length >= BATCH_RECORDS_MAX || bytes + size > BATCH_BYTES_MAX)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Writes one batch. A refused part is halved until the bad records stand alone, widest parts first: good records get
 * through early, so that a long run without any success means that OutSmart refuses everything, and is given up.
 *
 * @assumed (API notes 3) Nothing of a refused batch is saved. If some of it were, writing it again does no harm.
 */
async function writeBatch(kind: RecordKind, batch: readonly Outgoing[], post: Post): Promise<WriteResult> {
  const accepted = new Set<Outgoing>();
  const refused: RefusedRecord[] = [];
  const parts: (readonly Outgoing[])[] = [batch];
  let posts = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const answer = await post(`[${part.map((record) => record.json).join(',')}]`);
    posts += 1;
    const [first] = part;
    if (isSuccess(answer.code)) for (const record of part) accepted.add(record);
    else if (part.length === 1 && first) refused.push({ key: first.key, messages: wordsOf(answer) });
    else if (posts >= POSTS_WITHOUT_SUCCESS_MAX && accepted.size === 0) throw refusedFault(kind, answer);
    else parts.push(part.slice(0, Math.ceil(part.length / 2)), part.slice(Math.ceil(part.length / 2)));
  }
  return { acceptedKeys: batch.filter((record) => accepted.has(record)).map((record) => record.key), refused };
}
