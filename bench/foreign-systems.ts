/**
 * Both sandboxes as processes of their own, as the real systems are, and the operator's hand on them: filling, slowing
 * down, counting what was asked. What the records are is masters.ts's business.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ADMINISTRATION = 101;
export const SOFTWARE_TOKEN = 'bench0000software0000token00000000000000';
export const CLIENT = { id: 'bench-client', secret: 'bench-secret' } as const;
const USER = 'kantoor';

/** Where a client finds them. */
export interface Addresses {
  readonly outsmartUrl: string;
  readonly asperionApiUrl: string;
  readonly identityUrl: string;
}

export interface AccessTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Requests since the last `forgetCalls`. */
export interface CallCounts {
  readonly all: number;
  /** Posts to OutSmart and Asperion. */
  readonly writes: number;
}

export interface ForeignSystems {
  readonly addresses: Addresses;
  /** Adds the time to every answer of both APIs. */
  setLatency(latencyMs: number): Promise<void>;
  /** Adds to the administration; makes it when it is new. */
  seedAsperion(seed: object): Promise<void>;
  /** A fresh OutSmart account with these work orders; answers its token. */
  newOutSmartAccount(workOrders: readonly object[]): Promise<string>;
  /** The same in an OutSmart of its own, which keeps nobody else waiting while it writes a large answer. */
  newOutSmartElsewhere(workOrders: readonly object[]): Promise<{ readonly token: string; readonly url: string }>;
  newAccessTokens(): Promise<AccessTokens>;
  /** Lets OutSmart misbehave by a rule of the sandbox; `behave` ends all of them. */
  misbehave(rule: object): Promise<void>;
  behave(): Promise<void>;
  /** Removes what an export made, so that every run finds the same. */
  removeDrafts(): Promise<void>;
  forgetCalls(): Promise<void>;
  calls(): Promise<CallCounts>;
  stop(): Promise<void>;
}

/** Starts both, empty but for one administration. Throws when one does not start. */
export async function startForeignSystems(): Promise<ForeignSystems> {
  const client = `${CLIENT.id}=${CLIENT.secret}`;
  const [outsmart, asperion] = await Promise.all([
    startSandbox('outsmart', ['--software-token', SOFTWARE_TOKEN]),
    startSandbox('asperion', ['--identity-port', '0', '--client', client]),
  ]);
  const [outsmartRoot = '', outsmartUrl = ''] = outsmart.addresses;
  const [asperionApiUrl = '', identityUrl = ''] = asperion.addresses;
  const both = [outsmartRoot, asperionApiUrl];
  const books = `/administrations/${ADMINISTRATION}`;
  const elsewhere: ChildProcess[] = [];
  let accounts = 0;
  const newAccount = async (root: string, workOrders: readonly object[]): Promise<string> => {
    accounts += 1;
    const token = `bench${String(accounts).padStart(27, '0')}`;
    await operate(root, 'POST', '/accounts', { token, name: `Bedrijf ${accounts}` });
    await operate(root, 'POST', `/accounts/${token}/seed`, { workOrders });
    return token;
  };
  await operate(asperionApiUrl, 'POST', '/users', {
    ...{ userName: USER, password: 'kantoor', profileName: 'Kantoor' },
    ...{ administrations: [ADMINISTRATION], defaultAdministration: ADMINISTRATION },
  });
  return {
    addresses: { outsmartUrl, asperionApiUrl, identityUrl },
    setLatency: async (latencyMs) => {
      await Promise.all(both.map((url) => operate(url, 'POST', '/settings', { latencyMs })));
    },
    seedAsperion: async (seed) => void (await operate(asperionApiUrl, 'POST', `${books}/seed`, seed)),
    newOutSmartAccount: (workOrders) => newAccount(outsmartRoot, workOrders),
    async newOutSmartElsewhere(workOrders) {
      const { child, addresses } = await startSandbox('outsmart', ['--software-token', SOFTWARE_TOKEN]);
      elsewhere.push(child);
      const [root = '', url = ''] = addresses;
      return { url, token: await newAccount(root, workOrders) };
    },
    newAccessTokens: () => operate(asperionApiUrl, 'POST', '/tokens', { userName: USER }) as Promise<AccessTokens>,
    misbehave: async (rule) => void (await operate(outsmartRoot, 'POST', '/faults', rule)),
    behave: async () => void (await operate(outsmartRoot, 'DELETE', '/faults')),
    removeDrafts: () => removeDrafts(asperionApiUrl, `${books}/drafts`),
    forgetCalls: async () => void (await Promise.all(both.map((url) => operate(url, 'DELETE', '/journal')))),
    calls: async () => sumOf(await Promise.all(both.map(countersOf))),
    stop: async () => void (await Promise.all([outsmart.child, asperion.child, ...elsewhere].map(stop))),
  };
}

async function startSandbox(name: string, args: readonly string[]) {
  const program = fileURLToPath(new URL(`../sandbox/${name}/main.ts`, import.meta.url));
  const all = [program, '--port', '0', ...args, '--parent-pid', `${process.pid}`];
  // A group of its own: Ctrl-C must not end it before the connector.
  const child = spawn(process.execPath, all, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, addresses: line.match(/http:[^\s,)]+/g) ?? [] };
  }
  throw new Error(`the ${name} sandbox did not start`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function operate(root: string, method: string, path: string, body?: object): Promise<unknown> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${root}/_sandbox${path}`, { method, ...sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** So many at a time; enough to keep the sandbox busy. */
const REMOVED_AT_ONCE = 8;

async function removeDrafts(root: string, path: string): Promise<void> {
  const drafts = (await operate(root, 'GET', path)) as { id: number }[];
  const removeRest = async () => {
    for (let draft = drafts.pop(); draft; draft = drafts.pop()) await operate(root, 'DELETE', `${path}/${draft.id}`);
  };
  await Promise.all(Array.from({ length: REMOVED_AT_ONCE }, removeRest));
}

async function countersOf(root: string): Promise<Record<string, number>> {
  // No single entry is asked for: there would be thousands.
  const journal = await operate(root, 'GET', `/journal?afterSeq=${Number.MAX_SAFE_INTEGER}`);
  return (journal as { counters: Record<string, number> }).counters;
}

function sumOf(journals: readonly Record<string, number>[]): CallCounts {
  const counters = journals.flatMap((counts) => Object.entries(counts));
  const total = (entries: typeof counters) => entries.reduce((sum, [, count]) => sum + count, 0);
  return { all: total(counters), writes: total(counters.filter(([name]) => name.startsWith('POST '))) };
}
