/**
 * The command `disconnect asperion`.
 */
import { disconnectAsperion } from '../../usecases/connect-asperion.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';

export async function disconnectFromAsperion(session: Session, accountName: string | undefined): Promise<ExitCode> {
  const { parts, terminal, isJson } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const before = await store.connections.asperion();
  const { isRevoked } = await disconnectAsperion(parts, store);
  if (isJson) {
    terminal.printJson({ account: named, connected: false, revoked: isRevoked }, 'indented');
  } else if (before?.state !== 'connected') {
    terminal.print(`${named.name} was niet verbonden met Asperion.`);
  } else if (isRevoked) {
    terminal.print(`De verbinding van ${named.name} met Asperion is verbroken en de toestemming is ingetrokken.`);
  } else {
    terminal.print(
      `De verbinding van ${named.name} met Asperion is vergeten. Asperion kon niet worden bereikt: trek de toestemming daar zelf in.`,
    );
  }
  return EXIT.done;
}
