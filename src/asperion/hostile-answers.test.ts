/**
 * Whatever Asperion answers, every method of the door ends in time with something of its own type or with a Fault that
 * says which call it was and keeps what was answered, without a secret; a create is sent once. A failure prints what
 * makes it happen again.
 */
import fc from 'fast-check';
import pMap from 'p-map';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { IsoDate } from '../kernel/dates.ts';
import { decimal } from '../kernel/decimal.ts';
import { Fault } from '../kernel/fault.ts';
import { hostileAnswers, type Json, shortly } from '../kernel/hostile-answers.test-kit.ts';
import { type HostileServer, startHostileServer } from '../kernel/hostile-server.test-kit.ts';
import type { Accounting, Books } from '../model/accounting.ts';
import type { DraftInvoice, Traced } from '../model/draft-invoice.ts';
import type { ArticleId, InvoiceId, WorkOrderRowId } from '../model/ids.ts';
import { openAsperion } from './client.ts';
import { connectionTo, lastingVault, MEANT } from './stand.test-kit.ts';

const SEED = 20_260_612;
const CASES = 20;
const AT_ONCE = 60;
const TIMEOUT_MS = 200;
/** Three attempts with the pauses between them, and ample room for a busy machine. */
const ENDS_WITHIN_MS = 60_000;
const TEST_TIMEOUT_MS = 120_000;
/** For an answer that does come. */
const GOOD_TIMEOUT_MS = 30_000;
const SECRET = 'eyJhbGciOiJSUzI1NiJ9.geheim-van-een-klant';

const text = z.string();
const filled = text.min(1);
const amount = z.custom((value) => value instanceof decimal(0).constructor);
const day = z.iso.date().nullable();
const debtor = z.strictObject({
  ...{ id: filled, customerNumber: text, name: text, address: text, postCode: text, city: text, countryCode: text },
  ...{ attentionTo: text, phoneNumber: text, mobileNumber: text, emailAddress: text, cocNumber: text, vatNumber: text },
  isBlocked: z.boolean(),
});
const article = z.strictObject({
  ...{ id: filled, code: text, description: text, unit: text, salesTypeId: text, salesPrice: amount, eanCode: text },
  isActive: z.boolean(),
});
const vatCode = z.strictObject({
  ...{ id: filled, description: text, percentage: amount, isForSales: z.boolean(), isDefault: z.boolean() },
  ...{ validFrom: day, validUntil: day },
});
const described = z.array(z.object({ id: filled, description: text }));
const numbered = z.array(z.object({ id: z.int(), description: text }));
const created = z.object({ id: filled, administrationId: z.int().nullable() });
const marked = z.map(
  text,
  z.array(z.strictObject({ id: filled, description: text, invoiceNumber: filled.nullable(), date: day })).min(1),
);
const searched = <Schema extends z.ZodType>(record: Schema) =>
  z.strictObject({ records: z.array(record), isCut: z.boolean() });

const listed = (...rows: Json[]): Json => ({
  _data: rows,
  _meta: { administrationId: MEANT, administrationName: 'Zonneveld', nextPage: null, pageCount: 1, page: 1 },
});
const paged = (...rows: Json[]): Json => ({
  _data: rows,
  _meta: { administrationId: MEANT, nextPage: '', pageCount: 1 },
});
const debtorRow = { id: 7, customerNumber: '10042', name: 'Bakkerij Blom', city: 'Utrecht', blocked: false };
const articleRow = {
  id: 9,
  code: 'KT-15',
  description: 'Koppeling',
  salesTypeId: '10',
  salesPrice: 12.5,
  isActive: true,
};
const vatRow = {
  id: '1',
  description: 'Hoog',
  salesCode: true,
  percentage: 21,
  isDefault: true,
  validFrom: '2019-01-01T00:00:00',
};
const row = '2417305' as WorkOrderRowId;
const draftRow = {
  id: 55,
  description: 'Werkbon W1 (ab12cd34-2417305)',
  invoiceNumber: null,
  date: '2025-06-11T00:00:00',
};
const made: Json = { id: 56, invoiceNumber: '', _meta: { administrationId: MEANT } };
const mark = { text: '(ab12cd34-2417305)', rowId: row };

const traced = <T>(value: T): Traced<T> => ({ value, origin: { source: 'rule', field: 'x' } });
const draft: DraftInvoice = {
  ...{ debtorNumber: traced('10042'), debtorName: 'Bakkerij Blom', date: traced('2025-06-11' as IsoDate) },
  ...{ subject: traced('Werkbon W1'), description: traced('Werkbon W1 (ab12cd34-2417305)'), reference: null },
  lines: [{ kind: 'text', tag: 'T', text: traced('x') }],
};
const newDebtor = {
  ...{
    customerNumber: '20001',
    name: 'Smederij',
    address: 'Weg 3',
    postCode: '1234 AB',
    city: 'Dorp',
    countryCode: 'NL',
  },
  ...{ attentionTo: '', phoneNumber: '', emailAddress: '', debtorKindId: '1', paymentConditionId: 2 },
};
const newArticle = { code: 'A', description: 'A', unit: '', salesTypeId: '10', salesPrice: decimal('1.5') };
const yes = () => true;

async function whole<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

type Ask = (books: Books, accounting: Accounting) => Promise<unknown>;
/** Every method: what it is answered when all is well, and what it may answer. */
const reads: readonly [string, Json, z.ZodType, Ask][] = [
  [
    'readAdministrations',
    listed({ id: 101, name: 'A' }),
    z.array(z.strictObject({ id: z.int(), name: text })),
    (_books, door) => door.readAdministrations(),
  ],
  ['readDebtors', listed(debtorRow, { ...debtorRow, id: 8 }), z.array(debtor), (books) => whole(books.readDebtors())],
  ['readDebtors page after page', paged(debtorRow), z.array(debtor), (books) => whole(books.readDebtors())],
  ['readArticles', listed(articleRow), z.array(article), (books) => whole(books.readArticles({ salesTypeId: '10' }))],
  [
    'readArticlesById',
    listed(articleRow),
    z.array(article),
    (books) => books.readArticlesById(new Set(['9' as ArticleId])),
  ],
  ['findDebtors', listed(debtorRow), z.array(debtor), (books) => books.findDebtors(['10042', '1', '2', '3', '4'])],
  ['findArticles', listed(articleRow), z.array(article), (books) => books.findArticles(['KT-15'])],
  ['findDebtorsWithText', listed(debtorRow), searched(debtor), (books) => books.findDebtorsWithText('blom', 5)],
  ['findArticlesWithText', listed(articleRow), searched(article), (books) => books.findArticlesWithText('', 5)],
  ['readSalesTypes', listed({ id: '10', description: 'Materiaal' }), described, (books) => books.readSalesTypes()],
  ['readVatCodes', listed(vatRow), z.array(vatCode), (books) => books.readVatCodes()],
  ['readDebtorKinds', listed({ id: '1', description: 'Zakelijk' }), described, (books) => books.readDebtorKinds()],
  [
    'readPaymentConditions',
    listed({ id: 1, description: '30 dagen' }),
    numbered,
    (books) => books.readPaymentConditions(),
  ],
  ['findMarked', listed(draftRow), marked, (books) => books.target.findMarked([mark], null)],
  ['checkAcceptable', { id: 0 }, z.array(text), (books) => books.target.checkAcceptable(draft)],
];
const changes: readonly [string, Json, z.ZodType, Ask][] = [
  ['createDebtor', made, created, (books) => books.createDebtor(newDebtor, yes)],
  ['createArticle', made, created, (books) => books.createArticle(newArticle, yes)],
  ['create of a draft', made, created, (books) => books.target.create(draft, yes)],
  [
    'delete of a draft',
    { ...draftRow, status: 1, _meta: { administrationId: MEANT } },
    z.undefined(),
    (books) => books.target.delete('55' as InvoiceId),
  ],
];

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

function open(apiUrl: string, timeoutMs = TIMEOUT_MS): Accounting {
  const vault = lastingVault();
  // A 401 renews it; the identity server is another one, which nobody damages here.
  vault.renew = async () => ({ tokens: { ...vault.stored.tokens, accessToken: SECRET }, version: 2 });
  vault.replace({ ...vault.stored.tokens, accessToken: SECRET });
  return openAsperion({ ...connectionTo({ apiUrl, identityUrl: apiUrl }), timeoutMs }, vault, {
    timer: WITHOUT_PAUSES,
  });
}

const WITHOUT_PAUSES = { elapsedMs: () => performance.now(), sleep: () => Promise.resolve() };

/** Null when it ended as it should; else what is wrong. */
async function judge(ended: Promise<unknown>, type: z.ZodType): Promise<string | null> {
  const late = Symbol('late');
  const outcome = await Promise.race([
    ended.catch((error: unknown) => (error instanceof Error ? error : new Error(`threw ${String(error)}`))),
    new Promise<symbol>((resolve) => setTimeout(resolve, ENDS_WITHIN_MS, late).unref()),
  ]);
  if (outcome === late) return `did not end within ${ENDS_WITHIN_MS} ms`;
  if (outcome instanceof Fault) return objectionsToFault(outcome);
  if (outcome instanceof Error) return `threw ${outcome.stack?.slice(0, 1_500)}`;
  const checked = type.safeParse(outcome);
  return checked.success ? null : `answered ${JSON.stringify(checked.error.issues).slice(0, 500)}`;
}

function objectionsToFault({ code, detail, message }: Fault): string | null {
  const kept = JSON.stringify({ ...detail, cause: null, message });
  if (kept.includes(SECRET)) return `tells a secret: ${kept}`;
  if (detail.system !== 'asperion' || !/^(GET|POST|DELETE) \/v1\/\w+/.test(detail.call ?? ''))
    return `does not say where: ${kept}`;
  if (code === 'asperion.contract_broken' && detail.maskedBody === undefined)
    return `does not keep what was answered: ${kept}`;
  return kept.length > 40_000 ? `keeps ${kept.length} characters` : null;
}

describe('whatever Asperion answers', () => {
  const every = [...reads, ...changes];

  test.concurrent.each(every)(
    '%s ends in time, with what it promises or with a fault',
    async (_name, good, type, ask) => {
      const answers = fc.sample(hostileAnswers(good, [`Bearer ${SECRET}`]), { seed: SEED, numRuns: CASES });
      const verdicts = await pMap(
        answers,
        async (answer, index) => {
          const door = open(server.addressFor(answer));
          const objection = await judge(ask(door.books(MEANT), door), type);
          return objection === null ? [] : [`seed ${SEED} case ${index}: ${shortly(answer)}\n  ${objection}`];
        },
        { concurrency: AT_ONCE },
      );
      expect(verdicts.flat()).toEqual([]);
    },
    TEST_TIMEOUT_MS,
  );

  test.each(every)(
    '%s works when nothing is wrong, so that the test tests something',
    async (_name, good, type, ask) => {
      const answer = { status: 200, headers: {}, body: Buffer.from(JSON.stringify(good)), delivery: 'whole' } as const;
      const empty = { ...answer, body: Buffer.from(JSON.stringify(listed())) };
      const door = open(server.addressFor(answer, answer, empty), GOOD_TIMEOUT_MS);
      expect(type.safeParse(await ask(door.books(MEANT), door)).error).toBeUndefined();
    },
  );

  test.concurrent.each(changes)(
    '%s is not repeated without a look-up',
    async (name, good, _type, ask) => {
      const answers = fc.sample(hostileAnswers(good, []), { seed: SEED + 1, numRuns: CASES });
      const sent = await pMap(
        answers.filter(({ status }) => status !== 401),
        async (answer) => {
          const door = open(server.addressFor(answer));
          await ask(door.books(MEANT), door).catch(() => undefined);
          return door.callCount;
        },
        { concurrency: AT_ONCE },
      );
      // Deleting looks first, three times at most.
      expect(Math.max(...sent)).toBeLessThanOrEqual(name.startsWith('delete') ? 4 : 1);
    },
    TEST_TIMEOUT_MS,
  );
});
