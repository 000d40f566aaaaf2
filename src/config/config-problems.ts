// Everything that is wrong with the configuration, said at once: a person should not have to start five times to find
// five mistakes. Knows nothing of the options themselves.

export interface ConfigProblem {
  /** The variable as it is, or should be, named in the environment. */
  readonly variable: string;
  /** What is wrong, without the value of a secret. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The configuration cannot be used. The program says `message` and exits with 2. */
export class ConfigProblems extends Error {
  override readonly name = 'ConfigProblems';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, problem, remedy }) => `  ${variable}: ${problem}\n    ${remedy}`);
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super(`The configuration has ${count}:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
