/**
 * What can be typed about licences: ordering a connector, cancelling it, and how it stands.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { accountNamed } from '../session.ts';
import { type AccountOptions, accountOption, addCommand } from './cli-command.ts';

/** What can be ordered today; further ones may be named. */
const CONNECTOR = 'asperion';

export function addLicenceCommands(program: Command, runner: CommandRunner): void {
  const licences = program.command('licence').description('de koppelingen die een account heeft besteld');

  addCommand(licences, 'list [ACCOUNT]', {
    summary: 'toont welke koppelingen er zijn, wat ze kosten en tot wanneer ze lopen',
    examples: ['licence list "Jansen BV"', 'licence list --json'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { listLicences } = await import('../actions/licences.ts');
        return listLicences(session, accountNamed(name, options.account));
      }),
    );

  addChange(licences, runner, 'order', {
    summary: 'bestelt een koppeling; in de proefperiode kost die niets',
    explanation: 'Wat de bestelling kost staat in: licence list. Zonder licentie wordt er niets gesynchroniseerd.',
  });
  addChange(licences, runner, 'cancel', {
    summary: 'zegt een koppeling op; die loopt door tot het einde van het betaalde jaar',
    explanation: 'In de proefperiode loopt die door tot het einde daarvan.',
  });
  addChange(licences, runner, 'resume', {
    summary: 'draait een opzegging terug; dat kan tot en met de laatste dag',
    explanation: 'Daarna bestelt u de koppeling opnieuw.',
  });
}

function addChange(
  licences: Command,
  runner: CommandRunner,
  change: 'order' | 'cancel' | 'resume',
  texts: { readonly summary: string; readonly explanation: string },
): void {
  addCommand(licences, `${change} [ACCOUNT]`, {
    ...texts,
    examples: [`licence ${change} "Jansen BV"`],
    exitCodes: [EXIT.failed],
  })
    .option('--connector <KOPPELING>', 'welke koppeling', CONNECTOR)
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions & { readonly connector: string }) =>
      runner.withInstallation(options, async (session) => {
        const { changeLicence } = await import('../actions/licences.ts');
        const account = accountNamed(name, options.account);
        return changeLicence(session, change, { name: account, connector: options.connector });
      }),
    );
}
