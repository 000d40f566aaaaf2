/**
 * Who is signed in and which company the page is about.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useAnswer } from './api/answers.ts';
import type { AnswerOf } from './api/client.ts';

export type Me = AnswerOf<'GET /api/me'>;
export type Role = Me['accounts'][number]['role'];

/** The company that the page is about, and the person's role in it. */
export interface Company {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

const KEY = 'koppeling-company';
const listeners = new Set<() => void>();

function chosenCompany(): string {
  return window.localStorage.getItem(KEY) ?? '';
}

export function chooseCompany(accountId: string): void {
  window.localStorage.setItem(KEY, accountId);
  for (const listener of listeners) listener();
}

/** Answers 401 as an error while nobody is signed in. */
export function useMe() {
  return useAnswer('GET /api/me', {}, { staleTime: 60_000 });
}

/** The chosen company, else the first; null for a person without one. */
export function useCompanyOrNull(): Company | null {
  const chosen = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosenCompany);
  const { data } = useMe();
  return data?.accounts.find(({ accountId }) => accountId === chosen) ?? data?.accounts[0] ?? null;
}

/** The company; only within the frame, which shows nothing before there is one. */
export function useCompany(): Company {
  const company = useCompanyOrNull();
  if (!company) throw new Error('the frame shows screens only for a company');
  return company;
}

const RANK = { reader: 0, office: 1, manager: 2 } as const;

/** Whether the person's role allows it; what it does not allow is shown without its button. */
export function useMay(role: Role): boolean {
  const company = useCompanyOrNull();
  return company !== null && RANK[company.role] >= RANK[role];
}

/** Forgets everything that was read, after signing in or out. */
export function useForgetAll(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.clear();
    await queries.invalidateQueries();
  };
}
