/**
 * Which statements of a process are points of its export: from the moment it asks for the account's lease, each that leaves
 * something behind, a commit or a change outside a transaction. A kill before a read, or within a transaction, leaves what
 * the kill after the last commit left.
 */
import type { IsPoint } from './postgres-wire.ts';

const BEGIN_OF_EXPORT = /\baccount_lease\b/;
/** The queue's own book-keeping goes by the clock; that of runs and work orders is what the export does. */
const OF_THE_QUEUE = /\bpgboss\b/;
const CHANGES_NOTHING = /^\s*(select|begin|start transaction|rollback|set|show|listen|unlisten)\b/i;
const COMMIT = /^\s*commit\b/i;

/** For one process; it remembers whether the export began. */
export function exportStatements(): IsPoint {
  let hasBegun = false;
  return (statement, isWithin) => {
    if (statement === '' || OF_THE_QUEUE.test(statement)) return false;
    hasBegun ||= BEGIN_OF_EXPORT.test(statement);
    return hasBegun && (isWithin ? COMMIT.test(statement) : !CHANGES_NOTHING.test(statement));
  };
}
