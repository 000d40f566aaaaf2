// The articles that the demo's work orders use, with code and price in full view, because tests name them.
// Prices are text, so that 6.4150 stays what it is. 4711 and AVOND are left out on purpose: Asperion does not know them.

export type StockArticle = {
  code: string;
  name: string;
  unit: string;
  price: string;
  salesTypeId: string;
  isActive?: boolean;
  longDescription?: string;
};

const article = (salesTypeId: string, code: string, name: string, unit: string, price: string): StockArticle => ({
  code,
  name,
  unit,
  price,
  salesTypeId,
});

const material = article.bind(null, '10');
const equipment = article.bind(null, '11');
const sanitary = article.bind(null, '12');
const electrical = article.bind(null, '13');
const solar = article.bind(null, '14');
const ventilation = article.bind(null, '15');
const hours = article.bind(null, '20');
const rental = article.bind(null, '30');
const sundry = article.bind(null, '40');

export const stock: readonly StockArticle[] = [
  material('2210', 'Onderhoudsset cv-ketel', 'set', '31.40'),
  material('2215', 'Reinigingsmiddel warmtewisselaar 500 ml', 'fles', '12.85'),
  material('2230', 'Rookgasset dakdoorvoer 60/100 mm', 'set', '118.75'),
  material('3120', 'Thermostaatkraan haaks ½″', 'st', '27.90'),
  material('3125', 'Thermostaatknop wit', 'st', '18.35'),
  material('3210', 'Radiatorvoetventiel recht ½″', 'st', '11.45'),
  material('3310', 'Radiator type 22, 600 × 1000 mm', 'st', '189.00'),
  material('3410', 'Kamerthermostaat modulerend "Luwte"', 'st', '164.50'),
  { ...material('3990', 'Hoekstopkraan oud model', 'st', '6.95'), isActive: false },
  material('4410', 'Manometer 0–4 bar', 'st', '9.95'),
  material('4415', 'Inlaatcombinatie 15 mm, 8 bar', 'st', '42.75'),
  material('4430', 'Automatische ontluchter ½″', 'st', '11.60'),
  material('4502', 'Expansievat 18 liter', 'st', '64.90'),
  material('KT-15', 'Knelkoppeling 15 mm', 'st', '12.50'),
  material('KT-22', 'Knelkoppeling 22 mm', 'st', '15.20'),
  material('BUIS-15', 'Koperbuis 15 mm per meter', 'm', '6.4150'),
  material('BUIS-22', 'Koperbuis 22 mm per meter', 'm', '9.732'),
  {
    ...equipment('5010', 'Cv-ketel Polderwarm HR combi 28 kW', 'st', '1495.00'),
    longDescription:
      'Condenserende combiketel, tapwater CW4, geschikt voor 20 % waterstof.\nAansluiting rookgas 60/100 mm.\nGarantie: 2 jaar op onderdelen, 15 jaar op de warmtewisselaar. Niet inbegrepen: expansievat & inlaatcombinatie.',
  },
  equipment('5020', 'Warmtepomp Polderwarm hybride 5 kW', 'st', '2895.00'),
  equipment('5110', 'Elektrische boiler 80 liter', 'st', '329.00'),
  equipment('5120', 'Close-in boiler 10 liter', 'st', '149.50'),
  sanitary('6010', 'Keukenmengkraan chroom', 'st', '118.00'),
  sanitary('6020', 'Hoekstopkraan ½″ × 10 mm', 'st', '8.25'),
  sanitary('6030', 'Inbouwreservoir 1,12 m', 'st', '168.50'),
  sanitary('6040', 'Closetpot wandhangend', 'st', '142.00'),
  sanitary('6050', 'Bekersifon 5/4″', 'st', '14.75'),
  electrical('7010', 'Groepenkast 3-fase, 8 groepen', 'st', '389.00'),
  electrical('7020', 'Aardlekautomaat B16 30 mA', 'st', '41.95'),
  electrical('7030', 'Installatieautomaat B16', 'st', '8.40'),
  electrical('7040', 'Wandcontactdoos dubbel wit', '', '9.35'),
  electrical('7050', 'Rookmelder 10 jaar', 'st', '24.95'),
  electrical('7060', 'YMvK-kabel 3 × 2,5 mm² per meter', 'm', '1.2875'),
  electrical('7070', 'Laadpaal 11 kW', 'st', '849.00'),
  solar('8010', 'Zonnepaneel 430 Wp full black', 'st', '118.50'),
  solar('8020', 'Omvormer 5 kW, 3-fase', 'st', '1189.00'),
  ventilation('8110', 'Filterset WTW G4/F7', 'set', '34.50'),
  ventilation('8120', 'Mechanische ventilatiebox', 'st', '279.00'),
  material('9010', 'Siliconenkit wit 310 ml', '', '8.10'),
  material('9020', 'Montagemateriaal klein', '', '12.50'),
  hours('001', 'Monteur', 'uur', '62.50'),
  hours('002', 'Senior monteur', 'uur', '72.50'),
  hours('003', 'Leerling-monteur', 'uur', '41.25'),
  hours('REIS', 'Reistijd', 'uur', '45.00'),
  hours('SPOED', 'Spoedtarief buiten kantooruren', 'uur', '97.50'),
  hours('ENG', 'Ontwerp en berekening', 'uur', '84.00'),
  { ...hours('NACHT', 'Nachttarief (vervallen)', 'uur', '110.00'), isActive: false },
  sundry('VOOR', 'Voorrijkosten', '', '38.50'),
  sundry('STORING', 'Storingsdienst per uur', 'uur', '85.00'),
  sundry('PARK', 'Parkeerkosten', '', '0.00'),
  sundry('MILIEU', 'Milieutoeslag', '', '4.95'),
  rental('HUUR-HW', 'Huur hoogwerker per dag', 'dag', '145.00'),
];

/** A material that fitters pick from OutSmart's own list and that was never made in Asperion. */
export const unknownMaterial = { code: '4711', name: 'Vulkraan met slang ½″', unit: 'st', price: '18.75' };

/** An hour type that exists in OutSmart only. */
export const unknownHourType = { code: 'AVOND', name: 'Avondtarief', price: '93.75' };
