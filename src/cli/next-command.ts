/**
 * What to type after a fault, where typing helps. The sentence of the fault says what happened, in words for any screen.
 */
import type { FaultCode } from '../kernel/fault.ts';

const CONNECT_ASPERION = 'koppeling connect asperion';

const COMMANDS: Partial<Record<FaultCode, string>> = {
  'outsmart.token_refused': 'koppeling connect outsmart',
  'asperion.not_connected': CONNECT_ASPERION,
  'asperion.connection_ended': CONNECT_ASPERION,
  'sync.account_stopped': 'koppeling resolve --keep, of --delete',
  'sync.not_configured': 'koppeling doctor',
  'sync.first_export_unconfirmed': 'koppeling confirm',
};

/** The sentence of a fault with the command that helps behind it. */
export function withNextCommand(sentence: string, code: string | null): string {
  const command = COMMANDS[code as FaultCode];
  return command === undefined ? sentence : `${sentence} Met: ${command}`;
}
