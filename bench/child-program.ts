/**
 * A program in a process of its own that answers questions over the channel between parent and child, so that what is
 * measured shares no memory, no garbage and no compiled code with what it is compared with.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a program answers, by name. The argument is plain JSON, and so is the answer. */
export type Commands = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

interface Question {
  readonly number: number;
  readonly name: string;
  readonly argument: unknown;
}

type Reply = { readonly number: number } & ({ readonly result: unknown } | { readonly failure: string });

/** The parent's end. */
export class ChildProgram<C extends Commands> {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastNumber = 0;

  /** Starts the program; it ends with us at the latest. `execArgv` are options for its Node. */
  constructor(program: URL, execArgv: readonly string[] = []) {
    this.#name = program.pathname.split('/').at(-1) ?? '';
    this.#child = fork(program, { execArgv: [...execArgv] });
    this.#child.on('message', (reply: Reply) => this.#settle(reply));
    this.#child.once('exit', (code, signal) => this.#failAll(`${this.#name} ended (${signal ?? code})`));
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Asks and waits for the answer. Throws an Error with the child's own words when it failed. */
  ask<K extends keyof C & string>(name: K, argument: Parameters<C[K]>[0]): Promise<Awaited<ReturnType<C[K]>>> {
    const number = ++this.#lastNumber;
    const question: Question = { number, name, argument };
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: (value) => resolve(value as Awaited<ReturnType<C[K]>>), reject });
      this.#child.send(question, (error) => error && this.#settle({ number, failure: error.message }));
    });
  }

  /** Ends the program and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    if (this.#child.connected) this.#child.disconnect();
    await gone;
  }

  #settle(reply: Reply): void {
    const asked = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if ('failure' in reply) asked?.reject(new Error(`${this.#name}: ${reply.failure}`));
    else asked?.resolve(reply.result);
  }

  #failAll(failure: string): void {
    for (const number of [...this.#waiting.keys()]) this.#settle({ number, failure });
  }
}

/** The child's end: answers until the parent goes away, then does `end` and exits. */
export function answerParent(commands: Commands, end: () => Promise<void> = async () => undefined): void {
  process.on('message', ({ number, name, argument }: Question) => {
    const command = commands[name] as ((argument: unknown) => Promise<unknown>) | undefined;
    const answer = command ? command(argument) : Promise.reject(new Error(`there is no command ${name}`));
    answer.then(
      (result) => process.send?.({ number, result } satisfies Reply),
      (error: Error) => process.send?.({ number, failure: error.stack ?? error.message } satisfies Reply),
    );
  });
  process.once('disconnect', () => {
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  // Ctrl-C reaches the whole group; the parent decides when we end.
  process.on('SIGINT', () => undefined);
}
