/**
 * The running program as the command line and the server get it: wired by main.ts, closed by whoever opened it. Types only.
 */
import type { Config } from '../config/config.ts';
import type { Identity } from '../identity/identity.ts';
import type { Role } from '../identity/person.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import type { Queue } from '../queue/queue.ts';
import type { Run } from '../store/runs.ts';
import type { UseCaseParts } from './parts.ts';

/** Somebody at the demo company; known to everybody, so of no use anywhere else. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role | 'operator';
}

export interface Installation {
  readonly config: Config;
  readonly parts: UseCaseParts;
  /** Who the people are; loaded when it is first asked something. */
  readonly identity: Identity;
  /** Whom anybody may sign in as to look around; empty outside sandbox mode. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Sends mail, or nowhere without a mail server. */
  readonly mailer: Mailer;
  /** Opens the queue; only the server works on it. */
  openQueue(): Promise<Queue>;
  /** Starts the sandboxes where they stand in for the foreign systems, once; calls to these wait for it by themselves. */
  ensureForeignSystems(): Promise<void>;
  /** Tells every change of a run until it ends; answers its end. */
  watchRun(accountId: AccountId, runId: RunId, onChange: (run: Run) => void): Promise<Run>;
  /** Lets go of everything, the embedded database and sandboxes that this process started included. */
  close(): Promise<void>;
}

/** Starts the database when it is embedded, migrates it, and wires the parts. */
export type OpenInstallation = (config: Config) => Promise<Installation>;
