// The Asperion sandbox as a program of its own: reads its options, says where it listens, and stops with its parent.
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { endWithParent } from '../kit/end-with-parent.ts';
import type { SandboxClient } from './books/records.ts';
import type { AsperionSeed } from './seed.ts';
import { startAsperionSandbox } from './start.ts';

interface ProgramOptions {
  port: number;
  identityPort: number;
  data?: string;
  seed?: AsperionSeed;
  client: SandboxClient[];
  latencyMs: number;
  lateVisibilityMs: number;
  parentPid?: number;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function clientFrom(text: string, before: SandboxClient[]): SandboxClient[] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) throw new InvalidArgumentError('write it as ID=SECRET');
  const client = { clientId: text.slice(0, equals), clientSecret: text.slice(equals + 1), redirectUris: [] };
  return [...before, client];
}

function seedFrom(file: string): AsperionSeed {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AsperionSeed;
  } catch (error) {
    throw new InvalidArgumentError(`${file} is no seed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const program = new Command('asperion-sandbox')
  .description('A stand-in for the Asperion REST API and its identity server, on this computer.')
  .option('--port <number>', 'port of the API and its pages; 0 takes a free one', wholeNumber, 4802)
  .option('--identity-port <number>', 'port of the identity server; 0 takes a free one', wholeNumber, 4803)
  .option('--data <folder>', 'where records and connections are kept; left out: in memory only')
  .option('--seed <file.json>', 'administrations and users to begin with; used only when there are none yet', seedFrom)
  .option('--client <id=secret>', 'a program that may ask for access; may be given several times', clientFrom, [])
  .option('--latency-ms <number>', 'added to every API answer', wholeNumber, 0)
  .option('--late-visibility-ms <number>', 'how long created records stay out of lists', wholeNumber, 0)
  .option('--parent-pid <number>', 'stop when this process is gone', wholeNumber)
  .parse();

const options = program.opts<ProgramOptions>();
const sandbox = await startAsperionSandbox({
  port: options.port,
  identityPort: options.identityPort,
  dataDir: options.data ?? null,
  clients: options.client,
  latencyMs: options.latencyMs,
  lateVisibilityMs: options.lateVisibilityMs,
  ...(options.seed !== undefined && { seed: options.seed }),
});
endWithParent(sandbox.close, options.parentPid);
process.stdout.write(`Asperion sandbox listens on ${sandbox.url}, its identity server on ${sandbox.identityUrl}\n`);
