/**
 * Commands as a person types them, against the whole connector on a database of its own and both sandboxes over HTTP. For
 * tests only.
 */

import { identityOn } from '../identity/identity.test-kit.ts';
import { lazyIdentity } from '../identity/lazy-identity.ts';
import { openMailer } from '../mail/mailer.ts';
import { startTestWorld, type TestWorld } from '../sync/test-world.test-kit.ts';
import type { OpenInstallation } from '../usecases/installation.ts';
import type { UseCaseParts } from '../usecases/parts.ts';
import { type RecordedOptions, RecordedTerminal } from './recorded-terminal.test-kit.ts';
import { runCli } from './run-cli.ts';

export interface Typed {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export interface TypedCommands {
  readonly world: TestWorld;
  /** Types a command. Words are given apart, so that they may hold blanks. */
  type(words: readonly string[], options?: RecordedOptions & { readonly expected?: number }): Promise<Typed>;
  /** The same with --json; answers the document. Throws when the exit code is another one. */
  ask<T>(words: readonly string[], options?: RecordedOptions & { readonly expected?: number }): Promise<T>;
  /** A command that goes on until `ended`, with its terminal. */
  begin(
    words: readonly string[],
    options?: RecordedOptions,
  ): { readonly terminal: RecordedTerminal; readonly ended: Promise<number> };
  /** The port commands take for the server's; 0 is any free one. */
  port: number;
  close(): Promise<void>;
}

export async function startTypedCommands(): Promise<TypedCommands> {
  const world = await startTestWorld();
  const commands: TypedCommands = {
    world,
    port: 0,
    begin(words, options) {
      const terminal = new RecordedTerminal(options);
      const programs = { serve: never, start: never, migrate: never };
      return { terminal, ended: runCli(words, openOn(world, commands.port), programs, terminal) };
    },
    async type(words, { expected = 0, ...options } = {}) {
      const { terminal, ended } = commands.begin(words, options);
      const typed = { exitCode: await ended, out: terminal.out, err: terminal.err };
      if (typed.exitCode !== expected) throw new Error(`${words.join(' ')} ended with ${typed.exitCode}: ${typed.err}`);
      return typed;
    },
    async ask<T>(words: readonly string[], options = {}) {
      return JSON.parse((await commands.type([...words, '--json'], options)).out) as T;
    },
    close: () => world.close(),
  };
  return commands;
}

/** Opens as main.ts does, on the test's database and sandboxes: every command has a store of its own. */
function openOn(world: TestWorld, port: number): OpenInstallation {
  return async (config) => {
    const parts: UseCaseParts = {
      ...world.secondProcess(),
      callbackUrl: `http://localhost:${port}/oauth/asperion/callback`,
    };
    const identity = lazyIdentity(async () => identityOn(world.connection));
    return {
      config: { ...config, port },
      parts,
      identity,
      mailer: openMailer(null),
      demoAccounts: [],
      openQueue: never,
      ensureForeignSystems: never,
      watchRun: never,
      close: () => identity.close(),
    };
  };
}

function never(): never {
  throw new Error('this must not be called');
}

/** Waits until something is so. Throws after thirty seconds. */
export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    if (performance.now() > deadline) throw new Error('it did not become so within 30 seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
