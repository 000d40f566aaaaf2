/**
 * Runs the bare client and the connector in turn, so that whatever else the machine does disturbs both alike.
 */
import { figuresOf, ratiosOf } from './figures.ts';
import type { Row } from './row.ts';
import type { Measured } from './stage.ts';

/** The two that are compared. Each does all that precedes a run and answers the measured part. */
export interface Rivals {
  bare(): Promise<Measured>;
  connector(): Promise<Measured>;
}

export interface Comparison {
  readonly bare: readonly Measured[];
  readonly connector: readonly Measured[];
}

/** `pairs` times the one and then the other. */
export async function compare(pairs: number, { bare, connector }: Rivals): Promise<Comparison> {
  const all = { bare: [] as Measured[], connector: [] as Measured[] };
  for (let pair = 0; pair < pairs; pair += 1) {
    all.bare.push(await bare());
    all.connector.push(await connector());
  }
  return all;
}

/** The line of a comparison: the ratio within each pair. */
export function ratioRow(
  row: Pick<Row, 'id' | 'what' | 'latencyMs' | 'goalMax'>,
  { bare, connector }: Comparison,
): Row {
  const [bareMs, connectorMs] = [bare, connector].map((runs) => runs.map(({ ms }) => ms)) as [number[], number[]];
  const [bareCalls, connectorCalls] = [bare, connector].map(
    (runs) => figuresOf(runs.map(({ calls }) => calls.all)).median,
  );
  return {
    ...row,
    unit: 'ratio',
    measured: ratiosOf(connectorMs, bareMs),
    bareMs: figuresOf(bareMs),
    connectorMs: figuresOf(connectorMs),
    remark:
      bareCalls === connectorCalls ? `${bareCalls} calls each` : `bare ${bareCalls} calls, connector ${connectorCalls}`,
  };
}
