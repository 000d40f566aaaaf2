/**
 * One import and export by either client before anything is measured, so that all programs are warm, as a service is that
 * runs for weeks. The connector's is recorded: the bare client sends the bodies that the connector sent.
 */
import type { PreparedBodies } from './bare-client.ts';
import { type RecordedPost, startRecorder } from './recorder.ts';
import type { Stage } from './stage.ts';

/** Leaves the foreign systems without drafts and the bare client with its bodies. */
export async function warmUp(stage: Stage, workOrders: readonly object[]): Promise<void> {
  const bodies = await recordConnector(stage, workOrders);
  await stage.systems.removeDrafts();
  await stage.bare.ask('prepare', bodies);
  const access = await stage.newBareAccess(workOrders);
  await stage.bare.ask('firstImport', access);
  await stage.bare.ask('export', access);
  await stage.systems.removeDrafts();
}

async function recordConnector(stage: Stage, workOrders: readonly object[]): Promise<PreparedBodies> {
  const { systems, connector, database } = stage;
  const outsmart = new URL(systems.addresses.outsmartUrl);
  const toOutSmart = await startRecorder(outsmart.origin);
  const toAsperion = await startRecorder(systems.addresses.asperionApiUrl);
  const addresses = {
    ...systems.addresses,
    outsmartUrl: toOutSmart.url + outsmart.pathname,
    asperionApiUrl: toAsperion.url,
  };
  try {
    await connector.ask('open', { database, addresses });
    const { accountId } = await stage.newCompany({ exportOn: true, workOrders });
    await connector.ask('run', { accountId, job: 'full' });
    await connector.ask('open', { database, addresses: systems.addresses });
  } finally {
    await Promise.all([toOutSmart.close(), toAsperion.close()]);
  }
  return {
    relations: bodiesTo('/relations/', toOutSmart.posts),
    materials: bodiesTo('/materials/', toOutSmart.posts),
    hourTypes: bodiesTo('/hourtypes/', toOutSmart.posts),
    drafts: bodiesTo('/draftsalesinvoiceswithlines', toAsperion.posts),
  };
}

function bodiesTo(ending: string, posts: readonly RecordedPost[]): string[] {
  return posts.filter(({ path }) => path.endsWith(ending)).map(({ body }) => body);
}
