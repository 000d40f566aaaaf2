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

const TABLES_WITHOUT_ACCOUNT = new Set(['account']);

export class AccountGuard implements KyselyPlugin {
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    const node = args.node as unknown as StatementNode;
    if (node.kind === 'InsertQueryNode') requireColumn(tableName(node.into), node.columns);
    if (node.kind === 'SelectQueryNode')
      for (const from of node.from?.froms ?? []) requireWhere(tableName(from), node.where);
    if (node.kind === 'UpdateQueryNode') requireWhere(tableName(node.table), node.where);
    if (node.kind === 'DeleteQueryNode')
      for (const from of node.from?.froms ?? []) requireWhere(tableName(from), node.where);
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
