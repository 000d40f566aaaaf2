// Words from which the names of companies, institutions and owners' associations are put together.
// Every combination is invented; a likeness to an existing company is chance.

export const trades: readonly string[] = [
  'Bakkerij',
  'Slagerij',
  'Kapsalon',
  'Garage',
  'Autobedrijf',
  'Kwekerij',
  'Bloemisterij',
  'Bouwbedrijf',
  'Aannemersbedrijf',
  'Schildersbedrijf',
  'Timmerwerken',
  'Makelaardij',
  'Restaurant',
  'Eetcafé',
  'Lunchroom',
  'Drukkerij',
  'Fietsenwinkel',
  'Transport',
  'Administratiekantoor',
  'Sportschool',
  'Interieurbouw',
  'Zuivelhandel',
];

export const legalForms: readonly string[] = ['', '', '', ' BV', ' BV', ' B.V.', ' VOF', ' & Zn.', ' Holding B.V.'];

export const institutions: readonly string[] = [
  'Basisschool De Regenboog',
  'Basisschool De Klimboom',
  'Kinderopvang Dribbel',
  'Fysiotherapie De Linde',
  'Tandartspraktijk Meijer',
  'Huisartsenpost Zonnegloren',
  'Zorgcentrum De Wilgenhof',
  'Verpleeghuis Avondrood',
  'Stichting Wijkcentrum Soesterkwartier',
  'Stichting Dorpshuis De Deel',
  'Muziekschool Da Capo',
  'Bibliotheek De Leeshoek',
  'Scouting De Trekvogels',
  'Voetbalvereniging De Lange Leegte',
  'Tennisclub Het Hoge Net',
  'Protestantse kerk De Open Deur',
  'Dierenkliniek Pootje',
  'Apotheek Het Mortier',
];

export const associationNames: readonly string[] = [
  'Zuiderpark',
  'Residence De Linden',
  'Havenzicht',
  'Kade 7',
  'De Drie Torens',
  'Parkzicht',
  'Molenhof',
  'Hof van Hoogland',
  'Waterrijk',
  'De Veenkamp',
  'Het Baken',
  'Spoorzicht',
  'Stadhouder',
  'Kruiskamp',
  'Emiclaer',
];
