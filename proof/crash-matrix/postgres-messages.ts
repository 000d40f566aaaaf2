/**
 * Cuts a stream of PostgreSQL's protocol (version 3) into whole messages. Knows their frame, not what they say.
 */

export interface Message {
  /** Its letter; empty for the first message of a client, which has none. */
  readonly type: string;
  /** All of it, letter and length included. */
  readonly bytes: Buffer;
}

/** The two directions differ in this: a client begins with a message without a letter. */
export type Direction = 'startup-first' | 'typed';

const LENGTH_BYTES = 4;

export class MessageReader {
  #rest: Buffer = Buffer.alloc(0);
  #hasLetter: boolean;

  constructor(direction: Direction) {
    this.#hasLetter = direction === 'typed';
  }

  /** The messages that are whole now; what is left waits for the next chunk. */
  read(chunk: Buffer): Message[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const letterBytes = this.#hasLetter ? 1 : 0;
      if (this.#rest.length < letterBytes + LENGTH_BYTES) return messages;
      const size = letterBytes + this.#rest.readInt32BE(letterBytes);
      if (this.#rest.length < size) return messages;
      const type = this.#hasLetter ? String.fromCharCode(this.#rest[0] ?? 0) : '';
      messages.push({ type, bytes: this.#rest.subarray(0, size) });
      this.#rest = this.#rest.subarray(size);
      this.#hasLetter = true;
    }
  }
}
