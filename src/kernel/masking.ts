/**
 * Makes foreign bodies and addresses safe to keep and to log: no tokens, no personal details.
 */

const SECRET_MEMBERS =
  /"(access_token|refresh_token|id_token|token|software_token|client_secret|password)"\s*:\s*(?:"(?:[^"\\]|\\.)*(?:"|$)|-?\d[\d.eE+-]*)/gi;
const PERSONAL_MEMBERS =
  /"([a-z]*(?:name|street|address|addressline\d|zip|postcode|postal_code|city|phone|phonenumber|phone_number|mobile|email|emailaddress|contact|contactperson|iban|bic|vatnumber|vat_number|signature|attentionto|cocnumber|kvk_number|bban)[a-z]*)"\s*:\s*(?:"(?:[^"\\]|\\.)*(?:"|$)|-?\d[\d.eE+-]*)/gi;
const SECRET_PARAMETERS = /\b(token|software_token|access_token|refresh_token|client_secret|code)=[^&\s"'<>]+/gi;
const BEARER = /\bBearer\s+[\w.~+/=-]+/gi;
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const BODY_CHARACTERS_MAX = 4_000;

/** The first 4,000 characters of a foreign body, with secrets and personal details replaced by `***`. */
export function maskBody(body: string): string {
  return body
    .slice(0, BODY_CHARACTERS_MAX)
    .replace(SECRET_MEMBERS, '"$1":"***"')
    .replace(PERSONAL_MEMBERS, '"$1":"***"')
    .replace(SECRET_PARAMETERS, '$1=***')
    .replace(BEARER, 'Bearer ***')
    .replace(EMAIL, '***');
}

/** An address without its query, which may hold a token, and without credentials. */
export function addressWithoutQuery(address: string): string {
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
