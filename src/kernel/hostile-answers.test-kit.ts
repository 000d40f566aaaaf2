/**
 * For tests only: answers that a foreign system should never give, each made of a good one by a single damage, so that
 * what reads it gets as far as it can before it stumbles. Knows neither foreign system.
 */
import fc from 'fast-check';
import type { Delivery, HostileAnswer } from './hostile-server.test-kit.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Values as JSON text, since some of them are none that JavaScript would write. */
const oddValues: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1e400', '-1e400', '1e-400', '1e21', '0.1e1', '12345678901234567890'],
  ...['""', '" "', '"0"', '"-0"', '"null"', '"NaN"', '"Infinity"', '"1e5"', '"0x10"', '"--1"', '"12,50-"', '"1,2,3"'],
  ...['"1 495,00"', '"1\'495.00"', '"1.495,00"', '"1.495.00"', '"€ 12,50"', '"１２"', '"١٢"', '"12\\u00a0500"', '"+5"'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\ufeff12"', '"\\u202e12"', '"12\\n"', '"\\u2028"'],
  ...[
    '[]',
    '{}',
    '[null]',
    '[[]]',
    '[1,2]',
    '{"found":"x"}',
    '{"__proto__":{"id":"1"}}',
    '{"length":3}',
    deep(100_000),
  ],
  ...['"31-02-2025"', '"0001-01-01"', '"9999-99-99"', '"25:61"', '"-1:30"', '"2025-06-11T10:00:00+25:00"'],
  ...[`"${'9'.repeat(400)}"`, `"${'x'.repeat(20_000)}"`, '9'.repeat(400), `0.${'0'.repeat(400)}1`],
];

const PLACE = '@@here@@';

/** The good one with one member replaced, left out or said twice, as text. */
function damagedJson(good: Json): fc.Arbitrary<string> {
  const places = [...placesIn(good)];
  const other = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...oddValues) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)) },
  );
  return fc
    .tuple(fc.constantFrom(...places), other, fc.constantFrom('replaced', 'replaced', 'replaced', 'absent', 'twice'))
    .map(([place, text, how]) => {
      if (how === 'absent') return JSON.stringify(changed(good, place, undefined)) ?? '';
      const marked = JSON.stringify(changed(good, place, PLACE));
      const name = place.at(-1);
      const isMember = typeof name === 'string';
      const twice = isMember ? `${text},${JSON.stringify(name)}:${JSON.stringify(valueAt(good, place))}` : text;
      return marked.replace(JSON.stringify(PLACE), () => (how === 'twice' ? twice : text));
    });
}

type Place = readonly (string | number)[];

function* placesIn(value: Json, at: Place = []): Generator<Place> {
  yield at;
  if (typeof value !== 'object' || value === null) return;
  const names = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const name of names) yield* placesIn((value as Record<string | number, Json>)[name] ?? null, [...at, name]);
}

function valueAt(value: Json, [name, ...rest]: Place): Json {
  if (name === undefined) return value;
  return valueAt((value as Record<string | number, Json>)[name] ?? null, rest);
}

function changed(value: Json, [name, ...rest]: Place, to: Json | undefined): Json | undefined {
  if (name === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<string, Json>) };
  const members = copy as Record<string | number, Json | undefined>;
  members[name] = changed(members[name] ?? null, rest, to);
  return copy as Json;
}

/** Bytes that are another text than they should be, or none. */
function damagedBytes(good: string): fc.Arbitrary<Buffer> {
  const utf8 = Buffer.from(good);
  return fc.oneof(
    fc.nat(utf8.length).map((length) => utf8.subarray(0, length)),
    fc.tuple(fc.nat(utf8.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(utf8);
      bytes[at] = byte;
      return bytes;
    }),
    fc.constantFrom(
      Buffer.from(good, 'utf16le'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), utf8]),
      Buffer.concat([utf8, utf8]),
      Buffer.concat([utf8, Buffer.from([0])]),
      Buffer.from(good.replace('e', 'ë'), 'latin1'),
      Buffer.from(good.replace(/"[^"]{3}/, '$&\u0000')),
      Buffer.from(deep(100_000)),
      Buffer.from(`{"a":`.repeat(50_000)),
      Buffer.from(''),
      Buffer.from('   \n'),
      Buffer.from('<!doctype html><html><body><h1>Onderhoud</h1></body></html>'),
      Buffer.from('ok'),
      Buffer.from('undefined'),
      Buffer.alloc(3_000_000, 0x20),
      Buffer.from(`"${'a'.repeat(3_000_000)}"`),
      Buffer.from(`[${'{},'.repeat(300_000)}{}]`),
    ),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((json) => Buffer.from(json)),
  );
}

const oddHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/html' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'retry-after': '0' },
  { 'retry-after': 'gisteren' },
  { location: 'http://127.0.0.1:9/elders', 'content-type': 'application/json' },
  { 'x-odd': '\u00e9\u00ff' },
  { 'x-long': 'x'.repeat(9_000) },
  { 'x-too-long': 'x'.repeat(40_000) },
];
const oddStatuses = [
  201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 408, 409, 418, 500, 502, 503, 599, 999,
];
const oddDeliveries: readonly Delivery[] = [
  ...(['length-too-long', 'length-too-short', 'never-ending', 'dripping'] as const),
  ...(['falsely-gzipped', 'falsely-chunked', 'cut-off'] as const),
];

/**
 * Answers of which one thing is wrong, at times two. `secrets` are repeated in some of them, as a server that shows the
 * request in its error page does.
 */
export function hostileAnswers(good: Json, secrets: readonly string[]): fc.Arbitrary<HostileAnswer> {
  const text = JSON.stringify(good);
  const whole = { status: 200, headers: { 'content-type': 'application/json' }, delivery: 'whole' } as const;
  const bodies = fc.oneof(
    { weight: 5, arbitrary: damagedJson(good).map((json) => Buffer.from(json)) },
    { weight: 3, arbitrary: damagedBytes(text) },
  );
  const problem = {
    title: 'Fout',
    errors: { naam: ['te lang', { waarom: 'odd' }], ander: null },
    detail: secrets.join(' '),
  };
  const page = Buffer.from(`<html><title>500</title><pre>${secrets.join('\n')}</pre></html>`);
  return fc.oneof(
    { weight: 6, arbitrary: bodies.map((body) => ({ ...whole, body })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...oddStatuses),
          fc.oneof(
            bodies,
            damagedJson(problem).map((json) => Buffer.from(json)),
            fc.constant(page),
          ),
        )
        .map(([status, body]) => ({ ...whole, status, body })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...oddHeaders), fc.constantFrom(Buffer.from(text), page))
        .map(([headers, body]) => ({ ...whole, headers, body })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...oddDeliveries), fc.constantFrom(Buffer.from(text), page))
        .map(([delivery, body]) => ({ ...whole, delivery, body })),
    },
  );
}

/** Values that no member has, whatever it means: nobody can take them for another price, code or name. */
const unreadable = ['{"x":1}', '[[1]]', '1e400', deep(300), '12345678901234567890123'];

/**
 * Answers that everybody can see are damaged: half an answer, another encoding, a page of HTML, a member of another shape, a
 * failure. None of them is a good answer with another content, which nobody could tell from the truth.
 */
export function plainlyDamaged(good: Json): fc.Arbitrary<HostileAnswer> {
  const text = JSON.stringify(good);
  const whole = { status: 200, headers: { 'content-type': 'application/json' }, delivery: 'whole' } as const;
  const replaced = fc
    .tuple(fc.constantFrom(...placesIn(good)), fc.constantFrom(...unreadable))
    .map(([place, value]) => JSON.stringify(changed(good, place, PLACE)).replace(JSON.stringify(PLACE), () => value));
  const bodies = fc.oneof(
    { weight: 6, arbitrary: replaced.map((json) => Buffer.from(json)) },
    { weight: 1, arbitrary: fc.nat(text.length - 1).map((length) => Buffer.from(text).subarray(0, length)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...['', '<html><body>Onderhoud</body></html>', 'null', deep(100_000), text + text].map((body) =>
          Buffer.from(body),
        ),
        Buffer.from(text, 'utf16le'),
        Buffer.from(text.replace('e', 'é'), 'latin1'),
      ),
    },
  );
  return fc.oneof(
    { weight: 5, arbitrary: bodies.map((body) => ({ ...whole, body })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...oddStatuses.filter((status) => status > 204)), bodies)
        .map(([status, body]) => ({ ...whole, status, body })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...oddDeliveries).map((delivery) => ({ ...whole, delivery, body: Buffer.from(text) })),
    },
  );
}

/** For a message about a case: what was answered, short. */
export function shortly({ status, delivery, body }: HostileAnswer): string {
  return `${status} ${delivery} ${body.length} bytes ${JSON.stringify(body.subarray(0, 300).toString('latin1'))}`;
}
