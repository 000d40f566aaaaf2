/**
 * ISO 3166 two-letter codes of countries as people write them on a work order. Guesses nothing: unknown is empty.
 */
import { foldCode } from '../kernel/text.ts';

const ISO_CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
    'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
    'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
    'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
    'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
    'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** Names in Dutch, English and the country's own language, and codes in use beside ISO's. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  AT: ['Oostenrijk', 'Österreich', 'Austria', 'AUT'],
  AW: ['Aruba'],
  BE: ['België', 'Belgie', 'Belgium', 'Belgique', 'Belgien', 'BEL', 'B'],
  BG: ['Bulgarije', 'Bulgaria'],
  CH: ['Zwitserland', 'Schweiz', 'Suisse', 'Switzerland', 'CHE'],
  CW: ['Curaçao', 'Curacao'],
  CZ: ['Tsjechië', 'Tsjechie', 'Czechia', 'Czech Republic'],
  DE: ['Duitsland', 'Deutschland', 'Germany', 'DEU', 'D'],
  DK: ['Denemarken', 'Danmark', 'Denmark', 'DNK'],
  EE: ['Estland', 'Estonia'],
  ES: ['Spanje', 'España', 'Spain', 'ESP'],
  FI: ['Finland', 'FIN'],
  FR: ['Frankrijk', 'France', 'FRA', 'F'],
  GB: [
    'Verenigd Koninkrijk',
    'Groot-Brittannië',
    'Groot-Brittannie',
    'Engeland',
    'United Kingdom',
    'England',
    'UK',
    'GBR',
  ],
  GR: ['Griekenland', 'Greece', 'EL'],
  HR: ['Kroatië', 'Kroatie', 'Croatia'],
  HU: ['Hongarije', 'Hungary'],
  IE: ['Ierland', 'Ireland', 'IRL'],
  IT: ['Italië', 'Italie', 'Italia', 'Italy', 'ITA'],
  LT: ['Litouwen', 'Lithuania'],
  LU: ['Luxemburg', 'Luxembourg', 'LUX'],
  LV: ['Letland', 'Latvia'],
  NL: ['Nederland', 'Netherlands', 'The Netherlands', 'Holland', 'Niederlande', 'Pays-Bas', 'NLD'],
  NO: ['Noorwegen', 'Norge', 'Norway', 'NOR'],
  PL: ['Polen', 'Polska', 'Poland', 'POL'],
  PT: ['Portugal', 'PRT'],
  RO: ['Roemenië', 'Roemenie', 'Romania'],
  SE: ['Zweden', 'Sverige', 'Sweden', 'SWE'],
  SI: ['Slovenië', 'Slovenie', 'Slovenia'],
  SK: ['Slowakije', 'Slovakia'],
  SR: ['Suriname'],
  TR: ['Turkije', 'Türkiye', 'Turkey'],
  US: ['Verenigde Staten', 'Amerika', 'United States', 'USA'],
};

const CODE_BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.map((name): [string, string] => [foldCode(name), code])),
);

/** The two-letter code of a country written as code or name (`NL`, `nederland`, `België`); empty when not recognised. */
export function countryCode(country: string): string {
  const code = country.trim().toUpperCase();
  if (ISO_CODES.has(code)) return code;
  return CODE_BY_NAME.get(foldCode(country)) ?? '';
}
