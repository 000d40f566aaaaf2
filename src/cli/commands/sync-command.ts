/**
 * What can be typed to synchronise.
 */
import type { Command } from 'commander';
import type { JobName } from '../../store/records.ts';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { type AccountOptions, accountOption, addCommand, choiceOption } from './cli-command.ts';

const JOBS: readonly JobName[] = ['full', 'debtors', 'articles', 'hourtypes', 'export'];

export function addSyncCommand(program: Command, runner: CommandRunner): void {
  addCommand(program, 'sync', {
    summary: 'voert een synchronisatie uit en toont de uitkomst',
    explanation: [
      'full: de gekozen imports en dan de export. export: alleen werkbonnen. De andere: die import alleen.',
      'De eerste export vraagt om een bevestiging. Zonder iemand om het aan te vragen, of met --yes, geldt de opdracht zelf',
      'als bevestiging. Loopt er al iets voor dit account, dan wordt daar hoogstens 15 minuten op gewacht.',
      'Ctrl-C stopt na wat bezig is; nog eens Ctrl-C breekt af.',
    ].join('\n'),
    examples: ['sync --account "Jansen BV" --job full', 'sync --job export --yes --json'],
    exitCodes: [EXIT.failed, EXIT.reconnect, EXIT.uncertain, EXIT.interrupted],
    exitWords: { [EXIT.done]: 'gelukt; werkbonnen die wachten zijn normaal' },
  })
    .addOption(choiceOption('--job <TAAK>', 'wat er gebeurt', JOBS).makeOptionMandatory())
    .option('--yes', 'bevestigt de eerste export zonder te vragen')
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly job: JobName; readonly yes?: boolean }) =>
      runner.withInstallation(options, async (session) => {
        const { sync } = await import('../actions/sync.ts');
        return sync(session, { accountName: options.account, job: options.job, isConfirming: options.yes === true });
      }),
    );
}
