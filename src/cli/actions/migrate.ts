/**
 * Tells which migrations the command `migrate` applied.
 */
import { counted } from '../../usecases/sentences-numbers.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

export async function migrate(terminal: Terminal, applied: readonly string[], isJson: boolean): Promise<ExitCode> {
  if (isJson) terminal.printJson({ applied }, 'indented');
  else if (applied.length === 0) terminal.print('De database was al bij deze versie.');
  else {
    terminal.print(`De database is bijgewerkt met ${counted(applied.length, 'stap', 'stappen')}:`);
    for (const name of applied) terminal.print(`  ${name}`);
  }
  return EXIT.done;
}
