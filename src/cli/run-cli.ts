/**
 * The command line: from what was typed to an exit code. Loads only what the command needs.
 */
import { CommanderError } from 'commander';
import type { OpenInstallation } from '../usecases/installation.ts';
import { addAccountCommands, addSettingsCommands } from './commands/account-commands.ts';
import { CliCommand } from './commands/cli-command.ts';
import { addConnectionCommands } from './commands/connection-commands.ts';
import { addHistoryCommands } from './commands/history-commands.ts';
import { addLicenceCommands } from './commands/licence-commands.ts';
import { addLinkCommands } from './commands/link-commands.ts';
import { addProgramCommands } from './commands/program-commands.ts';
import { addProveCommand } from './commands/prove-command.ts';
import { addSyncCommand } from './commands/sync-command.ts';
import { addUserCommands } from './commands/user-commands.ts';
import { addWorkOrderCommands } from './commands/work-order-commands.ts';
import { reportError } from './errors.ts';
import { EXIT, exitCodesHelp } from './exit-codes.ts';
import { CommandRunner, type Programs } from './run-command.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/**
 * Runs the command in `argv` (without the names of node and the script) and answers the exit code. Never throws.
 * Closes what it opened; after an interruption that something else still hangs on, it ends the process itself.
 */
export async function runCli(
  argv: readonly string[],
  open: OpenInstallation,
  programs: Programs,
  terminal: Terminal = processTerminal(),
): Promise<number> {
  const runner = new CommandRunner({ terminal, open, programs });
  const exitCode = await parse(argv, runner, terminal);
  await terminal.flush();
  if (exitCode === EXIT.interrupted) terminal.endNow(exitCode);
  return exitCode;
}

async function parse(argv: readonly string[], runner: CommandRunner, terminal: Terminal): Promise<number> {
  try {
    await createProgram(runner, terminal).parseAsync([...argv], { from: 'user' });
    return runner.exitCode;
  } catch (error) {
    // Help that was asked for ends with 0; help because nothing was asked does not.
    if (error instanceof CommanderError && /^commander\.(help|helpDisplayed)$/.test(error.code)) {
      return error.exitCode === 0 ? EXIT.done : EXIT.refused;
    }
    return reportError(error, { terminal, isJson: argv.includes('--json'), isDebug: false });
  }
}

function createProgram(runner: CommandRunner, terminal: Terminal): CliCommand {
  const program = new CliCommand('koppeling');
  program.description('Maakt van complete werkbonnen in OutSmart conceptfacturen in Asperion, elk één keer.');
  program.helpCommand('help [opdracht]', 'toont de uitleg van een opdracht');
  addProgramCommands(program, runner);
  addAccountCommands(program, runner);
  addLicenceCommands(program, runner);
  addUserCommands(program, runner);
  addConnectionCommands(program, runner);
  addSettingsCommands(program, runner);
  addSyncCommand(program, runner);
  addWorkOrderCommands(program, runner);
  addLinkCommands(program, runner);
  addHistoryCommands(program, runner);
  addProveCommand(program, runner);
  const first =
    'Begin met: koppeling start   (of: account create, connect outsmart, connect asperion, settings set, sync)';
  program.addHelpText(
    'after',
    `\n${first}\n\n${exitCodesHelp([EXIT.failed, EXIT.reconnect, EXIT.uncertain, EXIT.interrupted])}`,
  );
  writeTo(program, terminal);
  return program;
}

function writeTo(command: CliCommand, terminal: Terminal): void {
  command.configureOutput({
    writeOut: (text) => terminal.print(text.replace(/\n$/, '')),
    writeErr: (text) => terminal.tell(text.replace(/\n$/, '')),
  });
  for (const subcommand of command.commands) writeTo(subcommand as CliCommand, terminal);
}
