/**
 * What `koppeling prove` starts: the proof on the PostgreSQL of this installation, in databases of its own, or on one that is
 * there for the occasion. Ends with 0 when all was proved, with 1 when something was not or the proof could not be given.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '#src/config/load-config.ts';
import { startEmbeddedDatabase } from '#src/store/embedded/start-embedded-database.ts';
import { endInOrder } from './end-in-order.ts';
import { MayNotCreateDatabases } from './proof-databases.ts';
import { proofText } from './proof-text.ts';
import { type OnProgress, prove, type Server } from './prove.ts';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';

const TOLD_EVERY_MS = 2_000;

const opened = new AsyncDisposableStack();

/** Standard output is for the result. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function openServer(isTemporary: boolean): Promise<Server> {
  if (isTemporary) {
    const postgres = await startThrowAwayPostgres();
    opened.defer(() => postgres.stop());
    return { connection: postgres.server, isThrowAway: true };
  }
  const { databaseUrl, dataDir } = loadConfig();
  if (databaseUrl !== null) return { connection: { connectionString: databaseUrl }, isThrowAway: false };
  const embedded = await startEmbeddedDatabase({ dataDir });
  opened.defer(() => embedded.release());
  return { connection: embedded.connection, isThrowAway: false };
}

/** Tells from time to time; a part that is done is always told. */
function progressTeller(): OnProgress {
  const names = { matrix: 'Uitvallen en herstarten', simulation: 'Simulatie' };
  let toldAt = Number.NEGATIVE_INFINITY;
  return (part, done, all) => {
    const now = performance.now();
    if (done < all && now - toldAt < TOLD_EVERY_MS) return;
    toldAt = now;
    tell(`${names[part]}: ${done} van ${all}`);
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      histories: { type: 'string', default: '50' },
      points: { type: 'string', default: '2' },
      'temporary-postgres': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const unlessEnded = endInOrder(opened);
  const server = await openServer(values['temporary-postgres']);
  const size = { points: Number(values.points), histories: Number(values.histories) };
  const onProgress = values.json ? () => undefined : progressTeller();
  const proof = await unlessEnded(prove(server, size, onProgress, opened));
  const { isProved, ...told } = proof;
  process.stdout.write(`${values.json ? JSON.stringify({ proved: isProved, ...told }, null, 2) : proofText(proof)}\n`);
  return isProved ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isSpeaking = error instanceof MayNotCreateDatabases || (error as Error).name === 'EmbeddedDatabaseError';
  const text = isSpeaking ? (error as Error).message : `Het bewijs kon niet worden geleverd: ${(error as Error).stack}`;
  tell(text);
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code: (error as Error).name, text } }, null, 2)}\n`);
  process.exitCode = 1;
} finally {
  await opened.disposeAsync();
}
