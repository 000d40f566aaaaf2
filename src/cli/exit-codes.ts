/**
 * What the program's exit code tells a script. The same meaning for every command; docs/command-line.md repeats it.
 */
export const EXIT = {
  done: 0,
  /** The run failed, or doctor found something wrong. */
  failed: 1,
  /** Wrong use, wrong configuration, refused settings: a person has to change what was asked. */
  refused: 2,
  /** A person has to connect again. */
  reconnect: 3,
  /** Finished, but of some work orders it is not certain whether the invoice is there. */
  uncertain: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const MEANINGS: Readonly<Record<ExitCode, string>> = {
  [EXIT.done]: 'gelukt',
  [EXIT.failed]: 'niet gelukt',
  [EXIT.refused]: 'verkeerd gebruik, verkeerde configuratie of geweigerde instellingen',
  [EXIT.reconnect]: 'iemand moet opnieuw verbinden',
  [EXIT.uncertain]: 'klaar, maar van een of meer werkbonnen is nog niet zeker of het concept er is',
  [EXIT.interrupted]: 'onderbroken',
};

/** The lines of `--help` about exit codes; `others` are the ones besides 0 and 2, which every command has. */
export function exitCodesHelp(others: readonly ExitCode[], words: Partial<Record<ExitCode, string>> = {}): string {
  const codes = [...new Set<ExitCode>([EXIT.done, EXIT.refused, ...others])].sort((one, other) => one - other);
  const lines = codes.map((code) => `  ${String(code).padEnd(4)} ${words[code] ?? MEANINGS[code]}`);
  return ['Afsluitcodes:', ...lines].join('\n');
}
