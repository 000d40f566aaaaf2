/**
 * The tables of the schema `auth`, as they are read and written here beside the library. The columns of the library are
 * named its way.
 */
import type { Generated } from 'kysely';
export interface AuthTables {
  x: { y: Generated<string> };
}
