// Which options make no sense together, or not without each other. Each rule gives a problem that names the variables and
// the remedy. A rule keeps silent about an option that was itself wrong: that has its own problem.

import type { ConfigProblem } from './config-problems.ts';
import { isLoopback } from './option-schemas.ts';
import { type OptionKey, type OptionValues, options } from './options.ts';
import type { ReadOptions } from './read-options.ts';

/** Every problem between options; empty when they go together. */
export function combinationProblems({ values, origins }: Pick<ReadOptions, 'values' | 'origins'>): ConfigProblem[] {
  return [
    ...foreignAddressProblems(origins),
    ...credentialProblems(values, origins),
    ...timeProblems(values),
    ...bookingProblems(values, origins),
    ...portProblems(values, origins),
    ...mailProblems(origins),
  ];
}

/** Whether this is more than a try-out with the sandboxes. */
export function isAnythingForeignConfigured(origins: Origins): boolean {
  return [...addresses, ...credentials].some((key) => isGiven(origins, key));
}

type Origins = ReadOptions['origins'];

/** Also true for a value that was given and is wrong. */
function isGiven(origins: Origins, key: OptionKey): boolean {
  return origins[key] !== 'default';
}

const addresses = ['outsmartUrl', 'asperionApiUrl', 'asperionIdentityUrl'] as const;
const credentials = ['outsmartSoftwareToken', 'asperionClientId', 'asperionClientSecret'] as const;

function mailProblems(origins: Origins): ConfigProblem[] {
  if (!isGiven(origins, 'smtpUrl') || isGiven(origins, 'mailFrom') || isGiven(origins, 'supportEmail')) return [];
  return [
    problem('mailFrom', `is missing, while ${options.smtpUrl.name} is set`, {
      remedy: `Set it (for example ${options.mailFrom.example}), or set ${options.supportEmail.name}.`,
    }),
  ];
}

/** All three or none: half real and half pretended would put real work orders into a make-believe ledger. */
function foreignAddressProblems(origins: Origins): ConfigProblem[] {
  const given = [...addresses, ...credentials].filter((key) => isGiven(origins, key));
  if (given.length === 0) return [];
  const names = given.map((key) => options[key].name).join(', ');
  return addresses
    .filter((key) => !isGiven(origins, key))
    .map((key) =>
      problem(key, `is missing, while ${names} ${given.length === 1 ? 'is' : 'are'} set`, {
        remedy: `Set it too (for example ${options[key].example}), or set none of these to work with the sandboxes.`,
      }),
    );
}

/** On this machine the sandbox's own credentials are good enough; anywhere else they must be given. */
function credentialProblems(values: OptionValues, origins: Origins): ConfigProblem[] {
  const needed = [
    ['outsmartUrl', 'outsmartSoftwareToken'],
    ['asperionApiUrl', 'asperionClientId'],
    ['asperionApiUrl', 'asperionClientSecret'],
  ] as const;
  return needed
    .filter(([address, credential]) => {
      const where = values[address];
      return where !== undefined && !isLoopback(where) && !isGiven(origins, credential);
    })
    .map(([address, credential]) =>
      problem(credential, `is missing, while ${options[address].name} names a system that is not on this machine`, {
        remedy: `Set it to ${options[credential].example}.`,
      }),
    );
}

function timeProblems(values: OptionValues): ConfigProblem[] {
  const { uncertainWaitSeconds, asperionTimeoutMs, outsmartTimeoutMs, outsmartListTimeoutMs } = values;
  const problems: ConfigProblem[] = [];
  if (
    uncertainWaitSeconds !== undefined &&
    asperionTimeoutMs !== undefined &&
    uncertainWaitSeconds * 1000 <= asperionTimeoutMs
  ) {
    const wait = `must be longer than ${options.asperionTimeoutMs.name} (${asperionTimeoutMs} ms)`;
    problems.push(
      problem('uncertainWaitSeconds', wait, {
        remedy: 'Make it longer: a request that is still under way could otherwise make a second draft.',
      }),
    );
  }
  if (
    outsmartTimeoutMs !== undefined &&
    outsmartListTimeoutMs !== undefined &&
    outsmartListTimeoutMs < outsmartTimeoutMs
  ) {
    problems.push(
      problem('outsmartListTimeoutMs', `is shorter than ${options.outsmartTimeoutMs.name} (${outsmartTimeoutMs} ms)`, {
        remedy: 'Give lists at least as much time as single answers.',
      }),
    );
  }
  return problems;
}

function bookingProblems(values: OptionValues, origins: Origins): ConfigProblem[] {
  if (values.target !== 'sales-booking') return [];
  return (['bookingJournal', 'bookingLedgerAccount'] as const)
    .filter((key) => !isGiven(origins, key))
    .map((key) =>
      problem(key, `is missing, while ${options.target.name} is sales-booking`, {
        remedy: `Set it, for example to ${options[key].example}: a booking has to say where in the books it goes.`,
      }),
    );
}

function portProblems(values: OptionValues, origins: Origins): ConfigProblem[] {
  if (values.port === undefined || isAnythingForeignConfigured(origins) || values.port + 3 <= 65_535) return [];
  return [
    problem('port', `is ${values.port}, which leaves no room for the sandboxes on the three ports after it`, {
      remedy: 'Take a port of at most 65532.',
    }),
  ];
}

function problem(key: OptionKey, text: string, { remedy }: { remedy: string }): ConfigProblem {
  return { variable: options[key].name, problem: text, remedy };
}
