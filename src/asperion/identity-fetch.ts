/**
 * How openid-client reaches the identity server: through our own exchange, with its deadline and its bound on bodies.
 * Never stopped by a job that is cancelled: a refresh that was sent has used up the refresh token.
 */
import type { CustomFetch } from 'openid-client';
import type { Exchange, HttpAnswer } from '../kernel/http.ts';
import { USER_AGENT } from './user-agent.ts';

const BODY_BYTES_MAX = 1024 * 1024;

/** A fetch for openid-client. Throws HttpFailure. */
export function identityFetch(timeoutMs: number, exchange: Exchange): CustomFetch {
  return async (url, { method, headers, body }) => {
    if (method !== 'POST') throw new Error(`nothing is asked of the identity server by ${method}`);
    const answer = await exchange({
      method,
      url: new URL(url),
      headers: { ...headers, 'user-agent': USER_AGENT },
      body: String(body),
      timeoutMs,
      bodyBytesMax: BODY_BYTES_MAX,
    });
    return libraryAnswer(answer.status, answer.headers, answer.text);
  };
}

/**
 * The answer as the library should see it. The body decides, so a challenge header is not passed on. An id_token is left
 * out: nothing here acts on who the person is, and its checks would only be one more way for a renewal to fail.
 */
function libraryAnswer(status: number, headers: HttpAnswer['headers'], text: string): Response {
  const passedOn = new Headers();
  for (const name of ['retry-after', 'date']) {
    const value = headers.get(name);
    if (value !== null) passedOn.set(name, value);
  }
  const json = jsonWithoutIdToken(text);
  if (json !== null) passedOn.set('content-type', 'application/json');
  // A Response with one of these statuses may have no body, not even an empty one.
  const isBodyless = status === 204 || status === 205 || status === 304;
  return new Response(isBodyless ? null : (json ?? text), { status, headers: passedOn });
}

function jsonWithoutIdToken(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) => (name === 'id_token' ? undefined : value));
  } catch {
    return null;
  }
}
