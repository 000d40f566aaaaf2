// The OutSmart sandbox as a program of its own: reads its options, says where it listens, and stops with its parent.

import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { endWithParent } from '../kit/end-with-parent.ts';
import type { NewAccount } from './records/account-book.ts';
import { type OutSmartSeed, outSmartSeedSchema } from './seed.ts';
import { startOutSmartSandbox } from './start.ts';

interface ProgramOptions {
  port: number;
  host: string;
  data?: string;
  seed?: OutSmartSeed;
  account: NewAccount[];
  softwareToken: string[];
  latencyMs: number;
  lateVisibilityMs: number;
  parentPid?: number;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function accountFrom(text: string, before: NewAccount[]): NewAccount[] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) throw new InvalidArgumentError('write it as TOKEN=NAME');
  return [...before, { token: text.slice(0, equals), name: text.slice(equals + 1) }];
}

function seedFrom(file: string): OutSmartSeed {
  try {
    return outSmartSeedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new InvalidArgumentError(`${file} is no seed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const program = new Command('outsmart-sandbox')
  .description('A stand-in for the OutSmart Open API, version 8, on this computer.')
  .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber, 4801)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--data <folder>', 'where records are kept; left out: in memory only')
  .option('--seed <file.json>', 'accounts and records to begin with; used only when there are none yet', seedFrom)
  .option('--account <token=name>', 'an account; may be given several times', accountFrom, [])
  .option(
    '--software-token <token>',
    'a known software token; may be given several times',
    (token: string, before: string[]) => [...before, token],
    [],
  )
  .option('--latency-ms <number>', 'added to every API answer', wholeNumber, 0)
  .option('--late-visibility-ms <number>', 'how long created records stay out of lists', wholeNumber, 0)
  .option('--parent-pid <number>', 'stop when this process is gone', wholeNumber)
  .parse();

const options = program.opts<ProgramOptions>();
const sandbox = await startOutSmartSandbox({
  port: options.port,
  host: options.host,
  dataDir: options.data ?? null,
  seed: options.seed,
  accounts: options.account,
  ...(options.softwareToken.length > 0 && { softwareTokens: options.softwareToken }),
  latencyMs: options.latencyMs,
  lateVisibilityMs: options.lateVisibilityMs,
});
endWithParent(sandbox.close, options.parentPid);
process.stdout.write(`OutSmart sandbox listens on ${sandbox.url} (API: ${sandbox.apiUrl})\n`);
