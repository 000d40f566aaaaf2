// Walks through sign-in and consent as a person with a browser would: follows redirects, keeps cookies, fills in the
// forms. For tests and demos that have no browser. Must not know the sandbox from the inside.

/** What the person does. */
export interface WalkChoices {
  readonly userName: string;
  readonly password: string;
  /** Default `allow`. */
  readonly consent?: 'allow' | 'deny';
}

const STEPS_MAX = 12;

/** A browser that remembers cookies between walks, as one person's browser does. */
export class Browser {
  readonly #cookies: { readonly name: string; readonly value: string; readonly path: string }[] = [];

  /** One request with the cookies that belong to its path; redirects are left to the caller. */
  async visit(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { pathname } = new URL(address);
    const cookie = this.#cookies
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const init: RequestInit = { redirect: 'manual', headers: { cookie } };
    const response = await fetch(address, form ? { ...init, method: 'POST', body: new URLSearchParams(form) } : init);
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /**
   * Opens the authorize address and goes on until the browser is sent back to the client; gives that address. Throws
   * an Error with the page when it ends on a page that is neither sign-in nor consent.
   */
  async signIn(authorizeUrl: string, choices: WalkChoices): Promise<URL> {
    const { origin } = new URL(authorizeUrl);
    let address = authorizeUrl;
    let response = await this.visit(address);
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const location = response.headers.get('location');
      if (location === null) {
        response = await this.visit(address, formFor(await response.text(), response.status, choices));
      } else {
        const next = new URL(location, address);
        if (next.origin !== origin) return next;
        address = next.href;
        response = await this.visit(address);
      }
    }
    throw new Error(`the sign-in did not end within ${STEPS_MAX} steps`);
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const known = this.#cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (known >= 0) this.#cookies.splice(known, 1);
    if (value !== '') this.#cookies.push({ name, value, path });
  }
}

function formFor(text: string, status: number, choices: WalkChoices): Record<string, string> {
  if (status === 200 && text.includes('value="login"')) {
    return { username: choices.userName, password: choices.password, choice: 'login' };
  }
  if (status === 200 && text.includes('value="allow"')) return { choice: choices.consent ?? 'allow' };
  throw new Error(`the sign-in ended on a page with status ${status}: ${text}`);
}
