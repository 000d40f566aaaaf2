// The reply that OutSmart always gives: HTTP 200 with `code`, `messages` and `response` (docs section 3).

/** A reply before it is written; `responseText` is the JSON of the payload. */
export interface Answer {
  code: number;
  messages: readonly string[];
  responseText: string;
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

export function success(response: unknown): Answer {
  return { code: 200, messages: [], responseText: JSON.stringify(response) };
}

/** A success whose payload is a list of which each member is JSON already. */
export function successList(members: readonly string[]): Answer {
  return { code: 200, messages: [], responseText: `[${members.join(',')}]` };
}

export function refusal(code: number, ...messages: string[]): Answer {
  return { code, messages, responseText: 'null' };
}

/** The whole reply as one line of JSON. */
export function envelopeText(answer: Answer): string {
  return `{"code":${answer.code},"messages":${JSON.stringify(answer.messages)},"response":${answer.responseText}}`;
}
