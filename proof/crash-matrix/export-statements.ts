/**
 * Which statements of a process are points of its export: from the moment it asks for the account's lease, all that can
 * change something, a commit included. A kill before a read leaves what the kill after the change before it left.
 */
import type { IsPoint } from './postgres-wire.ts';

const BEGIN_OF_EXPORT = /\baccount_lease\b/;
/** The queue's own book-keeping goes by the clock; that of runs and work orders is what the export does. */
const OF_THE_QUEUE = /\bpgboss\b/;
const CHANGES_NOTHING = /^\s*(select|begin|start transaction|set|show|listen|unlisten)\b/i;

/** For one process; it remembers whether the export began. */
export function exportStatements(): IsPoint {
  let hasBegun = false;
  return (statement) => {
    if (statement === '' || OF_THE_QUEUE.test(statement)) return false;
    hasBegun ||= BEGIN_OF_EXPORT.test(statement);
    return hasBegun && !CHANGES_NOTHING.test(statement);
  };
}
