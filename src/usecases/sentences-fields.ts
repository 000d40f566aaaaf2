/**
 * What members of a work order and settings are called in Dutch. Fields that a person may choose have their label in
 * OutSmart; here are only those that findings, origins and changes name. Must not know the sentences around them.
 */
interface MemberWords {
  /** With its article: `de prijs`. */
  readonly label: string;
  /** What it should have been, for a value that a person can mistype; absent for the others. */
  readonly expected?: { readonly kind: string; readonly example: string };
}

const LINE_MEMBERS: Readonly<Record<string, MemberWords>> = {
  MaterialNr: { label: 'het aantal', expected: { kind: 'getal', example: '2' } },
  MaterialPrice: { label: 'de prijs', expected: { kind: 'getal', example: '12,50' } },
  MaterialCode: { label: 'de artikelcode' },
  MaterialName: { label: 'de naam' },
  MaterialUnit: { label: 'de eenheid' },
  TotalTime: { label: 'de totale tijd', expected: { kind: 'tijd', example: '2:45' } },
  BeginTime: { label: 'de begintijd', expected: { kind: 'tijd', example: '8:30' } },
  EndTime: { label: 'de eindtijd', expected: { kind: 'tijd', example: '11:30' } },
  Break: { label: 'de pauze', expected: { kind: 'aantal minuten', example: '15' } },
  HourType: { label: 'de uursoort' },
  WorkRemark: { label: 'de opmerking' },
};

const ORDER_MEMBERS: Readonly<Record<string, string>> = {
  OrderNr: 'het ordernummer',
  id: 'het interne nummer',
  CustomerDebtorNr: 'het debiteurnummer van de relatie',
  CustomerDebtorNrInvoice: 'het debiteurnummer van de factuurrelatie',
  status: 'de status',
  WorkStatus: 'de werkbonstatus',
  Materials: 'de materialen',
  Workperiods: 'de gewerkte uren',
  FreeFields: 'de vrije velden',
  response: 'de hele werkbon',
};

/** Names of settings as the settings page spells them. */
export const settingNames: Readonly<Record<string, string>> = {
  vatCode: 'Standaard btw-percentage',
  salesTypeId: 'Standaard verkoopsoort',
  defaultHourType: 'Standaard uursoort',
  fixedText: 'Tekstregel op order',
};

export interface WorkOrderMember extends MemberWords {
  /** The line that holds it, as its tag on both sheets: `M1`; empty for a member of the work order itself. */
  readonly tag: string;
}

const LINE_MEMBER = /^(Materials|Workperiods)\[(\d+)\](?:\.(\w+))?$/;

/** A member as findings and origins spell it: `Materials[2].MaterialNr`, `CustomerDebtorNr`. */
export function workOrderMember(field: string): WorkOrderMember {
  const [, list, index, member] = LINE_MEMBER.exec(field) ?? [];
  if (list === undefined) return { label: ORDER_MEMBERS[field] ?? fieldOf(field), tag: '' };
  const tag = `${list === 'Materials' ? 'M' : 'U'}${Number(index) + 1}`;
  if (member === undefined) return { label: `regel ${tag}`, tag: '' };
  return { ...(LINE_MEMBERS[member] ?? { label: fieldOf(member) }), tag };
}

/** Members of the content of an invoice, as a change between draft and acknowledge names them. */
const CONTENT_MEMBERS: Readonly<Record<string, string>> = {
  'materials.code': 'artikelcode',
  'materials.name': 'naam',
  'materials.unit': 'eenheid',
  'materials.quantity.text': 'aantal',
  'materials.price.text': 'prijs',
  'workPeriods.hourType': 'uursoort',
  'workPeriods.remark': 'opmerking',
  'workPeriods.employeeNumber': 'medewerker',
  'workPeriods.totalMinutes.text': 'totale tijd',
  'workPeriods.beginMinutes.text': 'begintijd',
  'workPeriods.endMinutes.text': 'eindtijd',
  'workPeriods.breakMinutes.text': 'pauze',
};

const CONTENT_LINE = /^(materials|workPeriods)\.(\d+)\.(.+)$/;

/**
 * A member of the content of a work order in words: `aantal van regel M1`, `gegevens van de relatie`. Null for one that
 * repeats another (the number beside its text) and says nothing to people.
 */
export function contentMember(member: string): string | null {
  const [, list, index, part] = CONTENT_LINE.exec(member) ?? [];
  if (list !== undefined) {
    const words = CONTENT_MEMBERS[`${list}.${part}`];
    return words === undefined ? null : `${words} van regel ${list === 'materials' ? 'M' : 'U'}${Number(index) + 1}`;
  }
  if (member.startsWith('workParty.')) return 'gegevens van de relatie';
  if (member.startsWith('invoiceParty.')) return 'gegevens van de factuurrelatie';
  if (member.startsWith('fields.')) return `veld ${member.slice('fields.'.length)}`;
  return null;
}

/** Members of an imported record, as notices and refusals name them. */
const RECORD_MEMBERS: Readonly<Record<string, string>> = {
  debtorNumber: 'het debiteurnummer',
  code: 'de code',
  name: 'de naam',
  description: 'de omschrijving',
  unit: 'de eenheid',
  eanCode: 'de EAN-code',
  street: 'de straat',
  houseNumber: 'het huisnummer',
  postalCode: 'de postcode',
  city: 'de plaats',
  country: 'het land',
  contactPerson: 'de contactpersoon',
  phone: 'het telefoonnummer',
  mobile: 'het mobiele nummer',
  email: 'het e-mailadres',
  kvkNumber: 'het KvK-nummer',
  vatNumber: 'het btw-nummer',
};

/** A member of an imported record with its article: `de postcode`. */
export function recordMember(field: string): string {
  return RECORD_MEMBERS[field] ?? fieldOf(field);
}

/** `prijs` of `de prijs`. */
export function withoutArticle(label: string): string {
  return label.replace(/^(de|het) /, '');
}

function fieldOf(name: string): string {
  return name === '' ? 'een veld' : `het veld ${name}`;
}
