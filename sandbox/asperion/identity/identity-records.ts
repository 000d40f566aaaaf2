// Keeps what the identity server must remember (grants, tokens, sessions) in the sandbox's tables, so that a restart
// keeps connections alive, and tells time by the sandbox clock. Must not know how tokens are issued.
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { SandboxClock } from '../../kit/clock.ts';
import type { Table, Tables } from '../../kit/persistent-tables.ts';

interface Kept {
  readonly payload: AdapterPayload;
  /** Sandbox time; null: never. */
  readonly expiresAtMs: number | null;
}

/** Models of which many come and go; expired ones are swept away now and then. */
const SWEPT_MODELS = ['AccessToken', 'AuthorizationCode', 'RefreshToken', 'Grant', 'Session', 'Interaction'] as const;

/** Models that end together with the grant they belong to. */
const MODELS_OF_A_GRANT = ['AccessToken', 'AuthorizationCode', 'RefreshToken'] as const;

/** Models that may be used once. */
const ONE_TIME_MODELS = new Set(['AuthorizationCode', 'RefreshToken']);

const SWEEP_EVERY = 1000;

/** All models of the identity server over the sandbox's tables. */
export class IdentityRecords {
  readonly #tables: Tables;
  readonly #clock: SandboxClock;
  readonly #keysByGrant = new Map<string, Set<string>>();
  #writes = 0;

  constructor(tables: Tables, clock: SandboxClock) {
    this.#tables = tables;
    this.#clock = clock;
    for (const model of MODELS_OF_A_GRANT) {
      for (const [id, { payload }] of this.#table(model).entries()) this.#note(model, id, payload);
    }
  }

  find(model: string, id: string): AdapterPayload | undefined {
    const kept = this.#table(model).get(id);
    if (kept === undefined || this.#isExpired(kept)) return undefined;
    return { ...kept.payload };
  }

  findByUid(uid: string): AdapterPayload | undefined {
    for (const kept of this.#table('Session').values()) {
      if (kept.payload.uid === uid && !this.#isExpired(kept)) return { ...kept.payload };
    }
    return undefined;
  }

  upsert(model: string, id: string, payload: AdapterPayload, expiresInSeconds: number | undefined): void {
    const expiresAtMs =
      expiresInSeconds === undefined ? null : this.#clock.now().getTime() + Math.round(expiresInSeconds * 1000);
    this.#table(model).set(id, { payload, expiresAtMs });
    this.#note(model, id, payload);
    this.#writes += 1;
    if (this.#writes % SWEEP_EVERY === 0) this.#sweep();
  }

  /** Marks a code or token as used. Of two uses at the same moment the second ends the grant and is refused. */
  consume(model: string, id: string): void {
    const kept = this.#table(model).get(id);
    if (kept === undefined) return;
    if (ONE_TIME_MODELS.has(model) && kept.payload.consumed !== undefined) {
      if (kept.payload.grantId !== undefined) this.endGrant(kept.payload.grantId);
      throw new errors.InvalidGrant('already used');
    }
    const consumed = Math.floor(this.#clock.now().getTime() / 1000);
    this.#table(model).set(id, { ...kept, payload: { ...kept.payload, consumed } });
  }

  destroy(model: string, id: string): void {
    const grantId = this.#table(model).get(id)?.payload.grantId;
    if (grantId !== undefined) this.#keysByGrant.get(grantId)?.delete(`${model}:${id}`);
    this.#table(model).delete(id);
  }

  /** Ends every code and token of a grant; the grant itself stays. */
  destroyByGrant(grantId: string): void {
    for (const key of this.#keysByGrant.get(grantId) ?? []) {
      const colon = key.indexOf(':');
      this.#table(key.slice(0, colon)).delete(key.slice(colon + 1));
    }
    this.#keysByGrant.delete(grantId);
  }

  /** Ends a grant with everything that came from it. */
  endGrant(grantId: string): void {
    this.destroyByGrant(grantId);
    this.#table('Grant').delete(grantId);
  }

  /** Ends all grants and browser sessions of a user; gives the number of grants. */
  endUser(accountId: string): number {
    const owned = (model: string): string[] =>
      [...this.#table(model).entries()].flatMap(([id, { payload }]) => (payload.accountId === accountId ? [id] : []));
    const grants = owned('Grant');
    for (const id of grants) this.endGrant(id);
    for (const id of owned('Session')) this.destroy('Session', id);
    return grants.length;
  }

  /** Ends the access tokens of a user and leaves the refresh tokens; gives their number. */
  endAccessTokens(accountId: string): number {
    const ids = [...this.#table('AccessToken').entries()].flatMap(([id, { payload }]) =>
      payload.accountId === accountId ? [id] : [],
    );
    for (const id of ids) this.destroy('AccessToken', id);
    return ids.length;
  }

  #table(model: string): Table<Kept> {
    return this.#tables.table<Kept>(`identity:${model}`);
  }

  #isExpired(kept: Kept): boolean {
    return kept.expiresAtMs !== null && kept.expiresAtMs <= this.#clock.now().getTime();
  }

  #note(model: string, id: string, { grantId }: AdapterPayload): void {
    if (grantId === undefined || !(MODELS_OF_A_GRANT as readonly string[]).includes(model)) return;
    const keys = this.#keysByGrant.get(grantId);
    if (keys === undefined) this.#keysByGrant.set(grantId, new Set([`${model}:${id}`]));
    else keys.add(`${model}:${id}`);
  }

  #sweep(): void {
    for (const model of SWEPT_MODELS) {
      const expired = [...this.#table(model).entries()].filter(([, kept]) => this.#isExpired(kept));
      for (const [id] of expired) this.destroy(model, id);
    }
  }
}

/** One model as oidc-provider wants to reach it. */
export function adapterOver(records: IdentityRecords, model: string): Adapter {
  return {
    find: async (id) => records.find(model, id),
    findByUid: async (uid) => records.findByUid(uid),
    findByUserCode: async () => undefined,
    upsert: async (id, payload, expiresIn) => records.upsert(model, id, payload, expiresIn),
    consume: async (id) => records.consume(model, id),
    destroy: async (id) => records.destroy(model, id),
    revokeByGrantId: async (grantId) => records.destroyByGrant(grantId),
  };
}
