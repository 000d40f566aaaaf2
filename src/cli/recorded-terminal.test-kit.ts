/**
 * A terminal that writes down what it is shown and answers what it was told to. For tests only.
 */
import { harmless, jsonText, type Terminal } from './terminal.ts';

export interface RecordedOptions {
  readonly columns?: number;
  /** Answers to questions, in order; given at all, somebody can be asked. */
  readonly answers?: readonly string[];
  readonly input?: string;
}

export class RecordedTerminal implements Terminal {
  out = '';
  err = '';
  /** Exit codes with which the process would have ended at once. */
  readonly endings: number[] = [];
  readonly columns: number | null;
  readonly isAnswering: boolean;
  readonly barStream = null;
  readonly #answers: string[];
  readonly #input: string;
  readonly #listeners = new Set<() => void>();

  constructor({ columns, answers, input = '' }: RecordedOptions = {}) {
    this.columns = columns ?? null;
    this.isAnswering = answers !== undefined;
    this.#answers = [...(answers ?? [])];
    this.#input = input;
  }

  print(text: string): void {
    this.out += `${harmless(text)}\n`;
  }

  printJson(document: unknown, layout: 'indented' | 'line'): void {
    this.out += `${jsonText(document, layout)}\n`;
  }

  tell(text: string): void {
    this.err += `${harmless(text)}\n`;
  }

  async ask(question: string): Promise<string> {
    this.err += question;
    return this.#answers.shift() ?? '';
  }

  async askSecretly(question: string): Promise<string> {
    return this.ask(question);
  }

  async readInput(): Promise<string> {
    return this.#input;
  }

  onInterrupt(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As if somebody pressed Ctrl-C. */
  interrupt(): void {
    for (const listener of this.#listeners) listener();
  }

  get isListening(): boolean {
    return this.#listeners.size > 0;
  }

  async flush(): Promise<void> {}

  endNow(exitCode: number): void {
    this.endings.push(exitCode);
  }
}
