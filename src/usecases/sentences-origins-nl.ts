/**
 * Where a value of the invoice comes from, in Dutch: one sentence for every rule of mapping. Sets the shape that other
 * languages fill.
 */
import type { OriginRule } from '../mapping/origins.ts';
import { minutesText } from '../mapping/worked-time.ts';
import type { Origin } from '../model/draft-invoice.ts';
import { settingName, withoutArticle, workOrderMember } from './sentences-fields.ts';
import { foreignField, short } from './sentences-foreign-words.ts';

/** Labels of the fields that a person may choose, by id, as OutSmart gives them. */
export type FieldLabels = ReadonlyMap<string, string>;

export interface ToldOrigin {
  readonly origin: Origin;
  /** A parameter of the rule; empty when absent. */
  of(name: string): string;
  readonly labels: FieldLabels;
}

export interface OriginTexts {
  readonly rules: Readonly<Record<OriginRule, (told: ToldOrigin) => string>>;
  /** For a value without a rule, without a full stop. */
  readonly sources: Readonly<Record<Origin['source'], (field: string, labels: FieldLabels) => string>>;
  /** What was found there, to end a sentence with; empty when nothing was. */
  readonly found: (origin: Origin) => string;
}

const NO_INVOICE_PARTY = 'Er staat geen factuurrelatie op de werkbon';

const RULES: OriginTexts['rules'] = {
  'debtor.invoice-party': () => 'Debiteurnummer van de factuurrelatie op de werkbon, zoals Asperion het schrijft.',
  'debtor.work-party': () =>
    `${NO_INVOICE_PARTY}. Daarom het debiteurnummer van de relatie, zoals Asperion het schrijft.`,
  'debtor.new-invoice-party': ({ of }) =>
    `Debiteurnummer van de factuurrelatie op de werkbon. ${newDebtor(of('name'))}`,
  'debtor.new-work-party': ({ of }) => `${NO_INVOICE_PARTY}, dus het nummer van de relatie. ${newDebtor(of('name'))}`,
  'debtor.linked': ({ of }) => `Op de werkbon staat ${of('code')}. Iemand van uw bedrijf koos daarvoor deze debiteur.`,
  'date.day-of-export': () => 'De dag van export, in Nederland.',
  'subject.order-number': () => '"Werkbon" met het nummer van de werkbon.',
  'subject.row-id': () => 'De werkbon heeft geen nummer. Daarom "Werkbon" met het interne nummer uit OutSmart.',
  'description.mark-of-origin': ({ of }) =>
    `Nummer en relatie van de werkbon, met het kenmerk ${of('mark')}. Daaraan herkennen we het concept.`,
  'reference.chosen-field': ({ of, labels }) => `Referentie veld staat op ${fieldName(of('field'), labels)}.`,
  'fixed-text.as-typed': () => 'Tekstregel op order, zoals u die bij de instellingen hebt getypt.',
  'extra-line.joined': ({ of, labels }) => {
    const fields = of('fields')
      .split(', ')
      .map((field) => fieldName(field, labels));
    const prefix = of('prefix') === '' ? '' : `voorvoegsel "${short(of('prefix'))}" en `;
    return `Extra orderregel: ${prefix}${fields.join(' + ')} van de werkbon.`;
  },
  'text.one-line': ({ origin }) => `Uit de werkbon: ${placed(origin.field)}. Regels en spaties zijn samengevoegd.`,
  'text.article-description': ({ of }) =>
    `De regel heeft geen naam. Daarom de omschrijving van artikel ${of('code')} in Asperion.`,
  'text.new-article-name': ({ of }) => `De regel heeft geen naam. Daarom de naam die artikel ${of('code')} krijgt.`,
  'text.sales-type-description': ({ of }) =>
    `De regel heeft geen artikelcode en geen naam. Daarom de omschrijving van verkoopsoort ${of('id')} in Asperion.`,
  'text.code': ({ of }) => `Er is nergens een naam. Daarom de code ${of('code')}.`,
  'text.hour-type': () => 'Naam van de uursoort in OutSmart.',
  'text.hour-type-and-remark': () => 'Naam van de uursoort in OutSmart, en de opmerking op de werkbon.',
  'text.hours-article': () => 'OutSmart kent deze uursoort niet. Daarom de omschrijving van het artikel in Asperion.',
  'text.hours-article-and-remark': () =>
    'OutSmart kent deze uursoort niet. Daarom de omschrijving van het artikel in Asperion, en de opmerking op de werkbon.',
  'code.matched': ({ origin }) =>
    `Uit de werkbon: ${placed(origin.field)}${foundText(origin)}. Zo schrijft Asperion de code.`,
  'code.linked': ({ of }) => `Op de werkbon staat ${of('code')}. Iemand van uw bedrijf koos daarvoor dit artikel.`,
  'code.new-article': ({ origin, of }) =>
    `Uit de werkbon: ${placed(origin.field)}. Dit artikel wordt in Asperion aangemaakt, met verkoopsoort ${of('salesTypeId')}.`,
  'hour-type.default': () => 'De werkbon noemt geen uursoort. Daarom de Standaard uursoort van de instellingen.',
  'sales-type.default': () => 'De regel heeft geen artikelcode. Daarom de Standaard verkoopsoort van de instellingen.',
  'decimal.read': ({ origin }) => `Uit de werkbon: ${placed(origin.field)}${foundText(origin)}.`,
  'decimal.empty-is-zero': ({ origin }) => `Uit de werkbon: ${placed(origin.field)} is leeg en telt als 0.`,
  'hours.from-total-time': ({ of }) => `Uit de werkbon: gewerkte tijd ${time(of('minutes'))}.`,
  'hours.rounded-up': ({ of }) =>
    of('minutes') === of('roundedMinutes')
      ? `Uit de werkbon: gewerkte tijd ${time(of('minutes'))}, al een veelvoud van ${of('stepMinutes')} minuten.`
      : `Afgerond op ${of('stepMinutes')} minuten naar boven: ${time(of('minutes'))} wordt ${time(of('roundedMinutes'))}.`,
  'hours.from-begin-and-end': ({ of }) => `Uit de werkbon: van ${span(of)}, dat is ${time(of('minutes'))}.`,
  'hours.from-begin-and-end-rounded-up': ({ of }) =>
    `Uit de werkbon: van ${span(of)}. Afgerond op ${of('stepMinutes')} minuten naar boven: ${time(of('minutes'))} wordt ${time(of('roundedMinutes'))}.`,
  'unit.article': ({ of }) => `Eenheid van artikel ${of('code')} in Asperion.`,
  'unit.hours': () => 'Uren tellen we in uren.',
  'unit.none': () => 'Nergens staat een eenheid.',
  'price.article': ({ of }) => `Verkoopprijs van artikel ${of('code')} in Asperion, op dit moment.`,
  'price.new-article': ({ of, origin }) =>
    origin.source === 'outsmart'
      ? `Verkoopprijs van uursoort ${of('code')} in OutSmart. Zo wordt het artikel aangemaakt.`
      : `Prijs op de werkbon. Zo wordt artikel ${of('code')} aangemaakt.`,
  'vat.default-of-administration': ({ of }) => `Standaard btw-code van de administratie in Asperion: ${vat(of)}.`,
  'vat.chosen': ({ of }) => `Standaard btw-percentage van de instellingen: ${vat(of)}.`,
};

const SOURCES: OriginTexts['sources'] = {
  'work-order': (field, labels) => `Uit de werkbon: ${labels.get(field) ?? placed(field)}`,
  setting: (field) => `Uit de instellingen: ${settingName(field)}`,
  asperion: (field) => `Uit Asperion: ${foreign(field)}`,
  outsmart: (field) => `Uit OutSmart: ${foreign(field)}`,
  rule: () => 'Zo werkt de koppeling altijd',
};

const RECORDS = { article: 'artikel', 'hour type': 'uursoort', 'sales type': 'verkoopsoort', 'vat code': 'btw-code' };
const MEMBERS = {
  name: 'naam',
  description: 'omschrijving',
  unit: 'eenheid',
  salesPrice: 'verkoopprijs',
  salePrice: 'verkoopprijs',
};

/** `hour type MONT name` as `naam van uursoort MONT`. */
function foreign(field: string): string {
  return foreignField(field, ({ record, code, member }) => `${MEMBERS[member]} van ${RECORDS[record]} ${code}`);
}

function newDebtor(name: string): string {
  return `${name === '' ? 'De debiteur' : `Debiteur ${short(name)}`} wordt in Asperion aangemaakt.`;
}

/** `prijs (regel M1)`. */
function placed(field: string): string {
  const { label, tag } = workOrderMember(field);
  return `${withoutArticle(label)}${tag === '' ? '' : ` (regel ${tag})`}`;
}

function fieldName(id: string, labels: FieldLabels): string {
  return labels.get(id) ?? withoutArticle(workOrderMember(id).label);
}

function foundText({ found }: Origin): string {
  return found === undefined || found.trim() === '' ? '' : `, daar staat "${short(found)}"`;
}

function time(minutes: string): string {
  return minutesText(Number(minutes));
}

function span(of: ToldOrigin['of']): string {
  const pause = Number(of('breakMinutes'));
  return `${of('begin')} tot ${of('end')}${pause > 0 ? ` met ${pause} minuten pauze` : ''}`;
}

function vat(of: ToldOrigin['of']): string {
  const percentage = `${of('percentage').replace('.', ',')}%`;
  return of('description').includes(percentage) ? of('description') : `${of('description')} (${percentage})`;
}

export const dutchOrigins: OriginTexts = { rules: RULES, sources: SOURCES, found: foundText };
