/** Uncertain work orders that were looked for, of which a look-up could not tell what became: a person has to. */
import type { Overview } from './overview-shapes.ts';

export function questionsForPerson({ uncertainQuestions }: Overview): Overview['uncertainQuestions'] {
  return uncertainQuestions.filter(({ isForPerson }) => isForPerson);
}

/** How much is asked that no work order waits for: these, and work orders that were changed after their invoice. */
export function askedOf(overview: Overview): number {
  return questionsForPerson(overview).length + overview.changedOrders.length;
}
