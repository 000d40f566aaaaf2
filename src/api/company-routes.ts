/**
 * The company, its people and the audit trail; and what the operator sees of all companies.
 */
import { z } from 'zod';
import { defineRoutes } from './route.ts';
import { role } from './session-routes.ts';
import { accountParams, done, isoMoment, pageOf, pageQuery } from './shapes.ts';

const email = z.string().trim().max(254).pipe(z.email());

export const company = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    members: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        email: z.string(),
        role,
        hasTwoFactor: z.boolean(),
        isSelf: z.boolean(),
      }),
    ),
    invitations: z.array(
      z.object({ invitationId: z.string(), email: z.string(), role, expiresAt: isoMoment, link: z.string() }),
    ),
  })
  .meta({ id: 'Company' });

export const auditEntry = z
  .object({
    entryId: z.string(),
    at: isoMoment,
    by: z.string(),
    /** `settings.changed`, `run.started`, `member.invited`, … */
    action: z.string(),
    /** Who did what, in a sentence. */
    text: z.string(),
    changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'AuditEntry' });

/** How one company stands; nothing of its business. */
export const operatorAccount = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    createdAt: isoMoment,
    isSuspended: z.boolean(),
    licence: z.enum(['none', 'trial', 'running', 'cancelled', 'ended']),
    outsmart: z.enum(['none', 'connected', 'refused']),
    asperion: z.enum(['none', 'connected', 'ended', 'disconnected']),
    isExportOn: z.boolean(),
    lastRunAt: isoMoment.nullable(),
    nextRunAt: isoMoment.nullable(),
    /** Minutes that the next export is overdue; 0 when it is not. */
    lateMinutes: z.number().int(),
    lastFaultCode: z.string().nullable(),
    lastFaultText: z.string().nullable(),
    lastFaultAt: isoMoment.nullable(),
    stoppedCode: z.string().nullable(),
  })
  .meta({ id: 'OperatorAccount' });

const memberParams = accountParams.extend({ memberId: z.string().max(100) });

export const companyRoutes = defineRoutes({
  'GET /api/accounts/:accountId/company': {
    access: 'manager',
    summary: 'The company and its people',
    tag: 'company',
    params: accountParams,
    response: company,
  },
  'PUT /api/accounts/:accountId/company': {
    access: 'manager',
    summary: 'Rename the company',
    tag: 'company',
    params: accountParams,
    body: z.object({ name: z.string().trim().min(1).max(100) }),
    response: company,
  },
  'POST /api/accounts/:accountId/invitations': {
    access: 'manager',
    summary: 'Invite somebody; mailed where mail is on, and the link is answered',
    tag: 'company',
    isForSessionsOnly: true,
    params: accountParams,
    body: z.object({ email, role }),
    response: company,
  },
  'DELETE /api/accounts/:accountId/invitations/:invitationId': {
    access: 'manager',
    summary: 'Withdraw an invitation',
    tag: 'company',
    isForSessionsOnly: true,
    params: accountParams.extend({ invitationId: z.string().max(100) }),
    response: company,
  },
  'PUT /api/accounts/:accountId/members/:memberId': {
    access: 'manager',
    summary: 'Give a member another role; the last manager stays one',
    tag: 'company',
    isForSessionsOnly: true,
    params: memberParams,
    body: z.object({ role }),
    response: company,
  },
  'DELETE /api/accounts/:accountId/members/:memberId': {
    access: 'manager',
    summary: 'Remove a member; the last manager stays',
    tag: 'company',
    isForSessionsOnly: true,
    params: memberParams,
    response: company,
  },
  'GET /api/accounts/:accountId/audit': {
    access: 'manager',
    summary: 'Who changed what and who started what, newest first; kept at least a year',
    tag: 'company',
    params: accountParams,
    query: z.object(pageQuery),
    response: pageOf(auditEntry),
  },
  'GET /api/operator/accounts': {
    access: 'operator',
    summary: 'How every company stands; no business data',
    tag: 'operator',
    query: z.object({
      ...pageQuery,
      search: z.string().trim().max(100).default(''),
      only: z.enum(['all', 'trouble', 'suspended']).default('all'),
    }),
    response: pageOf(operatorAccount),
  },
  'POST /api/operator/accounts/:accountId/suspension': {
    access: 'operator',
    summary: 'Suspend a company: nothing is synchronised, its people can still look',
    tag: 'operator',
    params: accountParams,
    response: done,
  },
  'DELETE /api/operator/accounts/:accountId/suspension': {
    access: 'operator',
    summary: 'Resume a company',
    tag: 'operator',
    params: accountParams,
    response: done,
  },
});
