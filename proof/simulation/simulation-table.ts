/** What a simulation came to, for people: a table, and each failing history as it must be read. */
import Table from 'cli-table3';
import type { Failure, SimulationReport } from './simulate.ts';

/** The table of a report. */
export function simulationTable(report: SimulationReport): string {
  const table = new Table({ style: { head: [], border: [] } });
  const broken = (kind: Failure['kind']) => report.failures.filter((failure) => failure.kind === kind).length;
  const faults = Object.entries(report.faults).sort(([some], [other]) => (some < other ? -1 : 1));
  table.push(
    ['seeds', `${report.firstSeed} - ${report.lastSeed}`],
    ['histories', report.histories],
    ['steps', report.steps],
    ['exports', report.exports],
    ['processes killed', report.crashes],
    ['processes frozen', report.pauses],
    ['processes told to stop', report.stops],
    ['database connections broken', report.databaseTroubles],
    ...faults.map(([kind, count]) => [`network: ${kind}`, count]),
    ['drafts made', report.drafts],
    ['adopted', report.adopted],
    ['uncertain seen', report.uncertain],
    ['DOUBLES', broken('double')],
    ['LOSSES', broken('loss')],
    ['UNSETTLED', broken('unsettled')],
    ['BUGS', broken('bug')],
  );
  return table.toString();
}

/** One failing history. */
export function failureText({ seed, kind, message, trace }: Failure): string {
  return [`seed ${seed}, ${kind}: ${message}`, ...trace.map((line) => `  ${line}`)].join('\n');
}

/** Two reports of one simulation as one. */
export function together(some: SimulationReport, other: SimulationReport): SimulationReport {
  const faults: Record<string, number> = { ...some.faults };
  for (const [kind, count] of Object.entries(other.faults)) faults[kind] = (faults[kind] ?? 0) + count;
  const sum = (name: 'histories' | 'steps' | 'exports' | 'crashes' | 'pauses' | 'stops') => some[name] + other[name];
  return {
    firstSeed: Math.min(some.firstSeed, other.firstSeed),
    lastSeed: Math.max(some.lastSeed, other.lastSeed),
    ...{ histories: sum('histories'), steps: sum('steps'), exports: sum('exports') },
    ...{ crashes: sum('crashes'), pauses: sum('pauses'), stops: sum('stops') },
    databaseTroubles: some.databaseTroubles + other.databaseTroubles,
    faults,
    drafts: some.drafts + other.drafts,
    adopted: some.adopted + other.adopted,
    uncertain: some.uncertain + other.uncertain,
    failures: [...some.failures, ...other.failures],
  };
}
