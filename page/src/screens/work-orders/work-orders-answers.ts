/**
 * What the lists of work orders are made of, as the API answers it.
 */
import { useAnswer } from '../../api/answers.ts';
import type { AnswerOf, CallInput } from '../../api/client.ts';

export type WorkOrderList = AnswerOf<'GET /api/accounts/:accountId/work-orders'>;
export type WorkOrderRow = WorkOrderList['items'][number];
export type Cause = AnswerOf<'GET /api/accounts/:accountId/causes'>['causes'][number];
export type Repair = Cause['repairs'][number];
export type WorkOrderDetail = AnswerOf<'GET /api/accounts/:accountId/work-orders/:rowId'>;
export type UncertainQuestion = NonNullable<WorkOrderDetail['uncertain']>;
export type ChangedOrder = NonNullable<WorkOrderDetail['changed']>;
export type Place = WorkOrderRow['place'];

/** In the order of the tabs. */
export const PLACES: readonly Place[] = ['waiting', 'ready', 'uncertain', 'invoiced', 'skipped'];

type Query = CallInput<'GET /api/accounts/:accountId/work-orders'>['query'];

export function useWorkOrders(accountId: string, query: Query, isAsked = true) {
  return useAnswer(
    'GET /api/accounts/:accountId/work-orders',
    { params: { accountId }, query },
    { keepPrevious: true, enabled: isAsked },
  );
}

export function useCauses(accountId: string) {
  return useAnswer('GET /api/accounts/:accountId/causes', { params: { accountId } });
}

/** Somebody deleted its draft in Asperion; only a person has it made again. */
export function isDeleted({ state }: Pick<WorkOrderRow, 'state'>): boolean {
  return state === 'deleted';
}

/** What a person calls it: a work order without a number goes by its internal one. */
export function numberOf({ orderNumber, rowId }: { readonly orderNumber: string; readonly rowId: string }): string {
  return orderNumber === '' ? rowId : orderNumber;
}
