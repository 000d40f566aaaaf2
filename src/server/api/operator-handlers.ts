/**
 * The audit trail of a company, and what the operator sees of all companies.
 */
import type { z } from 'zod';
import type { auditEntry, companyRoutes, operatorAccount as operatorAccountSchema } from '../../api/company-routes.ts';
import type { AccountId } from '../../model/ids.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { OperatorAccount } from '../../store/operator-accounts.ts';
import type { Language } from '../../usecases/language.ts';
import { faultSentence, isFaultCode } from '../../usecases/sentences.ts';
import { auditChangeTold, auditSentence } from '../../usecases/sentences-audit.ts';
import { resumeAccount, suspendAccount } from '../../usecases/suspend-account.ts';
import { notFound } from './api-errors.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';

type OperatorRoutes = Pick<
  typeof companyRoutes,
  | 'GET /api/accounts/:accountId/audit'
  | 'GET /api/operator/accounts'
  | 'POST /api/operator/accounts/:accountId/suspension'
  | 'DELETE /api/operator/accounts/:accountId/suspension'
>;

export function operatorHandlers({ parts }: Pick<ApiParts, 'parts'>): HandlersOf<OperatorRoutes> {
  const { store } = parts;
  const known = async (accountId: string, language: Language): Promise<AccountId> => {
    const account = await store.accounts.find(accountId);
    if (account === null) throw notFound(language);
    return account.id;
  };
  return {
    'GET /api/accounts/:accountId/audit': async ({ account, query: { page, pageSize }, language }) => {
      const { entries, total } = await account.audit.list({ limit: pageSize, offset: (page - 1) * pageSize });
      return { items: entries.map((entry) => entryShape(entry, language)), total, page, pageSize };
    },
    'GET /api/operator/accounts': async ({ query: { page, pageSize, search, only }, language }) => {
      const filter = { search, only, limit: pageSize, offset: (page - 1) * pageSize };
      const { accounts, total } = await store.operator.list(filter);
      return { items: accounts.map((account) => accountShape(account, language)), total, page, pageSize };
    },
    'POST /api/operator/accounts/:accountId/suspension': async ({ params, person, language }) => {
      await suspendAccount(parts, await known(params.accountId, language), person.name);
      return { ok: true };
    },
    'DELETE /api/operator/accounts/:accountId/suspension': async ({ params, person, language }) => {
      await resumeAccount(parts, await known(params.accountId, language), person.name);
      return { ok: true };
    },
  };
}

function entryShape(entry: AuditEntry, language: Language): z.output<typeof auditEntry> {
  return {
    entryId: entry.id,
    at: entry.at.toISOString(),
    by: entry.by,
    action: entry.action,
    text: auditSentence(entry, language),
    changes: entry.changes.map((change) => auditChangeTold(change, language)),
  };
}

function accountShape(account: OperatorAccount, language: Language): z.output<typeof operatorAccountSchema> {
  const { lastFault } = account;
  return {
    accountId: account.accountId,
    name: account.name,
    createdAt: account.createdAt.toISOString(),
    isSuspended: account.isSuspended,
    licence: account.licence,
    outsmart: account.outsmart,
    asperion: account.asperion,
    isExportOn: account.isExportOn,
    lastRunAt: account.lastRunAt?.toISOString() ?? null,
    nextRunAt: account.nextRunAt?.toISOString() ?? null,
    lateMinutes: account.lateMinutes,
    lastFaultCode: lastFault?.code ?? null,
    lastFaultText: lastFault === null ? null : faultText(lastFault.code, language),
    lastFaultAt: lastFault?.at.toISOString() ?? null,
    stoppedCode: account.stoppedCode,
  };
}

/** Without what was kept with the fault: the words of a foreign system may name a customer. */
function faultText(code: string, language: Language): string | null {
  return isFaultCode(code) ? faultSentence(code, {}, language) : null;
}
