/**
 * What a person can answer to a question about the draft of a work order. Loads nothing, so that --help answers at once.
 */
export const DECISIONS = ['is-there', 'make-again', 'keep-invoice'] as const;

export type Decision = (typeof DECISIONS)[number];
