// Who may import whom, and why not more: the architecture as a table. boundaries.test.ts holds the tree to it.
// A folder without a line here is refused, so a new folder begins with a decision.

export interface FolderRule {
  /** A folder, or a single file. The longest that fits a file is its rule. */
  readonly folder: string;
  /** Folders and files of ours that it may import besides its own. */
  readonly mayImport: readonly string[];
  /** Exceptions to `mayImport`. */
  readonly never?: readonly string[];
  /** Packages it may import; left out: any. */
  readonly packages?: readonly string[];
  /** Whether it may import Node's own modules; left out: yes. */
  readonly mayUseNode?: false;
  /** Ends the sentence "It may not import more, because ...". */
  readonly because: string;
}

const kernel = 'src/kernel';
const decided = ['src/model', 'src/mapping'];
const remembered = [...decided, 'src/store', 'src/queue', 'src/sync'];

export const importTable: readonly FolderRule[] = [
  { folder: kernel, mayImport: [], because: 'words without opinions must not depend on anything that has some' },
  { folder: 'src/model', mayImport: [kernel], because: 'the nouns and the doors would grow opinions' },
  {
    folder: 'src/config',
    mayImport: [kernel],
    because: 'it turns the environment into values and knows no user of them',
  },
  {
    folder: 'src/outsmart',
    mayImport: [kernel, 'src/model'],
    never: ['src/model/accounting.ts'],
    because: 'the two systems are strangers: each knows its own door only',
  },
  {
    folder: 'src/asperion',
    mayImport: [kernel, 'src/model'],
    never: ['src/model/field-service.ts'],
    because: 'the two systems are strangers: each knows its own door only',
  },
  {
    folder: 'src/mapping',
    mayImport: [kernel, 'src/model'],
    packages: [],
    mayUseNode: false,
    because: 'what decides must be testable with a table: no files, network, clock or randomness',
  },
  { folder: 'src/store', mayImport: [kernel, 'src/model'], because: 'it keeps and does not fetch or decide' },
  {
    folder: 'src/store/embedded',
    mayImport: [kernel],
    because: 'running PostgreSQL has nothing to do with what is kept in it',
  },
  {
    folder: 'src/queue',
    mayImport: [kernel, 'src/model', 'src/store'],
    because: 'it knows the name and payload of a job, not its meaning',
  },
  {
    folder: 'src/sync',
    mayImport: [kernel, ...decided, 'src/store', 'src/queue'],
    because: 'the systems come in through the doors, handed over by main.ts',
  },
  {
    folder: 'src/usecases',
    mayImport: [kernel, ...remembered, 'src/config'],
    because: 'it is what server and cli may ask for, and must not know which of the two asks',
  },
  {
    // The forms that all ways in share: where the parts meet.
    folder: 'src/usecases/installation.ts',
    mayImport: ['src/usecases', 'src/model', 'src/config', 'src/store', 'src/queue', 'src/identity', 'src/mail'],
    because: 'it names the parts of the running program and does nothing with them',
  },
  {
    folder: 'src/mail',
    mayImport: [kernel, 'src/usecases/language.ts'],
    because: 'it writes and sends letters, and does not know why somebody gets one',
  },
  {
    folder: 'src/identity',
    mayImport: [
      ...[kernel, 'src/model', 'src/mail', 'src/usecases/language.ts', 'src/usecases/parts.ts'],
      // Its tables are in the same database, and a person and their company are made in one transaction.
      ...['src/store/accounts.ts', 'src/store/pool.ts', 'src/store/tables.ts'],
    ],
    because: 'it knows who people are, and nothing of what they work on',
  },
  {
    folder: 'src/api',
    mayImport: ['src/model'],
    packages: ['zod'],
    mayUseNode: false,
    because: 'it is what page and server agree on, and is read in browsers',
  },
  {
    folder: 'src/server',
    mayImport: [kernel, ...remembered, 'src/config', 'src/usecases', 'src/identity', 'src/mail', 'src/api'],
    because: 'asking the outside world is the work of sync',
  },
  {
    folder: 'src/cli',
    mayImport: [kernel, ...remembered, 'src/config', 'src/usecases', 'src/identity', 'src/server'],
    because: 'asking the outside world is the work of sync',
  },
  {
    folder: 'src/demo',
    mayImport: [
      ...[kernel, 'src/model', 'src/config', 'src/usecases', 'src/identity', 'src/server', 'src/store/embedded'],
      // What the use cases answer with.
      ...['src/store/accounts.ts', 'src/store/runs.ts'],
    ],
    because:
      'it plays the first user, who has no other doors than the use cases, and starts the sandboxes as processes',
  },
  { folder: 'src/main.ts', mayImport: ['src'], because: 'it wires the program and nothing else' },
  {
    folder: 'page',
    mayImport: ['src/api'],
    because: 'it is read in browsers and knows the program by its API alone',
  },
  {
    folder: 'sandbox',
    mayImport: [],
    because: 'it is a second reading of the same pages: shared code would let one misreading pass every test',
  },
  { folder: 'sandbox/kit', mayImport: [], because: 'it has the parts that do not depend on which system is played' },
  { folder: 'sandbox/outsmart', mayImport: ['sandbox/kit'], because: 'the two stand-ins are strangers too' },
  { folder: 'sandbox/asperion', mayImport: ['sandbox/kit'], because: 'the two stand-ins are strangers too' },
  {
    folder: 'sandbox/demo',
    mayImport: ['sandbox/kit'],
    because: 'the demo company is written in the words of the wire, whoever stands in for the systems',
  },
  {
    folder: 'scenarios',
    mayImport: ['sandbox', 'tools/test'],
    because: 'a story uses the doors that a person uses, and starts the program instead of importing it',
  },
  {
    folder: 'page-tests',
    mayImport: ['scenarios/kit', 'sandbox', 'tools/test'],
    because: 'it uses the page as a person does, in a browser, and starts the program instead of importing it',
  },
  {
    folder: 'bench',
    mayImport: ['src', 'sandbox', 'tools/test', 'scenarios/kit', 'page-tests/kit'],
    because: 'it measures the program and its stand-ins',
  },
  {
    folder: 'proof',
    mayImport: ['src', 'sandbox', 'tools/test'],
    because: 'it attacks the program beside its stand-ins, at a customer too, where there are no tests',
  },
  {
    folder: 'promises',
    mayImport: ['src', 'sandbox', 'tools/test'],
    because: 'each of its tests plays one way in which connectors fail, against the whole program',
  },
  { folder: 'tools', mayImport: ['src', 'sandbox'], because: 'nothing else is of use to a tool' },
  { folder: 'vitest.config.ts', mayImport: ['tools/test'], because: 'it sets up the tests and nothing else' },
];

/**
 * Tests (`x.test.ts`), and what is written for tests only (`x.test-kit.ts`, `test-x.ts`). Nothing but these may import
 * these, and they may import more.
 */
export function isTestFile(file: string): boolean {
  return /\.test(-[a-z-]+)?\.tsx?$|(^|\/)test-[a-z-]+\.tsx?$/.test(file);
}

/** What a test of src may import besides everything of src. */
export const testsMayImport = ['sandbox', 'tools/test', 'cases'];
