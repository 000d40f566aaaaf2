// The shape of the configuration as the rest of the program sees it: complete, typed and frozen. Nobody but this folder
// knows that it came from environment variables.

import type { DescribedOption } from './describe-config.ts';
import type { SandboxPorts } from './sandbox-addresses.ts';

export interface OutSmartConfig {
  /** Up to and including the version, without a slash at its end. */
  readonly apiUrl: string;
  readonly softwareToken: string;
  readonly bearer: string | null;
  readonly timeoutMs: number;
  readonly listTimeoutMs: number;
  readonly concurrency: number;
}

export type TargetConfig =
  | { readonly kind: 'draft-invoice' | 'sales-order' }
  | {
      readonly kind: 'sales-booking';
      readonly booking: {
        readonly journalId: string;
        readonly ledgerAccountId: number;
        readonly ledgerAccountIdBySalesTypeId: Readonly<Record<string, number>>;
      };
    };

export interface AsperionConfig {
  readonly apiUrl: string;
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** With spaces between them; empty sends none. */
  readonly scopes: string;
  readonly tenantHeader: string;
  readonly pageSize: number;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly paths: {
    readonly drafts: string;
    readonly salesOrders: string;
    readonly debtorKinds: string;
    readonly salesTypes: string;
    readonly authorize: string;
    readonly token: string;
    readonly revocation: string;
  };
  readonly target: TargetConfig;
}

export interface Config {
  /** Null: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** 0: any free port. */
  readonly port: number;
  /** Without a slash at its end. With port 0 it ends in :0 unless it was given; the listener knows better. */
  readonly publicUrl: string;
  /** IP addresses and ranges whose word about a visitor's address is believed. */
  readonly trustedProxies: readonly string[];
  /** 64 hexadecimal digits, or null: the file secret.key. Ask `secretKey(config)`, which knows both. */
  readonly givenSecretKey: string | null;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  readonly support: { readonly phone: string | null; readonly email: string | null };
  readonly isSignUpOpen: boolean;
  readonly trialDays: number;
  /** Null: nothing is mailed. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Null when foreign systems are configured; else the ports on which the sandboxes have to be started. */
  readonly sandbox: SandboxPorts | null;
  readonly outsmart: OutSmartConfig;
  readonly asperion: AsperionConfig;
  readonly exportEveryMinutes: number;
  readonly uncertainWaitSeconds: number;
  /** How many accounts one process works on at once. */
  readonly workers: { readonly exports: number; readonly exportsMax: number; readonly imports: number };
  readonly followMinutes: number;
  /** Null without a bound. */
  readonly callsPerDay: number | null;
  /** What `describeConfig` tells; secrets are masked in it. */
  readonly described: readonly DescribedOption[];
}
