/**
 * What members of a work order and settings are called in Dutch. Fields that a person may choose have their label in
 * OutSmart; here are only those that findings, origins and changes name. Sets the shape that other languages fill.
 */
interface MemberWords {
  /** With its article: `de prijs`. */
  readonly label: string;
  /** What it should have been, for a value that a person can mistype; absent for the others. */
  readonly expected?: { readonly kind: string; readonly example: string };
}

export const dutchFields = {
  /** Members of a material line or of a work period. */
  lineMembers: {
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
  },
  /** Members of the work order itself. */
  orderMembers: {
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
  },
  /** Names of settings as the settings page spells them. */
  settings: {
    vatCode: 'Standaard btw-percentage',
    salesTypeId: 'Standaard verkoopsoort',
    defaultHourType: 'Standaard uursoort',
    fixedText: 'Tekstregel op order',
  },
  /** Members of the content of an invoice, as a change between draft and acknowledge names them. */
  contentMembers: {
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
  },
  /** Members of an imported record, as notices and refusals name them. */
  recordMembers: {
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
  },
  /** A whole line, by its tag. */
  line: (tag: string) => `regel ${tag}`,
  /** `aantal van regel M1`. */
  ofLine: (words: string, tag: string) => `${words} van regel ${tag}`,
  workParty: 'gegevens van de relatie',
  invoiceParty: 'gegevens van de factuurrelatie',
  aField: 'een veld',
  theField: (name: string) => `het veld ${name}`,
  /** `de` or `het` at the start of a label. */
  articles: /^(de|het) /,
};

type Shape = typeof dutchFields;

/** The words of one language, with a word for everything that has a Dutch one. */
export type FieldWords = {
  readonly [Part in keyof Shape]: Part extends 'lineMembers'
    ? Readonly<Record<keyof Shape['lineMembers'], MemberWords>>
    : Shape[Part];
};
