/**
 * Who is asking: a person who is signed in, as the rest of the program sees them. Types only.
 */
import type { AccountId } from '../model/ids.ts';

/** Alleen lezen, kantoor, beheerder; each may do what the one before may. */
export type Role = 'reader' | 'office' | 'manager';

export interface Membership {
  readonly accountId: AccountId;
  readonly role: Role;
}

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Runs this installation. */
  readonly isOperator: boolean;
  readonly hasTwoFactor: boolean;
  readonly memberships: readonly Membership[];
  /** By what they showed who they are; the session's id, or null for an API key. */
  readonly sessionId: string | null;
}

const RANK: Readonly<Record<Role, number>> = { reader: 0, office: 1, manager: 2 };

/** Whether one role may do what another may. */
export function mayActAs(role: Role, wanted: Role): boolean {
  return RANK[role] >= RANK[wanted];
}
