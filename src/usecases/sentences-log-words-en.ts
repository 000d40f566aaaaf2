/**
 * The English words of the log besides its codes: results, records, runs, phases and figures.
 */
import type { CountTexts, CountWords } from './sentences-counts.ts';
import type { LogWords } from './sentences-log-words-nl.ts';

const both = (words: string): CountWords => ({ one: words, many: words });

const counts: CountTexts = {
  imports: { relations: 'Relations', materials: 'Materials', hourtypes: 'Hour types' },
  importCounts: {
    new: both('new'),
    changed: both('changed'),
    unchanged: both('unchanged'),
    inactive: both('inactive in Asperion'),
    gone: both('no longer in Asperion'),
    moved: both('changed in kind'),
    refused: both('not accepted'),
    notices: { one: 'remark', many: 'remarks' },
    read: both('read'),
  },
  workOrders: 'Work orders',
  exportCounts: {
    offered: both('offered'),
    ready: both('ready'),
    invoiced: both('invoiced'),
    adopted: both('found in Asperion'),
    waiting: { one: 'waits for you', many: 'wait for you' },
    uncertain: both('uncertain'),
    absent: both('certainly not in Asperion'),
    acknowledged: both('handled in OutSmart'),
    unacknowledged: both('not yet handled in OutSmart'),
    withdrawn: both('withdrawn'),
    reoffered: both('offered again after the invoice'),
  },
  created: 'Created in Asperion',
  createdCounts: {
    debtorsCreated: { one: 'debtor', many: 'debtors' },
    articlesCreated: { one: 'article', many: 'articles' },
  },
};

export const englishLogWords: LogWords = {
  putInOutSmart: 'New in OutSmart.',
  changedInOutSmart: 'Changed in OutSmart.',
  moreReasons: (count) => `and ${count} more ${count === 1 ? 'reason' : 'reasons'}`,
  results: {
    new: 'New',
    changed: 'Changed',
    inactive: 'Inactive',
    gone: 'No longer in Asperion',
    moved: 'Other kind',
    refused: 'Not accepted',
    notice: 'Take note',
    created: 'Created',
    invoiced: 'Invoiced',
    adopted: 'Found again',
    acknowledged: 'Handled',
    waiting: 'Waits for you',
    uncertain: 'Uncertain',
    withdrawn: 'Withdrawn',
    stopped: 'Stopped',
    failed: 'Failed',
  },
  subjects: {
    relation: 'Relation',
    material: 'Material',
    'hour-type': 'Hour type',
    'work-order': 'Work order',
    debtor: 'Debtor',
    article: 'Article',
    account: 'Connector',
  },
  jobs: {
    full: 'Full synchronisation',
    debtors: 'Import of debtors',
    articles: 'Import of articles',
    hourtypes: 'Import of hour types',
    export: 'Export of work orders',
  },
  phases: {
    queued: 'This is ready to begin.',
    starting: 'The connector begins.',
    debtors: 'Debtors go from Asperion to OutSmart.',
    articles: 'Articles go from Asperion to OutSmart.',
    hourtypes: 'Hour types go from Asperion to OutSmart.',
    reading: 'We fetch the complete work orders from OutSmart.',
    settling: 'We look up what became of uncertain drafts.',
    'looking-up': 'We look up debtors and articles in Asperion.',
    sending: 'Draft invoices go to Asperion.',
  },
  busy: 'The connector is busy.',
  counts,
  runQueued: (job) => `${job} is ready and begins soon.`,
  runGoesOn: (job) => `${job} is going on.`,
  runCancelled: (job) => `${job} is stopped. What was already done stays.`,
  runFailed: (job) => `${job} did not succeed.`,
  runSucceeded: (job) => `${job} succeeded.`,
  nothingToDo: {
    full: 'There was nothing to do.',
    debtors: 'Asperion has no debtors.',
    articles: 'Asperion has no articles.',
    hourtypes: 'Asperion has no articles with the sales type of the hour types.',
    export: 'No work orders were ready.',
  },
  ourMistake: 'The mistake is in our program; contact our support if it stays like this.',
};
