/**
 * No answer takes the process down, whatever its size: one company's system must not end the work of all others.
 */
import { fork } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const MB = 1024 * 1024;
const HEAP_MB = 192;
/** The heap, and what answers on their way take beside it. */
const PEAK_MB_MAX = 700;

/** `head`, then `unit` until so many bytes were sent (or for ever), then `tail`. */
function stream(response: ServerResponse, [head, unit, tail]: readonly string[], bytesMax: number): void {
  const chunk = (unit ?? '').repeat(Math.ceil(MB / (unit ?? ' ').length));
  let sent = 0;
  response.write(head);
  const go = () => {
    while (!response.destroyed) {
      if (sent > bytesMax) return void response.end(tail);
      sent += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', go);
    }
  };
  go();
}

const order = JSON.stringify({
  ...{ id: '1', OrderNr: 'W1', status: 'Compleet', WorkStatus: '1', Archived: '0', CustomerDebtorNr: '10042' },
  Materials: Array(5).fill({
    MaterialCode: 'KT-15',
    MaterialName: 'Koppeling',
    MaterialNr: '4.00',
    MaterialPrice: '12.50',
  }),
});
const vatCodes = JSON.stringify(Array.from({ length: 200 }, () => ({ id: '#', description: 'x'.repeat(5_000) })));
let pages = 0;

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'without-end': (response) => stream(response, ['', 'x', ''], Number.POSITIVE_INFINITY),
  'nested-100000-deep': (response) => response.end('['.repeat(100_000) + ']'.repeat(100_000)),
  'full-of-nothing': (response) => stream(response, ['{"_meta":{},"_data":[', '{},', '{}]}'], 20 * MB),
  'far-too-many-records': (response) =>
    stream(response, ['{"code":200,"messages":[],"response":[', `${order},`, '{}]}'], 30 * MB),
  'pages-without-end': (response) => {
    pages += 1;
    let row = 0;
    const rows = vatCodes.replaceAll('"#"', () => `"${pages}-${row++}"`);
    response.end(`{"_data":${rows},"_meta":{"administrationId":101,"nextPage":"?page=${pages + 1}"}}`);
  },
};

/** Each answer through the door that reads most of it. */
const lists = [
  ...['outsmart/far-too-many-records', 'outsmart/nested-100000-deep'],
  ...['asperion/without-end', 'asperion/nested-100000-deep', 'asperion/full-of-nothing', 'asperion/pages-without-end'],
];

test('an answer without end, nested without sense, full of nothing or of far too much is a fault, also with little memory', async () => {
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    answers[request.url?.split('/')[1] ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const program = fileURLToPath(new URL('./hostile-answers.test-program.ts', import.meta.url));
  const child = fork(program, [address, ...lists], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const told: unknown[] = [];
  child.on('message', (message) => told.push(message));
  const exitCode = await new Promise((resolve) => child.once('exit', resolve));
  const peakMb = told.pop();
  expect(told).toEqual(lists.map((list) => `${list}: a fault`));
  expect(exitCode).toBe(0);
  expect(peakMb).toBeLessThan(PEAK_MB_MAX);
}, 120_000);
