// DeleteEntity: a GET that destroys (docs section 13). A connector has no business here; it exists so that the
// journal can show that nobody came.

import type { StoredRecord } from '../records/record-list.ts';
import { comparedKey } from '../records/record-list.ts';
import type { Call } from './call.ts';
import { type Answer, codes, refusal, success } from './envelope.ts';
import { singleValue } from './php-query.ts';

interface Deletable {
  endpoint: string;
  /** The name of a key in the query, and the field that it is. `db_row` is the row number. */
  keys: Readonly<Record<string, string>>;
}

const rowNumber = 'db_row';

const deletables: Readonly<Record<string, Deletable>> = {
  relation: { endpoint: 'relations', keys: { db_row: rowNumber, name: 'name', debtor_number: 'debtor_number' } },
  material: { endpoint: 'materials', keys: { db_row: rowNumber, code: 'code', description: 'description' } },
  employee: { endpoint: 'employees', keys: { db_row: rowNumber, number: 'number' } },
  project: { endpoint: 'projects', keys: { code: 'code' } },
  hourtype: { endpoint: 'hourtypes', keys: { code: 'code' } },
  category: { endpoint: 'categories', keys: { code: 'cat_code' } },
  address: { endpoint: 'addresses', keys: { code: 'adr_code' } },
  contactperson: { endpoint: 'contactpersons', keys: { code: 'cpn_code' } },
  error: { endpoint: 'errors', keys: { code: 'code' } },
  priority: { endpoint: 'priorities', keys: { code: 'code' } },
  solution: { endpoint: 'solutions', keys: { code: 'code' } },
};

const workOrderKeys: Readonly<Record<string, 'id' | 'WorkorderNo' | 'OrderNr'>> = {
  db_row: 'id',
  workorder_no: 'WorkorderNo',
  order_no: 'OrderNr',
};

/** GET DeleteEntity: answers the number of rows that are gone. */
export function deleteEntity(call: Call): Answer {
  const text = (name: string): string => singleValue(call.query, name) ?? '';
  const entity = text('entity');
  const all = text('delete_all').toLowerCase();
  if (all !== 'true' && all !== 'false') return refusal(codes.deleteFailed, 'Required field missing: delete_all');
  if (entity === 'workorder') return deleteWorkOrders(call, all === 'true', text('key'), text('value'));
  const deletable = Object.hasOwn(deletables, entity) ? deletables[entity] : undefined;
  if (deletable === undefined) return refusal(codes.deleteFailed, `Entity: ${entity} not found`);
  const list = call.account.list(deletable.endpoint);
  if (all === 'true') return success(call.account.together(() => list.deleteWhere(() => true)));
  const key = text('key');
  const field = Object.hasOwn(deletable.keys, key) ? deletable.keys[key] : undefined;
  if (field === undefined) return refusal(codes.deleteFailed, `Key: ${key} not allowed for entity: ${entity}`);
  const wanted = comparedKey(text('value'));
  const matches = (record: StoredRecord): boolean =>
    (field === rowNumber ? String(record.rowId) : comparedKey(record.fields[field] ?? '')) === wanted;
  return success(call.account.together(() => list.deleteWhere(matches)));
}

function deleteWorkOrders(call: Call, all: boolean, key: string, value: string): Answer {
  if (all) return refusal(codes.deleteFailed, 'Delete all not allowed on Workorder entity');
  const field = Object.hasOwn(workOrderKeys, key) ? workOrderKeys[key] : undefined;
  if (field === undefined) return refusal(codes.deleteFailed, `Key: ${key} not allowed for entity: workorder`);
  const { workOrders } = call.account;
  const wanted = comparedKey(value);
  const doomed = [...workOrders.all()].filter(({ order }) => comparedKey(order[field] ?? '') === wanted);
  call.account.together(() => {
    for (const { order } of doomed) workOrders.delete(order.id);
  });
  return success(doomed.length);
}
