// A program for the tests beside it: joins the embedded database of the folder it is given, says so in one line of JSON,
// and leaves when its standard input ends. Being another process it can be killed without warning.

import { startEmbeddedDatabase } from './start-embedded-database.ts';

const dataDir = process.argv[2] ?? '';
const database = await startEmbeddedDatabase({ dataDir });
process.stdout.write(`${JSON.stringify({ connection: database.connection, startedByUs: database.startedByUs })}\n`);
process.stdin.resume().once('end', () => {
  void database.release();
});
