/**
 * The guards behind "never twice, never lost", each with the edit of the sources that takes it out. A simulation that does not
 * notice has nothing to say of that guard.
 */
import { FIRST_FROZEN_SEED } from '../simulation/plan.ts';

export interface Edit {
  readonly file: string;
  /** As it stands in the file, once. */
  readonly text: string;
  readonly instead: string;
}

export interface Mutant {
  readonly name: string;
  /** What the program does not do any more. */
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The seed of the first history; null: that of the mixed ones. */
  readonly fromSeed: number | null;
  /** Why its absence alone breaks no promise; null: it must be noticed. */
  readonly backedUpBy: string | null;
}

const LOOKS_TOO_EARLY: Edit = {
  file: 'src/sync/settle-open-intents.ts',
  text: 'intent.lookAgainAt === null || intent.lookAgainAt <= now',
  instead: 'true || now',
};
const ANY_LEASE: Edit = {
  file: 'src/store/lease.ts',
  text: `    .where('fence', '=', lease.fence)
    .where('expires_at', '>', sql<Date>\`clock_timestamp()\`)
    .forShare();`,
  instead: '    .forShare();',
};
const ALWAYS_SENDABLE: Edit = {
  file: 'src/model/work-order-state.ts',
  text: "['absent', 'unsent', 'refused']",
  instead: "['absent', 'unsent', 'refused', 'uncertain', 'sending', 'done']",
};
const ANY_STATE_BEFORE: Edit = {
  file: 'src/model/work-order-state.ts',
  text: 'filter((state) => FOLLOWERS[state].includes(next))',
  instead: "filter((state) => next === 'sending' || FOLLOWERS[state].includes(next))",
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'looks-too-early',
    what: 'wait for the longest life of a request before it looks what became of a create',
    edits: [LOOKS_TOO_EARLY],
    fromSeed: null,
    backedUpBy: null,
  },
  {
    name: 'unclear-is-unsent',
    what: 'take an answer that says nothing as unclear',
    edits: [
      {
        file: 'src/asperion/faults.ts',
        text: "return new Fault('asperion.unclear', { ...detail, retry: 'after-lookup' });",
        instead: "return new Fault('asperion.unreachable', { ...detail, retry: 'later' });",
      },
    ],
    fromSeed: null,
    backedUpBy: null,
  },
  {
    name: 'permission-after-commit',
    what: 'let the permission to send begin before the intent is committed',
    edits: [
      {
        file: 'src/sync/create-gate.ts',
        text: 'return intent && { intent, maySend, at };',
        instead: 'return intent && { intent, maySend: sendWithin(this.#signal, this.#watches), at };',
      },
    ],
    fromSeed: FIRST_FROZEN_SEED,
    backedUpBy: null,
  },
  {
    name: 'may-always-send',
    what: 'hold a late or repeated call back that its intent does not cover any more',
    edits: [
      {
        file: 'src/sync/send-within.ts',
        text: 'if (isUsed || !isSoon || signal.aborted) return false;',
        instead: 'if (isUsed && !isSoon && signal.aborted) return false;',
      },
    ],
    fromSeed: FIRST_FROZEN_SEED,
    backedUpBy: null,
  },
  {
    name: 'own-clock',
    what: 'set its clock by the database’s',
    edits: [{ file: 'src/sync/run-job.ts', text: '    await parts.alignClock?.();\n', instead: '' }],
    fromSeed: null,
    backedUpBy: null,
  },
  {
    name: 'leftovers-forgotten',
    what: 'tell OutSmart later of an invoice that it could not tell it of at once',
    edits: [
      {
        file: 'src/sync/export-work-orders.ts',
        text: '  const acknowledgements = new Acknowledgements(context, gate);\n  await acknowledgements.leftovers();\n',
        instead: '  const acknowledgements = new Acknowledgements(context, gate);\n',
      },
    ],
    fromSeed: null,
    backedUpBy: null,
  },
  {
    name: 'mark-without-account',
    what: 'name the OutSmart account in the mark of an invoice, so that it is told from that of a neighbour',
    edits: [
      {
        file: 'src/mapping/mark-of-origin.ts',
        text: 'outsmartKey}-$',
        instead: '"a1b2c3d4e5"}-$',
      },
    ],
    fromSeed: null,
    backedUpBy: null,
  },
  {
    name: 'any-lease',
    what: 'turn away a worker that lost its lease',
    edits: [ANY_LEASE],
    fromSeed: null,
    backedUpBy: 'the states: each step checks the one that it leaves, and a late call has no permission any more',
  },
  {
    name: 'always-sendable',
    what: 'check the state of an intent and of its work order before a create',
    edits: [ALWAYS_SENDABLE, ANY_STATE_BEFORE],
    fromSeed: null,
    backedUpBy: 'the lease: one worker at a time, and it judges no work order that has something open',
  },
  {
    name: 'any-lease-always-sendable',
    what: 'do either of the last two',
    edits: [ANY_LEASE, ALWAYS_SENDABLE, ANY_STATE_BEFORE],
    fromSeed: FIRST_FROZEN_SEED,
    backedUpBy: null,
  },
  {
    name: 'repeats-without-look',
    what: 'look before it repeats a create that was turned away at the door',
    edits: [
      {
        file: 'src/sync/send-invoice.ts',
        text: 'if (unsent === null || (await isFoundAfterAll(sending, ready, unsent))) return;',
        instead: 'if (unsent === null) return;',
      },
    ],
    fromSeed: null,
    backedUpBy: 'the contract: what is turned away with 429 or 401, or never left, was not carried out',
  },
];
