/**
 * The connector in a process of its own: opens it, connects companies and runs jobs when its parent asks.
 */
import type { AccountId } from '#src/model/ids.ts';
import type { JobName } from '#src/store/records.ts';
import { answerParent } from './child-program.ts';
import { type Connector, type ConnectorPlace, type NewConnection, openConnector } from './connector.ts';

let connector: Connector | null = null;

function opened(): Connector {
  if (connector === null) throw new Error('the connector is not open');
  return connector;
}

const commands = {
  /** Opens it anew when it was open. */
  open: async (place: ConnectorPlace) => {
    await connector?.close();
    connector = openConnector(place);
  },
  connect: (connection: NewConnection) => opened().connect(connection),
  /** Takes work from the queue, as the service does. */
  work: (_nothing: null) => opened().work(),
  exportThroughQueue: ({ accountId }: { accountId: AccountId }) => opened().exportThroughQueue(accountId),
  run: ({ accountId, job }: { accountId: AccountId; job: JobName }) => opened().run(accountId, job),
};

export type ConnectorCommands = typeof commands;

answerParent(commands, async () => connector?.close());
