// From environment variables to option values, each judged by itself. What options mean for each other is judged in
// load-config.ts.

import { readFileSync } from 'node:fs';
import type { ConfigProblem } from './config-problems.ts';
import { nearestName } from './nearest-name.ts';
import type { Option } from './option.ts';
import { type OptionKey, type OptionValues, optionList } from './options.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a value came from; 'sandbox' when the sandboxes stand in for a system that is not configured. */
export type Origin = 'default' | 'environment' | 'file' | 'sandbox';

export interface ReadOptions {
  /** To be relied upon only when there are no problems: what is wrong is missing here. */
  readonly values: OptionValues;
  readonly origins: Readonly<Record<OptionKey, Origin>>;
  readonly problems: readonly ConfigProblem[];
}

type Given = { readonly text: string; readonly origin: Origin } | undefined;

/** Reads every option. One that is wrong gets a problem, and the rest is read all the same. */
export function readOptions(environment: Environment): ReadOptions {
  const problems: ConfigProblem[] = unknownVariables(environment);
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [key, option] of optionList) {
    const given = givenText(environment, option, problems);
    origins[key] = given?.origin ?? 'default';
    const text = given?.text ?? option.defaultText;
    if (text === undefined) continue;
    const judged = option.schema.safeParse(text);
    if (judged.success) values[key] = judged.data;
    else {
      const variable = given?.origin === 'file' ? `${option.name}_FILE` : option.name;
      const problem = judged.error.issues.map((issue) => issue.message).join('; ');
      problems.push({ variable, problem, remedy: `Set it like this: ${option.example}` });
    }
  }
  return { values: values as OptionValues, origins: origins as Record<OptionKey, Origin>, problems };
}

function givenText(environment: Environment, option: Option<unknown>, problems: ConfigProblem[]): Given {
  const direct = environment[option.name]?.trim();
  const hasDirect = direct !== undefined && (direct !== '' || option.mayBeEmpty === true);
  const file = option.isSecret ? environment[`${option.name}_FILE`]?.trim() : undefined;
  if (!file) return hasDirect ? { text: direct, origin: 'environment' } : undefined;
  if (hasDirect) {
    problems.push({
      variable: option.name,
      problem: `is given twice, as ${option.name} and as ${option.name}_FILE`,
      remedy: 'Keep one of the two.',
    });
  }
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return { text, origin: 'file' };
    problems.push(badFile(option, `names ${file}, which is empty`));
  } catch (error) {
    problems.push(badFile(option, `names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code})`));
  }
  return undefined;
}

function badFile(option: Option<unknown>, problem: string): ConfigProblem {
  return {
    variable: `${option.name}_FILE`,
    problem,
    remedy: 'Let it name a file that holds the value alone and that this program may read.',
  };
}

/** A variable that begins like ours and is none of ours is most often a slip of the pen, and would silently do nothing. */
function unknownVariables(environment: Environment): ConfigProblem[] {
  const known = optionList.flatMap(([, { name, isSecret }]) => (isSecret ? [name, `${name}_FILE`] : [name]));
  return Object.keys(environment)
    .filter((name) => name.startsWith('KOPPELING_') && !known.includes(name))
    .map((variable) => {
      const nearest = nearestName(variable, known);
      const remedy = nearest
        ? `Did you mean ${nearest}?`
        : 'Remove it; docs/configuration.md lists the names that exist.';
      return { variable, problem: 'is not an option of this program', remedy };
    });
}
