// The one error of this folder. Its message is written for the person at the terminal: what is wrong and what to do.

/** The embedded database cannot be used. `message` says what to do about it; `cause` is for the log. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}
