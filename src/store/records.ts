/**
 * Words the store keeps and others read: jobs, runs, log lines, links. Types only.
 */
export type JobName = 'full' | 'debtors' | 'articles' | 'hourtypes' | 'export';
export type RunTrigger = 'schedule' | 'person';
export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export type LinkKind = 'relation' | 'material' | 'hour-type';
/** `moved`: the article became an hour type, or the other way round. */
export type LinkState = 'present' | 'inactive' | 'gone' | 'moved';

/** What a run did so far. Absent means zero. */
export interface RunCounts {
  readonly [part: string]: number | undefined;
}

export type LogResult =
  | 'new'
  | 'changed'
  | 'inactive'
  | 'gone'
  | 'moved'
  | 'refused'
  | 'notice'
  | 'created'
  | 'invoiced'
  | 'adopted'
  | 'acknowledged'
  | 'waiting'
  | 'uncertain'
  | 'withdrawn'
  | 'stopped'
  | 'failed';

/** One thing that was asked of Asperion about a create, and what came of it. */
export interface Evidence {
  readonly at: string;
  readonly what:
    | 'sent'
    | 'unclear'
    | 'refused'
    | 'unsent'
    | 'looked-up'
    | 'look-up-failed'
    | 'found'
    | 'absent'
    /** An invoice without a mark that may be ours; its id. */
    | 'candidate'
    | 'died'
    | 'decided';
  readonly text: string;
}
