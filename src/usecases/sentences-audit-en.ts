/**
 * What stands in the audit trail, in English.
 */
import type { AuditTexts, Done, FieldLabels } from './sentences-audit-nl.ts';
import { dayIn, isJobName } from './sentences-audit-values.ts';
import { jobWord } from './sentences-log.ts';
import { counted, dutchDate } from './sentences-numbers.ts';

const job = (of: Done['of']): string => {
  const name = of('job');
  return isJobName(name) ? jobWord(name, 'en') : 'a synchronisation';
};
const person = (of: Done['of']): string => of('name') || of('email') || 'somebody';
const as = (of: Done['of']): string => (of('role') === '' ? '' : ` as ${englishRole(of('role'))}`);
const record = (of: Done['of']): string => `${of('kind') === 'debtor' ? 'debtor' : 'article'} ${of('code')}`.trim();
const target = (of: Done['of']): string => `${of('targetCode')} ${of('targetName')}`.trim();
const workOrder = (of: Done['of']): string => `work order ${of('orderNumber') || of('rowId')}`.trim();
const until = (of: Done['of']): string => {
  const day = dayIn(of('endsOn'));
  return day === null ? '' : `; it runs until ${dutchDate(day, 'en')}`;
};

export const englishAudit: AuditTexts = {
  'settings.changed': ({ by }) => `${by} changed the settings.`,
  'run.started': ({ by, of }) => `${by} started ${job(of)}.`,
  'run.cancelled': ({ by, of }) => `${by} stopped ${job(of)}.`,
  'member.invited': ({ by, of }) => `${by} invited ${person(of)}${as(of)}.`,
  'member.joined': ({ by }) => `${by} joined this company.`,
  'member.role-changed': ({ by, of }) => `${by} gave ${person(of)} another role.`,
  'member.removed': ({ by, of }) => `${by} removed ${person(of)} from this company.`,
  'invitation.withdrawn': ({ by, of }) => `${by} withdrew the invitation of ${of('email') || 'somebody'}.`,
  'company.renamed': ({ by }) => `${by} changed the name of the company.`,
  'company.created': ({ by, of }) => `${by} created the company${of('name') === '' ? '' : ` ${of('name')}`}.`,
  'link.laid': ({ by, of }) => `${by} linked ${record(of)} to ${target(of) || 'another record'} in Asperion.`,
  'link.removed': ({ by, of }) => `${by} removed the link of ${record(of)}.`,
  'creation.allowed': ({ by, of }) => `${by} has ${record(of)} created in Asperion.`,
  'work-order.skipped': ({ by, of }) => `${by} handles ${workOrder(of)} by hand.`,
  'work-order.unskipped': ({ by, of }) => `${by} lets ${workOrder(of)} take part again.`,
  'work-order.make-again': ({ by, of }) => `${by} has the draft of ${workOrder(of)} made again.`,
  'work-order.adopted': ({ by, of }) => `${by} says that the draft of ${workOrder(of)} is there.`,
  'work-order.kept': ({ by, of }) => `${by} leaves the invoice of ${workOrder(of)} as it is.`,
  'misplaced.decided': ({ by, of }) =>
    `${by} has what is in the wrong administration ${of('decision') === 'delete' ? 'deleted' : 'left there'}; the export goes on.`,
  'licence.ordered': ({ by }) => `${by} ordered the connector Asperion.`,
  'licence.cancelled': ({ by, of }) => `${by} cancelled the connector Asperion${until(of)}.`,
  'licence.resumed': ({ by }) => `${by} took back the cancellation of the connector Asperion.`,
  'connection.outsmart-connected': ({ by, of }) =>
    `${by} connected OutSmart${of('ending') === '' ? '' : `, with the token that ends in ${of('ending')}`}.`,
  'connection.asperion-begun': ({ by }) => `${by} began to connect Asperion.`,
  'connection.asperion-disconnected': ({ by }) => `${by} disconnected Asperion.`,
  'first-export.confirmed': ({ by, of }) => {
    const day = dayIn(of('startDate'));
    const from = day === null ? '' : ` from ${dutchDate(day, 'en')} on`;
    const left = Number(of('leftBehind') || '0');
    const stay = left === 0 ? '' : `; ${counted(left, 'work order stays', 'work orders stay', 'en')} behind`;
    return `${by} confirmed the first export${from}${stay}.`;
  },
  'account.suspended': ({ by }) => `${by} (operator of the connector) suspended this company.`,
  'account.resumed': ({ by }) => `${by} (operator of the connector) resumed this company.`,
};

export const englishOtherAction = ({ by }: Done): string => `${by} changed something.`;

const ROLES: Readonly<Record<string, string>> = { manager: 'manager', office: 'office', reader: 'read only' };

export function englishRole(role: string): string {
  return ROLES[role] ?? role;
}

export const englishLabels: FieldLabels = {
  administrationId: 'Administration',
  importDebtors: 'Import debtors',
  importArticles: 'Import articles',
  hourTypesOn: 'Import hour types',
  hourSalesTypeId: 'Sales type of hour types',
  exportOn: 'Create a draft invoice for complete work orders',
  workStatusCode: 'Work order status',
  vatCode: 'Default VAT rate',
  createRelations: 'Create new relations',
  debtorKindId: 'Default debtor kind',
  paymentConditionId: 'Default payment condition',
  createMaterials: 'Create new materials',
  salesTypeId: 'Default sales type',
  defaultHourType: 'Default hour type',
  roundMinutes: 'Round hours to minutes',
  fixedText: 'Text line on order',
  referenceField: 'Reference field',
  'extraLines.0': 'Extra order line 1',
  'extraLines.1': 'Extra order line 2',
  'extraLines.2': 'Extra order line 3',
  name: 'Name',
  role: 'Role',
};
