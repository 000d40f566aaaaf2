// Towns where the demo company works, with the range of their postcodes and their area code. Words only.

export type Place = { city: string; zipFrom: number; zipTo: number; areaCode: string };

export const dutchPlaces: readonly Place[] = [
  { city: 'Amersfoort', zipFrom: 3811, zipTo: 3829, areaCode: '033' },
  { city: 'Amersfoort', zipFrom: 3811, zipTo: 3829, areaCode: '033' },
  { city: 'Amersfoort', zipFrom: 3811, zipTo: 3829, areaCode: '033' },
  { city: 'Utrecht', zipFrom: 3511, zipTo: 3585, areaCode: '030' },
  { city: 'Utrecht', zipFrom: 3511, zipTo: 3585, areaCode: '030' },
  { city: 'Soest', zipFrom: 3761, zipTo: 3768, areaCode: '035' },
  { city: 'Baarn', zipFrom: 3741, zipTo: 3744, areaCode: '035' },
  { city: 'Leusden', zipFrom: 3831, zipTo: 3833, areaCode: '033' },
  { city: 'Zeist', zipFrom: 3701, zipTo: 3709, areaCode: '030' },
  { city: 'Hoogland', zipFrom: 3828, zipTo: 3829, areaCode: '033' },
  { city: 'Nijkerk', zipFrom: 3861, zipTo: 3864, areaCode: '033' },
  { city: 'Barneveld', zipFrom: 3771, zipTo: 3773, areaCode: '0342' },
  { city: 'Bunschoten-Spakenburg', zipFrom: 3751, zipTo: 3752, areaCode: '033' },
  { city: 'Woudenberg', zipFrom: 3931, zipTo: 3931, areaCode: '033' },
  { city: 'Veenendaal', zipFrom: 3901, zipTo: 3907, areaCode: '0318' },
  { city: 'Ede', zipFrom: 6711, zipTo: 6718, areaCode: '0318' },
  { city: 'Hilversum', zipFrom: 1211, zipTo: 1223, areaCode: '035' },
  { city: 'Almere', zipFrom: 1311, zipTo: 1363, areaCode: '036' },
  { city: 'Apeldoorn', zipFrom: 7311, zipTo: 7336, areaCode: '055' },
  { city: "'s-Hertogenbosch", zipFrom: 5211, zipTo: 5237, areaCode: '073' },
];

export type ForeignPlace = { city: string; zip: string; country: string; phonePrefix: string };

export const foreignPlaces: readonly ForeignPlace[] = [
  { city: 'Antwerpen', zip: '2000', country: 'BE', phonePrefix: '+32 3 ' },
  { city: 'Liège', zip: '4000', country: 'BE', phonePrefix: '+32 4 ' },
  { city: 'Köln', zip: '50667', country: 'DE', phonePrefix: '+49 221 ' },
  { city: 'Düsseldorf', zip: '40213', country: 'DE', phonePrefix: '+49 211 ' },
  { city: 'Luxembourg', zip: '1118', country: 'LU', phonePrefix: '+352 ' },
  { city: 'Lille', zip: '59000', country: 'FR', phonePrefix: '+33 3 ' },
  { city: 'Ipswich', zip: 'IP1 3QH', country: 'GB', phonePrefix: '+44 1473 ' },
];
