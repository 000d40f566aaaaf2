// The sandbox as a program: node sandbox/asperion/main.ts --port 4802 --identity-port 4803 [--data DIR] ...
// Reads the command line, starts, says where it listens, and ends with its parent.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { endWithParent } from '../kit/end-with-parent.ts';
import type { SandboxClient } from './books/records.ts';
import type { AsperionSeed } from './seed.ts';
import { type AsperionSandboxOptions, startAsperionSandbox } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4802' },
    'identity-port': { type: 'string', default: '4803' },
    data: { type: 'string' },
    /** JSON file with administrations, users and clients; read only when there is no state yet. */
    seed: { type: 'string' },
    /** ID=SECRET, may be repeated. */
    client: { type: 'string', multiple: true, default: [] },
    'latency-ms': { type: 'string', default: '0' },
    'parent-pid': { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new RangeError(`--${name} is a whole number, not "${text}"`);
  return Number(text);
}

function clientFrom(text: string): SandboxClient {
  const equals = text.indexOf('=');
  if (equals < 1) throw new RangeError(`--client is ID=SECRET, not "${text}"`);
  return { clientId: text.slice(0, equals), clientSecret: text.slice(equals + 1), redirectUris: [] };
}

const options: AsperionSandboxOptions = {
  port: wholeNumber('port', values.port),
  identityPort: wholeNumber('identity-port', values['identity-port']),
  dataDir: values.data ?? null,
  latencyMs: wholeNumber('latency-ms', values['latency-ms']),
  clients: values.client.map(clientFrom),
  ...(values.seed === undefined ? {} : { seed: JSON.parse(readFileSync(values.seed, 'utf8')) as AsperionSeed }),
};
const parentPid = values['parent-pid'] === undefined ? undefined : wholeNumber('parent-pid', values['parent-pid']);

const sandbox = await startAsperionSandbox(options);
endWithParent(() => sandbox.close(), parentPid);
process.stdout.write(`Asperion sandbox listening on ${sandbox.apiUrl}, identity server on ${sandbox.identityUrl}\n`);
