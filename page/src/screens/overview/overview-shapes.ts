/** What the overview is told, by name. */
import type { AnswerOf } from '../../api/client.ts';

export type Overview = AnswerOf<'GET /api/accounts/:accountId/overview'>;
export type Cause = Overview['causes'][number];
export type Balance = Overview['balance'];
export type SetUpStep = Overview['setUp'][number];
