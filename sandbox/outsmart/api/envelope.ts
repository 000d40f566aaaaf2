// The reply that OutSmart always gives: HTTP 200 with `code`, `messages` and `response` (docs section 3).

/** A reply before it is written; `response` is the JSON of the payload, in pieces. */
export interface Answer {
  code: number;
  messages: readonly string[];
  response: readonly Buffer[];
}

/** Codes that belong to no single endpoint. */
export const codes = {
  noEndpoint: 1000,
  unknownEndpoint: 1001,
  tokenMissing: 1002,
  softwareTokenMissing: 1003,
  tokenUnknown: 1004,
  softwareTokenUnknown: 1005,
  serverError: 1007,
  noBody: 1008,
  bodyUnreadable: 1009,
  workOrderNotFound: 1500,
  workOrderIncomplete: 1501,
  nothingToUpdate: 1502,
  nothingChanged: 1503,
  updateUnreadable: 1504,
  deleteFailed: 1600,
} as const;

const [open, comma, close] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];
const [nothing, end] = [Buffer.from('null'), Buffer.from('}')];

export function success(response: unknown): Answer {
  return successBytes(Buffer.from(JSON.stringify(response)));
}

/** A success whose payload is JSON already. */
export function successBytes(response: Buffer): Answer {
  return { code: 200, messages: [], response: [response] };
}

/** A success whose payload is a list of which each member is JSON already. */
export function successList(members: readonly Buffer[]): Answer {
  const parts: Buffer[] = [open];
  for (const [index, member] of members.entries()) {
    if (index > 0) parts.push(comma);
    parts.push(member);
  }
  parts.push(close);
  return { code: 200, messages: [], response: parts };
}

export function refusal(code: number, ...messages: string[]): Answer {
  return { code, messages, response: [nothing] };
}

/** The whole reply as one line of JSON. */
export function envelope({ code, messages, response }: Answer): Buffer {
  const head = `{"code":${code},"messages":${JSON.stringify(messages)},"response":`;
  return Buffer.concat([Buffer.from(head), ...response, end]);
}
