/**
 * The second wall between companies: every statement on a table that holds a company's records must name its account,
 * or it is refused before it reaches the database. The first wall is `store.forAccount`, which has no way to leave it out.
 */
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';

/** Thrown for a statement that does not say whose records it is about. A bug, never a person's mistake. */
export class AccountNotNamed extends Error {
  constructor(table: string) {
    super(`a statement on ${table} does not name its account`);
    this.name = 'AccountNotNamed';
  }
}

const TABLES_WITHOUT_ACCOUNT = new Set(['account', 'connector']);

export class AccountGuard implements KyselyPlugin {
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    requireAccount(args.node as unknown as StatementNode);
    return args.node;
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}

/** The parts of Kysely's tree that matter here. */
interface StatementNode {
  readonly kind: string;
  readonly into?: unknown;
  readonly columns?: unknown;
  readonly table?: unknown;
  readonly from?: { readonly froms: readonly unknown[] };
  readonly where?: unknown;
  /** Statements within the statement, each under a name. */
  readonly with?: { readonly expressions: readonly StatementPart[] };
}

interface StatementPart {
  readonly name: { readonly table: unknown };
  readonly expression: StatementNode;
}

function requireAccount(node: StatementNode): void {
  const parts = node.with?.expressions ?? [];
  for (const part of parts) requireAccount(part.expression);
  // What a part answers was judged with the part.
  const names = new Set(parts.map((part) => tableName(part.name.table)));
  const requireWhereOf = (tables: readonly unknown[]) => {
    for (const table of tables.map(tableName)) if (table === null || !names.has(table)) requireWhere(table, node.where);
  };
  if (node.kind === 'InsertQueryNode') requireColumn(tableName(node.into), node.columns);
  if (node.kind === 'UpdateQueryNode') requireWhereOf([node.table]);
  if (node.kind === 'SelectQueryNode' || node.kind === 'DeleteQueryNode') requireWhereOf(node.from?.froms ?? []);
}

function requireWhere(table: string | null, where: unknown): void {
  if (table !== null && !TABLES_WITHOUT_ACCOUNT.has(table) && !mentionsAccount(where)) throw new AccountNotNamed(table);
}

function requireColumn(table: string | null, columns: unknown): void {
  if (table !== null && !TABLES_WITHOUT_ACCOUNT.has(table) && !mentionsAccount(columns))
    throw new AccountNotNamed(table);
}

/** The table behind a node, also under an alias; null for a sub-query, which is judged on its own. */
function tableName(node: unknown): string | null {
  const inner = node as { kind?: string; node?: unknown; table?: { identifier?: { name?: string } } } | undefined;
  if (inner?.kind === 'AliasNode') return tableName(inner.node);
  return inner?.kind === 'TableNode' ? (inner.table?.identifier?.name ?? null) : null;
}

function mentionsAccount(node: unknown): boolean {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some(mentionsAccount);
  const { kind, name } = node as { kind?: string; name?: string };
  if (kind === 'IdentifierNode') return name === 'account_id';
  // Values are no part of the tree; walking into a long list of them would cost more than the query.
  if (kind === 'PrimitiveValueListNode' || kind === 'ValueNode') return false;
  return Object.values(node).some(mentionsAccount);
}
