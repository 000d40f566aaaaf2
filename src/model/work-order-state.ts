/**
 * The states of a work order and of an intent, and which may follow which: the one table that says so. No I/O.
 */
export type WorkOrderState =
  /** Everything is known; it goes with the next export. */
  | 'ready'
  /** Something is missing; the findings say what. */
  | 'waiting'
  /** Its intent is committed and the create is on its way. Has a deadline. */
  | 'sending'
  /** The answer was unclear; it is looked up after the deadline. */
  | 'uncertain'
  /** The invoice id is stored; OutSmart does not know yet. */
  | 'invoiced'
  /** OutSmart knows too. */
  | 'acknowledged'
  /** A person handles it, or it is from before the start date. */
  | 'skipped'
  /** No longer Compleet with the right work status. */
  | 'withdrawn'
  /** The invoice landed in another administration than meant; a person decides. */
  | 'misplaced'
  /** Somebody deleted the invoice in Asperion; a person decides. */
  | 'deleted';

/** Stands for who decided, when a work order was set aside because it is from before the start date. */
export const DECIDED_BY_START_DATE = 'start-date';

export type IntentKind = 'invoice' | 'debtor' | 'article';

export type IntentState =
  | 'sending'
  /** The answer was unclear. */
  | 'uncertain'
  /** Looked up after the longest life of a request and not there: may be sent again. */
  | 'absent'
  /** Certainly never left this machine, or was turned away before any work: may be sent again. */
  | 'unsent'
  /** Asperion said no: nothing was made, may be tried again. */
  | 'refused'
  | 'done'
  | 'misplaced';

const FOLLOWERS: Readonly<Record<WorkOrderState, readonly WorkOrderState[]>> = {
  ready: ['ready', 'waiting', 'sending', 'invoiced', 'skipped', 'withdrawn'],
  waiting: ['ready', 'waiting', 'sending', 'invoiced', 'skipped', 'withdrawn'],
  sending: ['invoiced', 'uncertain', 'waiting', 'ready', 'misplaced'],
  uncertain: ['uncertain', 'invoiced', 'ready', 'misplaced'],
  invoiced: ['acknowledged', 'deleted'],
  acknowledged: ['deleted'],
  // An invoice that turns up after all is the truth, whatever a person decided before it was known.
  skipped: ['ready', 'waiting', 'invoiced', 'withdrawn', 'deleted'],
  withdrawn: ['ready', 'waiting', 'invoiced', 'skipped'],
  misplaced: ['invoiced', 'ready'],
  // `invoiced`: it is there after all.
  deleted: ['ready', 'skipped', 'invoiced'],
};

/** States from which a work order may go to `next`. */
export function statesBefore(next: WorkOrderState): readonly WorkOrderState[] {
  return (Object.keys(FOLLOWERS) as WorkOrderState[]).filter((state) => FOLLOWERS[state].includes(next));
}

/** Intents in these states allow a (further) create. */
export const SENDABLE_INTENT_STATES: readonly IntentState[] = ['absent', 'unsent', 'refused'];

/** Where people look for a work order. One that was withdrawn is nowhere: it is not complete any more. */
export type WorkOrderPlace = 'ready' | 'waiting' | 'uncertain' | 'invoiced' | 'skipped';

const STATES_OF_PLACES: Readonly<Record<WorkOrderPlace, readonly WorkOrderState[]>> = {
  ready: ['ready', 'sending'],
  waiting: ['waiting', 'deleted'],
  uncertain: ['uncertain', 'misplaced'],
  invoiced: ['invoiced', 'acknowledged'],
  skipped: ['skipped'],
};

export const PLACES = Object.keys(STATES_OF_PLACES) as readonly WorkOrderPlace[];

/** The states that are shown as one place. */
export function statesOfPlace(place: WorkOrderPlace): readonly WorkOrderState[] {
  return STATES_OF_PLACES[place];
}

/** Null for a work order that was withdrawn. */
export function placeOf(state: WorkOrderState): WorkOrderPlace | null {
  return PLACES.find((place) => STATES_OF_PLACES[place].includes(state)) ?? null;
}
