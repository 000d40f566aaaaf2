/**
 * Runs one command from configuration to exit code: opens what it needs, closes it again whatever happens, and lets
 * Ctrl-C end it in order. Knows no command.
 */
import type { Config } from '../config/config.ts';
import type { Installation, OpenInstallation } from '../usecases/installation.ts';
import { reportError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Interrupts } from './interrupts.ts';
import { personAtTerminal, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Programs that go on by themselves until they are stopped; they answer their exit code. main.ts knows them. */
export interface Programs {
  serve(config: Config, options: { readonly isWorking: boolean }): Promise<number>;
  /** What `npm start` runs: serves, with sandboxes and a demo company when no foreign system is configured. */
  start(config: Config): Promise<number>;
  /** Brings the database to this version of the program; answers the names of the migrations applied. */
  migrate(config: Config): Promise<readonly string[]>;
}

export interface CliParts {
  readonly terminal: Terminal;
  readonly open: OpenInstallation;
  readonly programs: Programs;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
}

export class CommandRunner {
  readonly #parts: CliParts;
  exitCode: number = EXIT.done;

  constructor(parts: CliParts) {
    this.#parts = parts;
  }

  get programs(): Programs {
    return this.#parts.programs;
  }

  /** For commands that need no database, and for programs that mind Ctrl-C themselves. */
  async withConfig(
    options: CommonOptions,
    work: (config: Config, terminal: Terminal) => Promise<number>,
  ): Promise<void> {
    await this.#reporting(options, async (setDebug) => work(await configFor(setDebug), this.#parts.terminal));
  }

  /** For the command that examines what the others take for granted: configuration and opening are its own. */
  async withNothing(
    options: CommonOptions,
    work: (terminal: Terminal, open: OpenInstallation) => Promise<number>,
  ): Promise<void> {
    await this.#reporting(options, () => this.#guarded((open) => work(this.#parts.terminal, open)));
  }

  /** For commands that need the database. */
  async withInstallation(options: CommonOptions, work: (session: Session) => Promise<ExitCode>): Promise<void> {
    await this.#reporting(options, async (setDebug) => {
      const config = await configFor(setDebug);
      return this.#guarded(async (open, interrupts) => {
        const installation = await open(quietUnlessAsked(config));
        return work({
          terminal: this.#parts.terminal,
          installation,
          parts: installation.parts,
          person: personAtTerminal(),
          isJson: options.json === true,
          takeInterrupts: (listener) => interrupts.take(listener),
        });
      });
    });
  }

  /** Lets Ctrl-C end the work, and lets go of whatever it opened. */
  async #guarded(work: (open: OpenInstallation, interrupts: Interrupts) => Promise<number>): Promise<number> {
    const { terminal, open } = this.#parts;
    const interrupts = new Interrupts(terminal);
    // Also one that is still being opened has to be let go of.
    const opening: Promise<Installation>[] = [];
    const openAndRemember: OpenInstallation = (config) => {
      const installation = open(config);
      opening.push(installation);
      return installation;
    };
    try {
      return await interrupts.unlessInterrupted(() => work(openAndRemember, interrupts));
    } finally {
      for (const opened of await Promise.allSettled(opening))
        if (opened.status === 'fulfilled') await opened.value.close();
      interrupts.stop();
    }
  }

  async #reporting(
    options: CommonOptions,
    work: (setDebug: (isDebug: boolean) => void) => Promise<number>,
  ): Promise<void> {
    const { terminal } = this.#parts;
    let isDebug = false;
    try {
      this.exitCode = await work((isSet) => {
        isDebug = isSet;
      });
    } catch (error) {
      this.exitCode = await reportError(error, { terminal, isJson: options.json === true, isDebug });
    }
  }
}

/**
 * A command that ends by itself tells its own outcome; the operator's log beside it would say the same once more, in JSON.
 * Whoever sets a log level gets it.
 */
function quietUnlessAsked(config: Config): Config {
  const isAsked = config.described.some(({ name, origin }) => name === 'KOPPELING_LOG_LEVEL' && origin !== 'default');
  return isAsked ? config : { ...config, logLevel: 'silent' };
}

async function configFor(setDebug: (isDebug: boolean) => void): Promise<Config> {
  const { loadConfig } = await import('../config/load-config.ts');
  const config = loadConfig();
  setDebug(config.logLevel === 'debug');
  return config;
}
