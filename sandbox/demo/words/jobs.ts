// Jobs an installation company does every week: what was done, with which stock articles and for how long.
// Codes are those of stock.ts; minutes are worked minutes without breaks. Words only, no dates and no customers.

export type JobHours = { hourType: string; minutes: number; remark: string };

export type Job = {
  typeOfWork: string;
  short: string;
  description: string;
  materials: readonly (readonly [code: string, quantity: string])[];
  hours: readonly JobHours[];
};

const travel = (minutes: number): JobHours => ({ hourType: 'REIS', minutes, remark: '' });
const fitter = (minutes: number, remark = ''): JobHours => ({ hourType: '001', minutes, remark });
const senior = (minutes: number, remark = ''): JobHours => ({ hourType: '002', minutes, remark });

export const jobs: readonly Job[] = [
  {
    typeOfWork: 'Storing',
    short: 'Lekkage verholpen, expansievat vervangen',
    description: 'Expansievat was lek. Nieuw vat geplaatst, installatie bijgevuld en ontlucht.',
    materials: [
      ['4502', '1'],
      ['4410', '1'],
    ],
    hours: [travel(40), fitter(165, 'Lekkage verholpen')],
  },
  {
    typeOfWork: 'Onderhoud',
    short: 'Onderhoud cv-ketels blok C',
    description: 'Jaarlijks onderhoud aan vier ketels. Branders gereinigd en CO gemeten: in orde.',
    materials: [
      ['2210', '4'],
      ['2215', '2'],
    ],
    hours: [travel(25), fitter(250), senior(120, 'Metingen en rapport')],
  },
  {
    typeOfWork: 'Reparatie',
    short: 'Radiator verplaatst',
    description: 'Radiator in de woonkamer 60 cm naar links verplaatst, leidingen ingekort.',
    materials: [
      ['KT-15', '6'],
      ['BUIS-15', '2.50'],
      ['3210', '1'],
    ],
    hours: [travel(30), fitter(155)],
  },
  {
    typeOfWork: 'Service',
    short: 'Thermostaat geplaatst',
    description: 'Oude thermostaat verwijderd, modulerende thermostaat geplaatst en uitgelegd.',
    materials: [['3410', '1']],
    hours: [travel(20), fitter(70, 'Uitleg gegeven')],
  },
  {
    typeOfWork: 'Installatie',
    short: 'Cv-ketel vervangen',
    description: 'Oude ketel afgevoerd, nieuwe HR combi gehangen, rookgasafvoer aangepast, ingeregeld.',
    materials: [
      ['5010', '1'],
      ['2230', '1'],
      ['KT-22', '8'],
      ['BUIS-22', '3.00'],
      ['9020', '1'],
    ],
    hours: [travel(35), senior(390), fitter(390)],
  },
  {
    typeOfWork: 'Storing',
    short: 'Storing cv-ketel verholpen',
    description: 'Ketel viel uit op te lage druk. Inlaatcombinatie vervangen en bijgevuld.',
    materials: [['4415', '1']],
    hours: [travel(35), fitter(85)],
  },
  {
    typeOfWork: 'Installatie',
    short: 'Boiler vervangen',
    description: 'Elektrische boiler van 80 liter vervangen.',
    materials: [
      ['5110', '1'],
      ['4415', '1'],
      ['KT-15', '4'],
    ],
    hours: [travel(30), fitter(145)],
  },
  {
    typeOfWork: 'Reparatie',
    short: 'Keukenkraan vervangen',
    description: 'Keukenmengkraan en beide hoekstopkranen vervangen.',
    materials: [
      ['6010', '1'],
      ['6020', '2'],
      ['6050', '1'],
    ],
    hours: [travel(20), fitter(75)],
  },
  {
    typeOfWork: 'Installatie',
    short: 'Groepenkast vernieuwd',
    description: 'Groepenkast vervangen, alle groepen doorgemeten en gelabeld.',
    materials: [
      ['7010', '1'],
      ['7020', '3'],
      ['7030', '6'],
    ],
    hours: [travel(30), senior(310, 'Metingen vastgelegd')],
  },
  {
    typeOfWork: 'Project',
    short: 'Zonnepanelen geplaatst',
    description: 'Veertien panelen op schuin dak met omvormer, opgeleverd en aangemeld.',
    materials: [
      ['8010', '14'],
      ['8020', '1'],
      ['7060', '22.50'],
    ],
    hours: [travel(45), senior(480), fitter(480), fitter(240, 'Tweede dag')],
  },
  {
    typeOfWork: 'Onderhoud',
    short: 'Filters WTW vervangen',
    description: 'Filterset vervangen, ventielen gereinigd en opnieuw ingeregeld.',
    materials: [['8110', '2']],
    hours: [travel(25), fitter(55)],
  },
  {
    typeOfWork: 'Regie',
    short: 'Leidingwerk kantine',
    description: 'Toevoer kantine verlegd in opdracht van de huismeester.',
    materials: [
      ['BUIS-22', '7.25'],
      ['KT-22', '12'],
      ['9010', '1'],
    ],
    hours: [travel(40), fitter(205), fitter(115, 'Afpersen')],
  },
  {
    typeOfWork: 'Installatie',
    short: 'Laadpaal geplaatst',
    description: 'Laadpaal 11 kW op de oprit met eigen groep.',
    materials: [
      ['7070', '1'],
      ['7020', '1'],
      ['7060', '18.00'],
    ],
    hours: [travel(30), senior(230)],
  },
  {
    typeOfWork: 'Service',
    short: 'Rookmelders opgehangen',
    description: 'Op elke verdieping een rookmelder geplaatst en getest.',
    materials: [['7050', '3']],
    hours: [travel(20), fitter(50)],
  },
  {
    typeOfWork: 'Reparatie',
    short: 'Lekkage radiatorkraan',
    description: 'Thermostaatkraan en voetventiel vervangen.',
    materials: [
      ['3120', '1'],
      ['3125', '1'],
      ['3210', '1'],
    ],
    hours: [travel(25), fitter(65, 'Lekkage verholpen')],
  },
  {
    typeOfWork: 'Service',
    short: 'Vijf ketels bijgevuld en ontlucht',
    description: 'Druk in alle vijf installaties op 1,8 bar gebracht.',
    materials: [['4430', '5']],
    hours: [travel(30), fitter(175)],
  },
  {
    typeOfWork: 'Levering',
    short: 'Materiaal afgegeven aan de balie',
    description: 'Opgehaald door de klant, geen werk uitgevoerd.',
    materials: [
      ['3310', '2'],
      ['3120', '2'],
    ],
    hours: [],
  },
  {
    typeOfWork: 'Service',
    short: 'Adviesgesprek warmtepomp',
    description: 'Woning opgenomen, afgiftesysteem bekeken en mogelijkheden besproken.',
    materials: [],
    hours: [travel(35), senior(95, 'Opname en advies')],
  },
];
