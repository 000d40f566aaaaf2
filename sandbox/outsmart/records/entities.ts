// The lists of an OutSmart account that have an endpoint of their own, as documented: fields, sizes, key and error
// codes (docs sections 3, 8-12, 14). Work orders are not among them: work-order-fields.ts.

import { type FieldSpec, optional, required } from './field-spec.ts';
import { type FieldSet, fieldSet } from './record-check.ts';

export interface Entity {
  endpoint: string;
  fields: FieldSet;
  /** Fields that together identify a record; a post with the same key (letter case aside) changes that record. */
  keys: readonly string[];
  codes: { failed: number; missing: number; invalid: number };
  /** Whether GET takes key, value and operator. When not they are ignored, as `employees` does. */
  isFilterable: boolean;
  /** Column names in filters that differ from the name in replies. */
  filterAliases: Readonly<Record<string, string>>;
  /** What a fresh account already holds. */
  startsWith: readonly Record<string, string>[];
}

type Extra = Partial<Pick<Entity, 'isFilterable' | 'filterAliases' | 'startsWith'>> & { invalid?: number };

function entity(endpoint: string, base: number, keys: string[], specs: FieldSpec[], extra: Extra = {}): Entity {
  const { invalid = base, ...rest } = extra;
  const codes = { failed: base, missing: base + 1, invalid };
  return {
    isFilterable: false,
    filterAliases: {},
    startsWith: [],
    ...rest,
    endpoint,
    keys,
    codes,
    fields: fieldSet(...specs),
  };
}

/** The little lists of code and description; their codes stand only in samples (1051), a failed save in none. */
function lookup(endpoint: string): Entity {
  const specs = [required('code'), required('description'), optional('app_enabled', 'flag', '1')];
  const listed = entity(endpoint, 1050, ['code'], specs);
  return { ...listed, codes: { failed: 1007, missing: 1051, invalid: 1051 } };
}

const optionals = (...names: string[]): FieldSpec[] => names.map((name) => optional(name));

const freeValues = Array.from({ length: 50 }, (_, index) => optional(`val_value_${index + 1}`, 'nullable'));

const relations = entity(
  'relations',
  1300,
  ['debtor_number'],
  [
    required('debtor_number'),
    required('name'),
    optional('contact'),
    optional('phone_number'),
    optional('mobile'),
    optional('email'),
    optional('email_workorder'),
    required('street'),
    optional('house_number'),
    required('postal_code'),
    required('city'),
    optional('country'),
    optional('remark', 'long'),
    optional('latitude', 'float'),
    optional('longitude', 'float'),
    ...optionals('external_id', 'debtor_number_invoice', 'kvk_number', 'vat_number', 'debtor_type', 'language'),
    ...optionals('accountmanager', 'status', 'pgp_code', 'source', 'lead_phase'),
    optional('active', 'flag', '1'),
    ...freeValues,
  ],
  { isFilterable: true, filterAliases: { zip: 'postal_code' } },
);

const materials = entity(
  'materials',
  1200,
  ['code'],
  [
    required('code'),
    required('description', 'long'),
    // The documented reply of this one endpoint writes a comma, whatever was posted.
    required('price', 'comma-decimal'),
    required('unit'),
    optional('eancode', 'short'),
    optional('barcode', 'short'),
    ...optionals('freefield1', 'freefield2', 'freefield3', 'freefield4', 'freefield5'),
    optional('note', 'long'),
    optional('vat_code'),
  ],
  { invalid: 1201 },
);

const hourtypes = entity(
  'hourtypes',
  1800,
  ['code'],
  [
    required('code'),
    required('name'),
    required('cost_booking', 'flag'),
    required('sale_booking', 'flag'),
    required('sale_price', 'decimal'),
    optional('cost_price', 'decimal', '0.00'),
    optional('active', 'flag', '1'),
  ],
  { invalid: 1801 },
);

const projects = entity(
  'projects',
  1700,
  ['code'],
  [
    required('code'),
    optional('code_ext'),
    required('debtor_number'),
    ...optionals('adr_code', 'cpn_code', 'debtor_number_invoice'),
    required('status'),
    required('name'),
    optional('description', 'long'),
    optional('progress', 'integer', '0'),
    required('date_start', 'iso-day'),
    optional('date_end', 'iso-day'),
    optional('active', 'flag', '1'),
  ],
  { isFilterable: true, invalid: 1701 },
);

const workTypeNames = ['Installatie', 'Garantie', 'Levering', 'Onderhoud', 'Project', 'Regie', 'Reparatie', 'Service'];
const moreWorkTypeNames = ['Storing', 'Verkoop', 'Verhuur'];
const paymentNames = ['op rekening', 'niet van toepassing', 'contant voldaan', 'pin betaling', 'conform offerte'];

const worktypes = entity(
  'worktypes',
  2600,
  ['wrt_name'],
  [
    required('wrt_name'),
    required('wrt_description'),
    required('wrt_default_minutes', 'integer'),
    required('wrt_active', 'flag'),
  ],
  {
    startsWith: [...workTypeNames, ...moreWorkTypeNames].map((name) => ({
      wrt_name: name,
      wrt_description: name,
      wrt_default_minutes: '0',
      wrt_active: '1',
    })),
  },
);

const addressFields = ['adr_cpn_code', 'adr_line_1', 'adr_zip', 'adr_city', 'adr_country'];
const freeFieldSpecs = [
  required('fld_entity'),
  required('fld_name'),
  required('fld_type'),
  optional('fld_values', 'long'),
  optional('fld_reference_name'),
  required('fld_order', 'integer'),
  optional('fld_required', 'flag', '0'),
];

/** Every list with an endpoint, by the name of that endpoint. */
export const entities: ReadonlyMap<string, Entity> = new Map(
  [
    entity(
      'employees',
      1100,
      ['number'],
      [required('number'), required('firstname'), required('lastname'), optional('active', 'flag', '1')],
    ),
    relations,
    materials,
    hourtypes,
    projects,
    entity('workstatusses', 2800, ['sta_code'], [required('sta_code'), required('sta_name')]),
    worktypes,
    entity('paymentmethods', 2700, ['pmd_description'], [required('pmd_description')], {
      startsWith: paymentNames.map((name) => ({ pmd_description: name })),
    }),
    lookup('material_types'),
    lookup('priorities'),
    lookup('errors'),
    lookup('solutions'),
    // Which codes addresses and contact persons answer is not documented; they belong to a relation.
    entity(
      'addresses',
      1300,
      ['adr_code'],
      [required('adr_code'), required('adr_debtor_nr'), ...optionals(...addressFields), optional('adr_remark', 'long')],
    ),
    entity(
      'contactpersons',
      1300,
      ['cpn_code'],
      [required('cpn_code'), required('cpn_debtor_nr'), required('cpn_name'), ...optionals('cpn_phone', 'cpn_email')],
    ),
    entity('suppliers', 2000, ['sup_code'], [required('sup_code'), required('sup_name'), optional('sup_image')]),
    entity(
      'categories',
      2400,
      ['cat_code'],
      [required('cat_code'), required('cat_name'), ...optionals('cat_cat_code', 'cat_image', 'cat_display')],
    ),
    {
      ...entity('freefields', 1050, ['fld_entity', 'fld_order'], freeFieldSpecs, { isFilterable: true }),
      codes: { failed: 1007, missing: 1051, invalid: 1051 },
    },
  ].map((defined) => [defined.endpoint, defined]),
);

/** The definition of a list that exists. Throws for another name: that is a mistake of the caller. */
export function entityOf(endpoint: string): Entity {
  const found = entities.get(endpoint);
  if (found === undefined) throw new Error(`no list is called ${endpoint}`);
  return found;
}
