/**
 * `npm run mutants`: takes the guards of the program out, one at a time, and lets the simulation attack what is left. Ends
 * with 1 when the absence of one that nothing else stands in for was not noticed, or the other way round.
 */
import { execFile } from 'node:child_process';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { endInOrder } from '../end-in-order.ts';
import { MUTANTS, type Mutant } from './mutants.ts';
import { mutatedCopy } from './mutated-copy.ts';

const USAGE = `npm run mutants -- [--histories 1000] [--only NAME]

${MUTANTS.map(({ name, what }) => `  ${name.padEnd(26)} does not ${what}`).join('\n')}`;

interface Finding {
  readonly mutant: Mutant;
  readonly histories: number;
  /** What was broken first; null: nothing was noticed. */
  readonly broken: string | null;
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Tells histories until one is broken. What is left when it is ended early goes with `opened`. */
async function attack(mutant: Mutant, histories: number, opened: AsyncDisposableStack): Promise<Finding> {
  const { folder, remove } = await mutatedCopy(mutant.edits);
  opened.defer(remove);
  const said = await simulated(folder, histories, mutant.fromSeed, opened);
  await remove();
  const told = /^(\d+) histories in/m.exec(said)?.[1];
  if (told === undefined) throw new Error(`the simulation of ${mutant.name} failed: ${said}`);
  return { mutant, histories: Number(told), broken: /^seed \d+, (.+)$/m.exec(said)?.[1] ?? null };
}

function simulated(
  folder: string,
  histories: number,
  fromSeed: number | null,
  opened: AsyncDisposableStack,
): Promise<string> {
  const args = ['proof/simulation/main.ts', '--until-broken', '--histories', String(histories)];
  if (fromSeed !== null) args.push('--from-seed', String(fromSeed));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_error, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`),
    );
    opened.defer(() => void child.kill());
  });
}

const isAsExpected = ({ mutant, broken }: Finding) => (broken === null) === (mutant.backedUpBy !== null);

function findingsTable(findings: readonly Finding[]): string {
  const table = new Table({
    head: ['what the program did not do', 'noticed', 'what then stands in its place'],
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    colWidths: [52, 48, 48],
  });
  for (const { mutant, histories, broken } of findings) {
    const noticed = broken === null ? `not in ${histories} histories` : `within ${histories} histories: ${broken}`;
    table.push([mutant.what, noticed, mutant.backedUpBy ?? 'nothing']);
  }
  return table.toString();
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { histories: { type: 'string', default: '1000' }, only: { type: 'string' } },
  });
  const chosen = MUTANTS.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0 || !/^[1-9]\d{0,6}$/.test(values.histories)) {
    tell(USAGE);
    return 2;
  }
  await using opened = new AsyncDisposableStack();
  const unlessEnded = endInOrder(opened);
  const findings: Finding[] = [];
  for (const mutant of chosen) {
    const finding = await unlessEnded(attack(mutant, Number(values.histories), opened));
    findings.push(finding);
    tell(`${mutant.name}: ${finding.broken ?? 'not noticed'} (${finding.histories} histories)`);
  }
  process.stdout.write(`${findingsTable(findings)}\n`);
  return findings.every(isAsExpected) ? 0 : 1;
}

process.exitCode = await main();
