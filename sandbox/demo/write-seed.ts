// Writes the demo company as JSON files that both stand-ins can start from, and what should become of its work orders.
// As a program: node sandbox/demo/write-seed.ts --out DIR --today YYYY-MM-DD [--outsmart-token TOKEN]

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoAsperion } from './asperion.ts';
import { demoOutSmart } from './outsmart.ts';
import { demoSettings } from './settings.ts';
import { demoExpectations } from './work-orders.ts';

/** The name under which the demo company stands in OutSmart. */
const companyName = 'Installatiebedrijf Jansen BV';
const defaultToken = 'demo0000demo0000demo0000demo0000';

export type SeedFiles = { asperion: string; outsmart: string; expectations: string };

/**
 * Writes `asperion.json`, `outsmart.json` and `expectations.json` for `today` (YYYY-MM-DD) into `directory`, which is
 * made when it is not there; files of those names are replaced. The OutSmart account gets `outsmartToken`. Returns
 * their paths.
 */
export async function writeSeed(directory: string, today: string, outsmartToken = defaultToken): Promise<SeedFiles> {
  await mkdir(directory, { recursive: true });
  const write = async (name: string, content: unknown): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, 'utf8');
    return path;
  };
  return {
    asperion: await write('asperion.json', demoAsperion(today)),
    outsmart: await write('outsmart.json', { accounts: [accountSeed(today, outsmartToken)] }),
    expectations: await write('expectations.json', {
      today,
      settings: demoSettings,
      workOrders: demoExpectations(today),
    }),
  };
}

/** The demo company in the words of the OutSmart sandbox. */
function accountSeed(today: string, token: string): Record<string, unknown> {
  const { worktypes, ...lists } = demoOutSmart(today);
  return { token, name: companyName, ...lists, workTypes: worktypes };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, today: { type: 'string' }, 'outsmart-token': { type: 'string' } },
  });
  if (values.out === undefined || values.today === undefined) {
    console.error('Usage: node sandbox/demo/write-seed.ts --out DIR --today YYYY-MM-DD');
    process.exitCode = 2;
    return;
  }
  const files = await writeSeed(values.out, values.today, values['outsmart-token']);
  console.log(Object.values(files).join('\n'));
}

if (import.meta.main) await main();
