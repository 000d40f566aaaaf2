// Turns the environment into one frozen Config, or says everything that is wrong with it. The only reader of the
// environment in the program. What options mean for each other is judged here; each by itself in read-options.ts.

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { combinationProblems, isAnythingForeignConfigured } from './combinations.ts';
import type { AsperionConfig, Config, OutSmartConfig, TargetConfig } from './config.ts';
import { ConfigProblems } from './config-problems.ts';
import { describeOptions } from './describe-config.ts';
import type { OptionKey, OptionValues } from './options.ts';
import { type Environment, type Origin, readOptions } from './read-options.ts';
import { type SandboxPorts, sandboxAddresses, sandboxCredentials, sandboxPortsFor } from './sandbox-addresses.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Reads and judges the whole configuration. Throws ConfigProblems with every problem at once. */
export function loadConfig(environment: Environment = process.env): Config {
  const read = readOptions(environment);
  const problems = [...read.problems, ...combinationProblems(read)];
  if (problems.length > 0) throw new ConfigProblems(problems);
  const isSandbox = !isAnythingForeignConfigured(read.origins);
  const completed = complete(read.values, read.origins, isSandbox);
  const { values } = completed;
  return deepFreeze<Config>({
    databaseUrl: values.databaseUrl ?? null,
    dataDir: values.dataDir,
    port: values.port,
    publicUrl: values.publicUrl,
    trustedProxies: values.trustedProxies ?? [],
    givenSecretKey: values.secretKey ?? null,
    logLevel: values.logLevel,
    support: { phone: values.supportPhone ?? null, email: values.supportEmail ?? null },
    isSignUpOpen: values.signUp === 'open',
    trialDays: values.trialDays,
    mail: mailConfig(values),
    sandbox: isSandbox ? sandboxPortsFor(values.port) : null,
    outsmart: outsmartConfig(values),
    asperion: asperionConfig(values),
    exportEveryMinutes: values.exportEveryMinutes,
    uncertainWaitSeconds: values.uncertainWaitSeconds,
    workers: {
      exports: values.workers,
      exportsMax: Math.max(values.workers, values.workersMax),
      imports: values.importWorkers,
    },
    followMinutes: values.followMinutes,
    callsPerDay: values.callsPerDay === 0 ? null : values.callsPerDay,
    described: describeOptions(values, completed.origins),
  });
}

type Derived =
  | 'dataDir'
  | 'publicUrl'
  | 'outsmartUrl'
  | 'outsmartSoftwareToken'
  | 'asperionApiUrl'
  | 'asperionIdentityUrl'
  | 'asperionClientId'
  | 'asperionClientSecret';

type CompletedValues = OptionValues & { readonly [Key in Derived]: string };

/** Fills in what follows from other options; combinationProblems has made sure that all of it does. */
function complete(
  values: OptionValues,
  origins: Readonly<Record<OptionKey, Origin>>,
  isSandbox: boolean,
): { values: CompletedValues; origins: Record<OptionKey, Origin> } {
  const derived: Record<string, string> = {
    dataDir: values.dataDir === undefined ? join(projectFolder, 'data') : resolve(values.dataDir),
    publicUrl: values.publicUrl ?? `http://localhost:${values.port}`,
  };
  const fromSandbox: Record<string, string> = {
    ...(isSandbox && sandboxAddresses(sandboxPortsFor(values.port))),
    outsmartSoftwareToken: sandboxCredentials.softwareToken,
    asperionClientId: sandboxCredentials.clientId,
    asperionClientSecret: sandboxCredentials.clientSecret,
  };
  const changed: Record<string, Origin> = {};
  for (const [key, value] of Object.entries(fromSandbox)) {
    if (values[key as OptionKey] !== undefined) continue;
    derived[key] = value;
    changed[key] = 'sandbox';
  }
  return { values: { ...values, ...derived } as CompletedValues, origins: { ...origins, ...changed } };
}

function mailConfig({ smtpUrl, mailFrom, supportEmail }: CompletedValues): Config['mail'] {
  const from = mailFrom ?? supportEmail;
  return smtpUrl === undefined || from === undefined ? null : { smtpUrl, from };
}

function outsmartConfig(values: CompletedValues): OutSmartConfig {
  return {
    apiUrl: values.outsmartUrl,
    softwareToken: values.outsmartSoftwareToken,
    bearer: values.outsmartBearer ?? null,
    timeoutMs: values.outsmartTimeoutMs,
    listTimeoutMs: values.outsmartListTimeoutMs,
    concurrency: values.outsmartConcurrency,
  };
}

function asperionConfig(values: CompletedValues): AsperionConfig {
  return {
    apiUrl: values.asperionApiUrl,
    identityUrl: values.asperionIdentityUrl,
    clientId: values.asperionClientId,
    clientSecret: values.asperionClientSecret,
    scopes: values.asperionScopes,
    tenantHeader: values.asperionTenantHeader,
    pageSize: values.asperionPageSize,
    timeoutMs: values.asperionTimeoutMs,
    concurrency: values.asperionConcurrency,
    paths: {
      drafts: values.asperionDraftsPath,
      salesOrders: values.asperionSalesOrdersPath,
      debtorKinds: values.asperionDebtorKindsPath,
      salesTypes: values.asperionSalesTypesPath,
      authorize: values.asperionAuthorizePath,
      token: values.asperionTokenPath,
      revocation: values.asperionRevocationPath,
    },
    target: targetConfig(values),
  };
}

function targetConfig(values: CompletedValues): TargetConfig {
  if (values.target !== 'sales-booking') return { kind: values.target };
  return {
    kind: 'sales-booking',
    booking: {
      journalId: values.bookingJournal ?? '',
      ledgerAccountId: values.bookingLedgerAccount ?? 0,
      ledgerAccountIdBySalesTypeId: values.bookingLedgerAccounts ?? {},
    },
  };
}

/** The same configuration for sandboxes that were given other ports than planned, as with port 0. */
export function withSandboxPorts(config: Config, ports: SandboxPorts): Config {
  const { outsmartUrl, asperionApiUrl, asperionIdentityUrl } = sandboxAddresses(ports);
  return deepFreeze<Config>({
    ...config,
    sandbox: ports,
    outsmart: { ...config.outsmart, apiUrl: outsmartUrl },
    asperion: { ...config.asperion, apiUrl: asperionApiUrl, identityUrl: asperionIdentityUrl },
  });
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
