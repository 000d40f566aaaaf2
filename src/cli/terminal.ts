/**
 * The person or script on the other side: what it is shown and what it says. Everything else in this folder speaks to it
 * through this door, so that tests can listen in. Knows nothing of what is said.
 */

import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { oncePerPress } from '../kernel/once-per-press.ts';

export interface Terminal {
  /** Shows text on standard output, for people: what could steer a terminal is made harmless. */
  print(text: string): void;
  /** Writes a document for programs on standard output. */
  printJson(document: unknown, layout: 'indented' | 'line'): void;
  /** Shows text on standard error: progress, questions, problems. */
  tell(text: string): void;
  /** Characters on a line of standard output; null when it is no terminal. */
  readonly columns: number | null;
  /** Somebody can be asked something. */
  readonly isAnswering: boolean;
  /** Where a bar that rewrites itself can be shown; null when nobody would see it move. */
  readonly barStream: NodeJS.WriteStream | null;
  /** Asks on standard error; answers the line typed. */
  ask(question: string): Promise<string>;
  /** The same for a password: what is typed is not shown. */
  askSecretly(question: string): Promise<string>;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Calls the listener at every Ctrl-C or request to end, instead of ending. Answers how to stop listening. */
  onInterrupt(listener: () => void): () => void;
  /** Resolves when what was written is on its way. */
  flush(): Promise<void>;
  /** Ends the process though something is still under way, such as a call that nobody waits for any more. */
  endNow(exitCode: number): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The terminal of this process. A reader that went away, as in `| head`, is no error. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreBrokenPipe);
  return {
    print: (text) => void stdout.write(`${harmless(text)}\n`),
    printJson: (document, layout) => void stdout.write(`${jsonText(document, layout)}\n`),
    tell: (text) => void stderr.write(`${harmless(text)}\n`),
    columns: stdout.isTTY ? stdout.columns : null,
    isAnswering: stdin.isTTY === true && stderr.isTTY === true,
    barStream: stderr.isTTY ? stderr : null,
    ask: (question) => askOn(stdin, stderr, question),
    async askSecretly(question) {
      stderr.write(harmless(question));
      const nobodySees = new Writable({ write: (_chunk, _encoding, written) => written() });
      const answer = await askOn(stdin, nobodySees, '');
      stderr.write('\n');
      return answer;
    },
    readInput: () => readAll(stdin),
    onInterrupt(listener) {
      const onSignal = oncePerPress(listener);
      for (const signal of SIGNALS) process.on(signal, onSignal);
      return () => {
        for (const signal of SIGNALS) process.off(signal, onSignal);
      };
    },
    async flush() {
      for (const stream of [stdout, stderr]) await new Promise<void>((resolve) => stream.write('', () => resolve()));
    },
    endNow: (exitCode) => process.exit(exitCode),
  };
}

async function askOn(input: NodeJS.ReadStream, output: NodeJS.WritableStream, question: string): Promise<string> {
  const asking = createInterface({ input, output, terminal: input.isTTY === true });
  // Raw mode keeps Ctrl-C from becoming a signal; pass it on. Ctrl-D, or the end of the input, is an empty answer.
  asking.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const closed = once(asking, 'close').then(() => '');
  try {
    return await Promise.race([asking.question(harmless(question)), closed]);
  } finally {
    asking.close();
  }
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Control characters but line break and tab, and those that turn the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to take away.
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Names and messages come from outside: an escape sequence in them must not move a cursor or rename a window. */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(STEERING, '\ufffd');
}

/** JSON of one document; what JSON.stringify leaves of steering characters is escaped, which changes nothing for a reader. */
export function jsonText(document: unknown, layout: 'indented' | 'line'): string {
  const text = JSON.stringify(document, null, layout === 'indented' ? 2 : undefined);
  return text.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
