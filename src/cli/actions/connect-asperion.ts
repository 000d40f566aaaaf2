/**
 * The command `connect asperion`: shows the address to approve at once, then waits for what the person answers there.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { AttemptOutcome } from '../../store/authorization-attempts.ts';
import type { AccountStore } from '../../store/store.ts';
import { asperionConnectionOutcome, beginAsperionConnection } from '../../usecases/connect-asperion.ts';
import type { UseCaseParts } from '../../usecases/parts.ts';
import { faultSentence, isFaultCode } from '../../usecases/sentences.ts';
import { counted } from '../../usecases/sentences-numbers.ts';
import { exitCodeOfFault } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import { listenForCallback } from './callback-listener.ts';

const LOOK_EVERY_MS = 300;

export async function connectToAsperion(
  session: Session,
  accountName: string | undefined,
  timeoutMs: number,
): Promise<ExitCode> {
  const { parts, installation, terminal, isJson, person } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const listener = await listenForCallback(parts, installation.config.port);
  try {
    const { url, state } = await beginAsperionConnection(
      { ...parts, callbackUrl: listener.callbackUrl },
      store,
      person,
    );
    if (isJson) terminal.printJson({ approve: url }, 'line');
    else {
      terminal.print('Open dit adres in een browser, meld u aan bij Asperion en kies Toestaan:');
      terminal.print(`\n${url}\n`);
      terminal.tell(`We wachten op het antwoord, hoogstens ${timeText(timeoutMs)}. Ctrl-C stopt.`);
    }
    const outcome = await outcomeWithin(parts, store, state, timeoutMs);
    const told = tellOutcome(outcome);
    if (isJson)
      terminal.printJson(
        { account: named, connected: told.code === null, code: told.code, sentence: told.sentence },
        'line',
      );
    else terminal.print(told.sentence);
    return told.exitCode;
  } finally {
    listener.close();
  }
}

function timeText(timeMs: number): string {
  const minutes = timeMs / 60_000;
  return Number.isInteger(minutes)
    ? counted(minutes, 'minuut', 'minuten')
    : counted(timeMs / 1_000, 'seconde', 'seconden');
}

async function outcomeWithin(
  parts: UseCaseParts,
  store: AccountStore,
  state: string,
  timeoutMs: number,
): Promise<AttemptOutcome | null> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const outcome = await asperionConnectionOutcome(parts, store, state);
    if (outcome !== null || performance.now() >= until) return outcome;
    await wait(LOOK_EVERY_MS);
  }
}

interface Told {
  readonly exitCode: ExitCode;
  /** Null when connected. */
  readonly code: string | null;
  readonly sentence: string;
}

function tellOutcome(outcome: AttemptOutcome | null): Told {
  if (outcome === null) {
    return {
      exitCode: EXIT.failed,
      code: 'timeout',
      sentence: 'Er kwam geen antwoord van Asperion. Begin opnieuw met: koppeling connect asperion',
    };
  }
  if (outcome.outcome === 'connected') {
    return {
      exitCode: EXIT.done,
      code: null,
      sentence: 'Verbonden met Asperion. Kies nu de administratie; waaruit, toont: koppeling settings choices',
    };
  }
  const code = outcome.text ?? 'bug';
  if (!isFaultCode(code))
    return {
      exitCode: EXIT.failed,
      code,
      sentence: 'Verbinden is niet gelukt. Begin opnieuw met: koppeling connect asperion',
    };
  return { exitCode: exitCodeOfFault(code), code, sentence: faultSentence(code, {}) };
}
