/**
 * What can be typed to look back: runs, log lines, faults of the foreign systems.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { type AccountOptions, accountOption, addCommand, countOption } from './cli-command.ts';

const SHOWN_MAX = 10_000;

export function addHistoryCommands(program: Command, runner: CommandRunner): void {
  addCommand(program, 'runs', {
    summary: 'toont de laatste synchronisaties, nieuwste eerst',
    examples: ['runs', 'runs --limit 100 --json'],
    exitCodes: [EXIT.failed],
  })
    .addOption(countOption('--limit <AANTAL>', 'hoogstens zoveel; anders 20', SHOWN_MAX).default(20))
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly limit: number }) =>
      runner.withInstallation(options, async (session) => {
        const { showRuns } = await import('../actions/runs.ts');
        return showRuns(session, options.account, options.limit);
      }),
    );

  addCommand(program, 'log', {
    summary: 'toont wat er met welk record gebeurde, nieuwste eerst',
    examples: ['log', 'log --run 3f0c2b9e-0d5f-4a53-9f0a-2f7a1c9d4e55 --limit 500'],
    exitCodes: [EXIT.failed],
  })
    .option('--run <ID>', 'alleen van deze synchronisatie; het id staat bij runs')
    .addOption(countOption('--limit <AANTAL>', 'hoogstens zoveel regels; anders 50', SHOWN_MAX).default(50))
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly run?: string; readonly limit: number }) =>
      runner.withInstallation(options, async (session) => {
        const { showLog } = await import('../actions/log.ts');
        return showLog(session, { accountName: options.account, runId: options.run ?? null, limit: options.limit });
      }),
    );

  addCommand(program, 'faults', {
    summary:
      'voor de beheerder: wat OutSmart en Asperion antwoordden toen het misging, zonder tokens en persoonsgegevens',
    examples: ['faults --account "Jansen BV"'],
    exitCodes: [EXIT.failed],
  })
    .addOption(countOption('--limit <AANTAL>', 'hoogstens zoveel; anders 20', SHOWN_MAX).default(20))
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly limit: number }) =>
      runner.withInstallation(options, async (session) => {
        const { showFaults } = await import('../actions/faults.ts');
        return showFaults(session, options.account, options.limit);
      }),
    );
}
