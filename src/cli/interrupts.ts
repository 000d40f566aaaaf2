/**
 * What Ctrl-C, or a request to end, does while a command works. Knows no command.
 */
import { Interrupted } from './errors.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Ends the command in order, unless the command has something better to do. */
export class Interrupts {
  readonly #stopListening: () => void;
  readonly #interrupted: Promise<never>;
  #listener: (() => void) | null = null;
  #isInterrupted = false;

  constructor(terminal: Terminal) {
    let interrupt: (reason: Interrupted) => void = () => undefined;
    this.#interrupted = new Promise<never>((_resolve, reject) => {
      interrupt = reject;
    });
    // It is awaited only while a command works; Ctrl-C while closing must not count as unhandled.
    this.#interrupted.catch(() => undefined);
    this.#stopListening = terminal.onInterrupt(() => {
      if (this.#listener) return this.#listener();
      // Whoever asks twice does not want to wait for an orderly end.
      if (this.#isInterrupted) return terminal.endNow(EXIT.interrupted);
      this.#isInterrupted = true;
      interrupt(new Interrupted('Onderbroken.'));
    });
  }

  take(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = null;
    };
  }

  /** The work's answer, or Interrupted; what the work still does then ends with the closing of what it works on. */
  async unlessInterrupted<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    working.catch(() => undefined);
    return Promise.race([working, this.#interrupted]);
  }

  stop(): void {
    this.#stopListening();
  }
}
