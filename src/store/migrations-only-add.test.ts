/**
 * An older program may still be at work while a newer one migrates: it must find every table and column that it knows, and
 * be allowed to write them as it always did. So migrations only add; what does more is listed here with the reason why that
 * was good enough.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Statements of migrations that were looked at, by how they begin, and why an older program can live with them. */
const REVIEWED: Readonly<Record<string, string>> = {
  '0003-page: alter table account alter column trial_until set not null':
    'from before the first release: there was no program in use that made accounts without it',
  '0009-life-after-draft: alter table work_order drop constraint work_order_state_check': 'replaced by a wider one',
  '0009-life-after-draft: alter table work_order add constraint work_order_state_check':
    'allows one state more, and all that were allowed',
};

/** What takes something away from a table that was there before, or refuses what it took until then. */
const NARROWING: readonly RegExp[] = [
  /^drop (?!index )/,
  /^truncate /,
  /^delete /,
  /^alter (table|type|schema) .*\b(drop|rename|set not null|set schema)\b/,
  /^alter table .*\balter column \S+ (set data )?type\b/,
  /^alter table .*\badd (column )?(?!.*\b(default|generated)\b).*\bnot null\b/,
  /^alter table .*\badd (constraint|check|unique|primary key|foreign key|exclude)\b/,
  /^create unique index /,
];

function statementsOf(text: string): string[] {
  const bodies: string[] = [];
  const withoutBodies = text
    .replace(/--.*$/gm, '')
    // The body of a function may hold semicolons, and says nothing about tables.
    .replace(/\$\$[\s\S]*?\$\$/g, (body) => `$${bodies.push(body)}$`);
  return withoutBodies
    .split(';')
    .map((statement) => statement.replaceAll('"', '').replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((statement) => statement !== '')
    .flatMap(clausesOf);
}

/** A statement that changes a table in several ways, as a statement for each of them. */
function clausesOf(statement: string): string[] {
  const [, table, changes] = /^(alter table (?:only )?\S+) (.*)$/.exec(statement) ?? [];
  if (table === undefined || changes === undefined) return [statement];
  return changes.split(/, (?=(?:add|drop|alter|rename|set) )/).map((change) => `${table} ${change}`);
}

function narrowingStatements(text: string): string[] {
  const statements = statementsOf(text);
  const made = statements.flatMap((statement) => /^create table (?:if not exists )?(\S+)/.exec(statement)?.[1] ?? []);
  const concerns = (statement: string) => /(?:^alter table|\bon) (?:only )?([\w.]+)/.exec(statement)?.[1] ?? '';
  return statements
    .filter((statement) => NARROWING.some((pattern) => pattern.test(statement)))
    .filter((statement) => !made.includes(concerns(statement)));
}

test('migrations only add, so that an older program beside a newer one goes on finding what it knows', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  const found = files.flatMap((file) =>
    narrowingStatements(readFileSync(new URL(file, FOLDER), 'utf8')).map(
      (statement) => `${file.replace('.sql', '')}: ${statement}`,
    ),
  );
  const reviewed = Object.keys(REVIEWED);
  expect(found.filter((statement) => !reviewed.some((begin) => statement.startsWith(begin)))).toEqual([]);
  expect(reviewed.filter((begin) => !found.some((statement) => statement.startsWith(begin)))).toEqual([]);
});

test.each([
  'drop table link',
  'alter table run drop column calls',
  'alter table run rename column calls to exchanges',
  'alter table run alter column calls type bigint',
  'alter table run alter column phase set not null',
  'alter table run add column weight integer not null',
  'alter table run add constraint run_short check (calls < 9)',
  'alter table run add column weight integer not null, add column height integer default 1',
  'create unique index run_once on run (account_id)',
])('"%s" is noticed', (statement) => {
  expect(narrowingStatements(`create table other (id integer not null);\n${statement};`)).toHaveLength(1);
});

test.each([
  'create table run (id integer not null); create unique index run_once on run (id)',
  'alter table run add column weight integer',
  'alter table run add column weight integer not null default 1',
  'create index run_by_weight on run (weight)',
  'drop index run_by_weight',
])('"%s" only adds', (statement) => {
  expect(narrowingStatements(`${statement};`)).toEqual([]);
});
