// How to name one database of a server, for the throw-away cluster (a socket) and for an outside server (an address).

import type pg from 'pg';

/** The settings for another database of the same server. An address would win over a database name beside it. */
export function inDatabase(admin: pg.ClientConfig, name: string): pg.ClientConfig {
  return admin.connectionString ? { connectionString: addressOf(admin, name) } : { ...admin, database: name };
}

/** The same as an address. */
export function addressOf(admin: pg.ClientConfig, name: string): string {
  if (admin.connectionString) {
    const url = new URL(admin.connectionString);
    url.pathname = `/${name}`;
    return url.href;
  }
  // The form that pg reads for a Unix socket: the folder is in the query, since a host cannot hold slashes, and wins.
  return `postgresql://${admin.user}@localhost/${name}?host=${encodeURIComponent(String(admin.host))}&port=${admin.port}`;
}
