/**
 * The tables of the schema `auth` as they are read and written here beside the library, and the company's own table. The
 * columns of the library are named its way.
 */
import type { Generated, Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Role } from './person.ts';

interface UserTable {
  id: Generated<string>;
  name: string;
  email: string;
  emailVerified: boolean;
  createdAt: Date;
  updatedAt: Date;
  twoFactorEnabled: boolean | null;
  isOperator: boolean;
}

interface SessionTable {
  id: string;
  userId: string;
  expiresAt: Date;
  createdAt: Date;
  updatedAt: Date;
  userAgent: string | null;
}

/** How a person signs in; here by password only. */
interface SignInTable {
  id: Generated<string>;
  accountId: string;
  providerId: 'credential';
  userId: string;
  password: string;
  createdAt: Date;
  updatedAt: Date;
}

interface OrganizationTable {
  id: Generated<string>;
  name: string;
  /** The account's id. */
  slug: string;
  createdAt: Date;
}

interface MemberTable {
  id: Generated<string>;
  organizationId: string;
  userId: string;
  role: Role;
  createdAt: Date;
}

interface InvitationTable {
  id: string;
  organizationId: string;
  email: string;
  role: Role;
  status: 'pending' | 'accepted' | 'rejected' | 'canceled';
  expiresAt: Date;
  createdAt: Date;
}

interface TwoFactorTable {
  userId: string;
}

interface ApiKeyTable {
  id: Generated<string>;
  user_id: string;
  name: string;
  sha256: Buffer;
  ending: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface AttemptTable {
  subject: Buffer;
  times: number;
  counted_until: Date;
}

export interface AuthTables extends Tables {
  'auth.user': UserTable;
  'auth.session': SessionTable;
  'auth.account': SignInTable;
  'auth.organization': OrganizationTable;
  'auth.member': MemberTable;
  'auth.invitation': InvitationTable;
  'auth.twoFactor': TwoFactorTable;
  'auth.api_key': ApiKeyTable;
  'auth.attempt': AttemptTable;
}

export type AuthDatabase = Kysely<AuthTables>;
