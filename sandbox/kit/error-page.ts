// The kind of page a gateway shows when what is behind it fails: HTML where a client expects JSON.

import { STATUS_CODES } from 'node:http';

/** A whole page as text for this HTTP status. */
export function errorPage(status: number): string {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr>\r\n</body>\r\n</html>\r\n`;
}
