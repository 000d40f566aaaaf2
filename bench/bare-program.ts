/**
 * The bare client in a process of its own, timed from the first call to the last answer.
 */
import { type BareAccess, bareExport, bareImport, type PreparedBodies } from './bare-client.ts';
import { answerParent } from './child-program.ts';

const NOTHING: PreparedBodies = { relations: [], materials: [], hourTypes: [], drafts: [] };
let prepared = NOTHING;

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const commands = {
  prepare: async (bodies: PreparedBodies) => {
    prepared = bodies;
  },
  /** Milliseconds, as of all of these. */
  firstImport: (access: BareAccess) => timed(() => bareImport(access, prepared)),
  unchangedImport: (access: BareAccess) => timed(() => bareImport(access, NOTHING)),
  export: (access: BareAccess) => timed(() => bareExport(access, prepared)),
};

export type BareCommands = typeof commands;

answerParent(commands);
