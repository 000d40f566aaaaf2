// A person who is signed in on the page of one server: what he or she asks over the HTTP API, as the page does.

import { Browser } from '#sandbox/asperion/browser-walk.ts';
import { asperionUser } from './company.ts';
import type { Installation } from './installation.ts';
import type { Company } from './set-up.ts';
import { until } from './until.ts';

const EMAIL = 'kantoor@waterkant.example';
const PASSWORD = 'een-lang-wachtwoord';

/** A run as the API tells it. */
export interface ApiRun {
  readonly runId: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly faultCode: string | null;
  readonly columns: { readonly exported: number | null };
}

export class Person {
  readonly #address: string;
  #cookie = '';

  /** Of the server of an installation. */
  constructor({ port }: Installation) {
    this.#address = `http://127.0.0.1:${port}`;
  }

  async register(companyName: string): Promise<void> {
    await this.ask('POST', '/registration', { name: 'Kantoor', email: EMAIL, password: PASSWORD, companyName });
  }

  /** As who registered, on this server or on another one in the same database. */
  async signIn(): Promise<void> {
    await this.ask('POST', '/session', { email: EMAIL, password: PASSWORD });
  }

  /** What a route answers. Throws an Error with the answer when it is refused. */
  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const response = await this.#fetch(`/api${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** Orders the connector, connects both sides and saves the settings. Answers the account. */
  async setUp({ name, token }: Company, settings: object): Promise<string> {
    const { accounts } = await this.ask<{ accounts: { accountId: string; name: string }[] }>('GET', '/me');
    const accountId = accounts.find((account) => account.name === name)?.accountId ?? '';
    await this.ask('POST', `/accounts/${accountId}/licences/asperion`, { isAgreed: true });
    await this.ask('PUT', `/accounts/${accountId}/connections/outsmart`, { token });
    await this.connectAsperion(accountId);
    await this.ask('PUT', `/accounts/${accountId}/settings`, { value: settings, basedOn: 0 });
    return accountId;
  }

  async confirmFirstExport(accountId: string): Promise<void> {
    await this.ask('POST', `/accounts/${accountId}/first-export`, { startDate: null });
  }

  /** Goes to Asperion, signs in and approves there, and comes back. */
  async connectAsperion(accountId: string): Promise<void> {
    const { url } = await this.ask<{ url: string }>('POST', `/accounts/${accountId}/connections/asperion`);
    const back = new URL(await new Browser().signIn(url, asperionUser));
    const page = await this.#fetch(back.pathname + back.search);
    const to = page.headers.get('location') ?? '';
    if (!to.includes('verbonden=ja')) throw new Error(`Coming back from Asperion led to ${page.status} ${to}.`);
  }

  async press(accountId: string): Promise<ApiRun> {
    return this.ask<ApiRun>('POST', `/accounts/${accountId}/runs`, { job: 'export' });
  }

  /** Presses, and follows the run to its end. */
  async exported(accountId: string): Promise<ApiRun> {
    const { runId } = await this.press(accountId);
    return until('the run to end', async () => {
      const run = await this.ask<ApiRun>('GET', `/accounts/${accountId}/runs/${runId}`);
      return run.finishedAt !== null && run;
    });
  }

  async #fetch(path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
    const headers = { 'sec-fetch-site': 'same-origin', cookie: this.#cookie, ...init.headers };
    const response = await fetch(this.#address + path, { ...init, headers, redirect: 'manual' });
    const set = response.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
    if (set.length > 0) this.#cookie = set.join('; ');
    return response;
  }
}
