// What the tests of this sandbox share: a small administration, and a caller that speaks to it over HTTP.
import { onTestFinished } from 'vitest';
import { type AsperionSandbox, type AsperionSandboxOptions, startAsperionSandbox } from './start.ts';

export const CLIENT = { clientId: 'koppeling', clientSecret: 'geheim-van-de-koppeling', redirectUris: [] };
export const USER = {
  userName: 'carla',
  password: 'geheim',
  profileName: 'Carla de Boer',
  administrations: [1, 2],
  defaultAdministration: 1,
};

/** Two administrations of one user; the first has a debtor, a blocked debtor and three articles. */
export const SEED = {
  users: [USER],
  clients: [CLIENT],
  administrations: [
    {
      id: 1,
      name: 'Bakkerij Blom',
      debtors: [
        {
          customerNumber: '10025',
          name: 'Garage De Wit',
          address: 'Dorpsstraat 1',
          postCode: '1234 AB',
          city: 'Hoorn',
        },
        { customerNumber: '10026', name: 'Hotel Zeezicht', blocked: true },
      ],
      articles: [
        { id: 12, code: 'ARB-01', description: 'Monteur uur', salesPrice: 65, unit: 'uur', salesTypeId: '1' },
        { id: 13, code: 'KT-15', description: 'Knelkoppeling 15 mm', salesPrice: 12.3456, salesTypeId: '2' },
        { id: 14, code: 'OUD-1', description: 'Oude kraan', salesTypeId: '2', isActive: false },
      ],
    },
    { id: 2, name: 'Loodgieter Vos', inTrade: true, debtors: [{ customerNumber: '500', name: 'Kwekerij Hoogland' }] },
  ],
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests look into answers freely; what is there is what they check.
  readonly body: JsonAnswer;
}

/** JSON that may be walked into without a cast at every step. */
interface JsonAnswer {
  readonly [member: string]: JsonAnswer;
}

interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestSandbox extends AsperionSandbox {
  /** A call with an access token of Carla; objects are sent as JSON. */
  call(method: string, path: string, ask?: Ask): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A sandbox with SEED that is closed when the test ends. */
export async function testSandbox(options: AsperionSandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startAsperionSandbox({ seed: SEED, ...options });
  onTestFinished(() => sandbox.close());
  const token = await sandbox.control.issueToken('carla', CLIENT.clientId);
  const call = async (method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Answer> => {
    const authorization = `Bearer ${token}`;
    const init: RequestInit = { method, headers: { authorization, ...headers } };
    if (body !== undefined) {
      init.headers = { authorization, 'content-type': 'application/json', ...headers };
      init.body = JSON.stringify(body);
    }
    return answerOf(await fetch(`${sandbox.apiUrl}${path}`, init));
  };
  const get = (path: string, headers = {}): Promise<Answer> => call('GET', path, { headers });
  const post = (path: string, body: unknown, headers = {}): Promise<Answer> => call('POST', path, { body, headers });
  return { ...sandbox, call, get, post };
}

/** Reads an answer whole. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /json/.test(headers.get('content-type') ?? '');
  return { status, headers, text, body: (isJson ? JSON.parse(text) : {}) as JsonAnswer };
}
