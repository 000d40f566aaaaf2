/**
 * What stands in the audit trail, in Dutch: a sentence for every action, a label for every field that can change. Sets the
 * shape that other languages fill.
 */

import { dayIn, isJobName } from './sentences-audit-values.ts';
import { jobWord } from './sentences-log.ts';
import { counted, dutchDate } from './sentences-numbers.ts';

/** Who did it, and what was kept with it; what is absent makes the sentence say less. */
export interface Done {
  readonly by: string;
  readonly of: (parameter: string) => string;
}

const job = (of: Done['of']): string => {
  const name = of('job');
  return isJobName(name) ? jobWord(name) : 'een synchronisatie';
};
const person = (of: Done['of']): string => of('name') || of('email') || 'iemand';
const as = (of: Done['of']): string => (of('role') === '' ? '' : ` als ${dutchRole(of('role'))}`);
const record = (of: Done['of']): string => `${of('kind') === 'debtor' ? 'debiteur' : 'artikel'} ${of('code')}`.trim();
const target = (of: Done['of']): string => `${of('targetCode')} ${of('targetName')}`.trim();
const workOrder = (of: Done['of']): string => `werkbon ${of('orderNumber') || of('rowId')}`.trim();
const until = (of: Done['of']): string => {
  const day = dayIn(of('endsOn'));
  return day === null ? '' : `; die loopt door tot en met ${dutchDate(day)}`;
};

export const dutchAudit = {
  'settings.changed': ({ by }: Done) => `${by} heeft de instellingen gewijzigd.`,
  'run.started': ({ by, of }: Done) => `${by} heeft ${job(of)} gestart.`,
  'run.cancelled': ({ by, of }: Done) => `${by} heeft ${job(of)} gestopt.`,
  'member.invited': ({ by, of }: Done) => `${by} heeft ${person(of)} uitgenodigd${as(of)}.`,
  'member.joined': ({ by }: Done) => `${by} doet mee in dit bedrijf.`,
  'member.role-changed': ({ by, of }: Done) => `${by} heeft ${person(of)} een andere rol gegeven.`,
  'member.removed': ({ by, of }: Done) => `${by} heeft ${person(of)} uit dit bedrijf gehaald.`,
  'invitation.withdrawn': ({ by, of }: Done) =>
    `${by} heeft de uitnodiging van ${of('email') || 'iemand'} ingetrokken.`,
  'company.renamed': ({ by }: Done) => `${by} heeft de naam van het bedrijf gewijzigd.`,
  'company.created': ({ by, of }: Done) =>
    `${by} heeft het bedrijf${of('name') === '' ? '' : ` ${of('name')}`} gemaakt.`,
  'link.laid': ({ by, of }: Done) =>
    `${by} heeft ${record(of)} gekoppeld aan ${target(of) || 'een ander gegeven'} in Asperion.`,
  'link.removed': ({ by, of }: Done) => `${by} heeft de koppeling van ${record(of)} weggehaald.`,
  'creation.allowed': ({ by, of }: Done) => `${by} laat ${record(of)} aanmaken in Asperion.`,
  'work-order.skipped': ({ by, of }: Done) => `${by} handelt ${workOrder(of)} zelf af.`,
  'work-order.unskipped': ({ by, of }: Done) => `${by} laat ${workOrder(of)} weer meedoen.`,
  'work-order.make-again': ({ by, of }: Done) => `${by} laat het concept van ${workOrder(of)} opnieuw maken.`,
  'work-order.adopted': ({ by, of }: Done) => `${by} zegt dat het concept van ${workOrder(of)} er is.`,
  'work-order.kept': ({ by, of }: Done) => `${by} laat de factuur van ${workOrder(of)} zoals die is.`,
  'misplaced.decided': ({ by, of }: Done) =>
    `${by} laat wat in de verkeerde administratie staat ${of('decision') === 'delete' ? 'verwijderen' : 'daar staan'}; de export gaat verder.`,
  'licence.ordered': ({ by }: Done) => `${by} heeft de koppeling Asperion besteld.`,
  'licence.cancelled': ({ by, of }: Done) => `${by} heeft de koppeling Asperion opgezegd${until(of)}.`,
  'licence.resumed': ({ by }: Done) => `${by} heeft de opzegging van de koppeling Asperion teruggedraaid.`,
  'connection.outsmart-connected': ({ by, of }: Done) =>
    `${by} heeft OutSmart verbonden${of('ending') === '' ? '' : `, met het token dat eindigt op ${of('ending')}`}.`,
  'connection.asperion-begun': ({ by }: Done) => `${by} is begonnen met verbinden met Asperion.`,
  'connection.asperion-disconnected': ({ by }: Done) => `${by} heeft de verbinding met Asperion verbroken.`,
  'first-export.confirmed': ({ by, of }: Done) => {
    const day = dayIn(of('startDate'));
    const from = day === null ? '' : ` vanaf ${dutchDate(day)}`;
    const left = Number(of('leftBehind') || '0');
    return `${by} heeft de eerste export bevestigd${from}${left === 0 ? '' : `; ${counted(left, 'werkbon blijft', 'werkbonnen blijven')} staan`}.`;
  },
  'account.suspended': ({ by }: Done) => `${by} (beheerder van de koppeling) heeft dit bedrijf stilgezet.`,
  'account.resumed': ({ by }: Done) => `${by} (beheerder van de koppeling) laat dit bedrijf weer verder gaan.`,
};

export type AuditAction = keyof typeof dutchAudit;
export type AuditTexts = Readonly<Record<AuditAction, (done: Done) => string>>;

/** An action of another version of the program. */
export const dutchOtherAction = ({ by }: Done): string => `${by} heeft iets gewijzigd.`;

const ROLES: Readonly<Record<string, string>> = { manager: 'beheerder', office: 'kantoor', reader: 'alleen lezen' };

export function dutchRole(role: string): string {
  return ROLES[role] ?? role;
}

/** Fields that can change, as the page spells them; each extra line is one. */
export const dutchLabels = {
  administrationId: 'Administratie',
  importDebtors: 'Debiteuren importeren',
  importArticles: 'Artikelen importeren',
  hourTypesOn: 'Uursoorten importeren',
  hourSalesTypeId: 'Verkoopsoort van uursoorten',
  exportOn: 'Conceptfactuur aanmaken voor complete werkbonnen',
  workStatusCode: 'Werkbonstatus',
  vatCode: 'Standaard btw-percentage',
  createRelations: 'Nieuwe relaties aanmaken',
  debtorKindId: 'Standaard debiteursoort',
  paymentConditionId: 'Standaard betalingsconditie',
  createMaterials: 'Nieuwe materialen aanmaken',
  salesTypeId: 'Standaard verkoopsoort',
  defaultHourType: 'Standaard uursoort',
  roundMinutes: 'Uren afronden op minuten',
  fixedText: 'Tekstregel op order',
  referenceField: 'Referentie veld',
  'extraLines.0': 'Extra orderregel 1',
  'extraLines.1': 'Extra orderregel 2',
  'extraLines.2': 'Extra orderregel 3',
  name: 'Naam',
  role: 'Rol',
};

export type FieldLabels = Readonly<Record<keyof typeof dutchLabels, string>>;
