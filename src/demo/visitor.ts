/**
 * A person's browser in miniature: follows redirects, keeps cookies, fills in the forms it is shown. Walks through the
 * sandbox's sign-in and consent so that the demo connects by the real OAuth flow without anybody having to click.
 */
const STEPS_MAX = 15;
const TIMEOUT_MS = 10_000;

/** Goes to the address and on until the client's own callback answered. Throws an Error that says on which page it got stuck. */
export async function approveAsVisitor(
  address: string,
  callbackUrl: string,
  answers: { userName: string; password: string },
): Promise<void> {
  const cookies = new Map<string, string>();
  let next: { url: URL; form: URLSearchParams | null } = { url: new URL(address), form: null };
  for (let step = 0; step < STEPS_MAX; step++) {
    const response = await visit(next.url, next.form, cookies);
    const location = response.headers.get('location');
    if (location !== null) {
      next = { url: new URL(location, next.url), form: null };
      continue;
    }
    if (next.url.href.startsWith(callbackUrl)) {
      if (response.ok) return;
      throw new Error(`the callback answered ${response.status}`);
    }
    const form = readForm(await response.text(), next.url, answers);
    if (!form) throw new Error(`the page ${next.url.pathname} (${response.status}) has no form to fill in`);
    next = form;
  }
  throw new Error(`sign-in did not end within ${STEPS_MAX} steps`);
}

async function visit(url: URL, form: URLSearchParams | null, cookies: Map<string, string>): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(form ? { method: 'POST', body: form } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return response;
}

/** The first form of the page, filled in: hidden fields as they are, the user's name and password, the first button. */
function readForm(
  html: string,
  page: URL,
  answers: { userName: string; password: string },
): { url: URL; form: URLSearchParams } | null {
  const [, attributes = '', inside = ''] = /<form([^>]*)>([\s\S]*?)<\/form>/i.exec(html) ?? [];
  if (inside === '') return null;
  const form = new URLSearchParams();
  for (const [tag] of inside.matchAll(/<input[^>]*>/gi)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (name)
      form.set(
        name,
        type === 'password' ? answers.password : type === 'text' ? answers.userName : (attribute(tag, 'value') ?? ''),
      );
  }
  const [button = ''] = /<button[^>]*>/i.exec(inside) ?? [];
  const name = attribute(button, 'name');
  if (name) form.set(name, attribute(button, 'value') ?? '');
  return { url: new URL(attribute(attributes, 'action') ?? page.href, page), form };
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? null;
}
