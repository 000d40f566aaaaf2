/**
 * The manner of calling better-auth: which headers of a request it gets to see, which of its cookies go back, and how its
 * errors become refusals.
 */
import { isAPIError } from 'better-auth/api';
import type { Cookies } from './identity.ts';
import { type RefusalCode, refusal } from './refusals.ts';

const SECOND_STEP_COOKIE = 'two_factor';

/**
 * The cookies and what the browser calls itself. Nothing else: other headers could tell the library of another host or
 * address than the request came from.
 */
export function forwarded(headers: Headers): Headers {
  return withCookies(headers, headers.get('cookie') ?? '');
}

/** As `forwarded`, with only the cookie that says who is half signed in: the second step is not about an older session. */
export function forwardedForSecondStep(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split(';').filter((pair) => {
    const [name = ''] = pair.split('=', 1);
    return name.trim().endsWith(`.${SECOND_STEP_COOKIE}`);
  });
  return withCookies(headers, cookies.join(';'));
}

function withCookies(headers: Headers, cookie: string): Headers {
  const forwardedHeaders = new Headers();
  if (cookie !== '') forwardedHeaders.set('cookie', cookie);
  const userAgent = headers.get('user-agent');
  if (userAgent !== null) forwardedHeaders.set('user-agent', userAgent);
  return forwardedHeaders;
}

/** The headers of the browser that signed in, with the cookies it has just been given. */
export function withSession(headers: Headers, cookies: Cookies): Headers {
  return withCookies(headers, cookies.map((cookie) => cookie.split(';', 1)[0]).join('; '));
}

export function cookiesOf(headers: Headers): Cookies {
  return headers.getSetCookie();
}

/** Answers the call; an error of the library that is named here becomes our refusal, being signed out is one by itself. */
export async function translated<T>(
  call: Promise<T>,
  refusals: Readonly<Record<string, RefusalCode>> = {},
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const code = refusals[error.body?.code ?? ''] ?? (error.body?.code === 'UNAUTHORIZED' ? 'session.none' : null);
    if (code === null) throw error;
    throw refusal(code);
  }
}
