/**
 * Calls the API as a browser of ours does: typed by the routes, with its cookies. Only tests import this.
 */
import type { AnswerOf, InputOf, RouteName } from '../../api/routes.ts';
import type { ApiError } from '../../api/shapes.ts';

type Given<Name extends RouteName> = {
  readonly [Part in 'params' | 'query' | 'body']?: InputOf<Name, Part>;
};

/** What is sent whatever the types say, for requests that must be refused. */
export interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export class ApiClient {
  readonly address: string;
  readonly #cookies = new Map<string, string>();
  readonly #headers: Readonly<Record<string, string>>;

  /** `headers` go along with every request: an API key. */
  constructor(address: string, headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }) {
    this.address = address;
    this.#headers = headers;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** What the route answers. Throws when that is no success. */
  async call<Name extends RouteName>(name: Name, given: Given<Name> = {}): Promise<AnswerOf<Name>> {
    const response = await this.request(name, given as AnyRequest);
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
    return JSON.parse(text) as AnswerOf<Name>;
  }

  /** The error that it answers. Throws when it succeeds. */
  async refused(name: RouteName, given: AnyRequest = {}): Promise<ApiError & { readonly status: number }> {
    const response = await this.request(name, given);
    const text = await response.text();
    if (response.ok) throw new Error(`${name} succeeded`);
    return { ...(JSON.parse(text) as ApiError), status: response.status };
  }

  /** Whatever it answers. */
  async request(
    name: RouteName,
    { params = {}, query = {}, body, headers, signal }: AnyRequest = {},
  ): Promise<Response> {
    const [method = '', path = ''] = name.split(' ');
    const filled = path.replace(/:([A-Za-z]+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ''));
    const search = new URLSearchParams(query).toString();
    return this.fetch(search === '' ? filled : `${filled}?${search}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }

  /** Any address, as this browser. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = this.cookie;
    const response = await fetch(this.address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...this.#headers, ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) },
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    return response;
  }

  #keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ');
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
