/**
 * An answer told that a create landed in another administration than meant: the account stops until a person decides.
 * Nothing is deleted silently (product.md section 3, "Readings, settled").
 */
import { Fault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { Intent } from '../store/intents.ts';
import type { RunContext } from './run-context.ts';

/** Stores where it landed, stops the account, and answers the fault to throw. */
export async function stopForWrongAdministration(
  context: RunContext,
  intent: Intent,
  foreignId: string,
  landedIn: AdministrationId,
): Promise<Fault> {
  const { account, runId, administrationId } = context;
  const parameters = {
    kind: intent.kind,
    id: foreignId,
    subject: intent.mark,
    meant: String(administrationId),
    landedIn: String(landedIn),
  };
  await account.intents.settle(intent, runId, {
    end: { kind: 'misplaced', foreignId, stop: { code: 'asperion.wrong_administration', parameters } },
    evidence: { what: 'found', text: `made as ${foreignId} in administration ${landedIn}` },
    log: [
      {
        subjectKind: 'account',
        subjectKey: intent.mark,
        subjectName: '',
        result: 'stopped',
        code: 'export.wrong-administration',
        parameters,
      },
    ],
  });
  return new Fault('asperion.wrong_administration', {
    retry: 'never',
    system: 'asperion',
    messages: [`meant ${administrationId}, landed in ${landedIn}`],
  });
}
