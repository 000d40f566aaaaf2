/**
 * What can be typed about the companies of this installation and their settings.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner, CommonOptions } from '../run-command.ts';
import { accountNamed } from '../session.ts';
import { type AccountOptions, accountOption, addCommand } from './cli-command.ts';

export function addAccountCommands(program: Command, runner: CommandRunner): void {
  const accounts = program.command('account').description('de bedrijven van deze installatie');

  addCommand(accounts, 'create <NAAM>', {
    summary: 'maakt een account voor een bedrijf en bestelt de koppeling Asperion',
    explanation:
      'In de proefperiode kost de koppeling niets; de prijs wordt getoond. Opzeggen kan met: licence cancel.',
    examples: ['account create "Jansen BV"', 'account create "Jansen BV" --without-licence'],
    exitCodes: [EXIT.failed],
  })
    .option('--without-licence', 'bestelt de koppeling nog niet; dat kan later met: licence order')
    .action((name: string, options: CommonOptions & { readonly withoutLicence?: boolean }) =>
      runner.withInstallation(options, async (session) => {
        const { createNamedAccount } = await import('../actions/accounts.ts');
        return createNamedAccount(session, name, { isOrdering: options.withoutLicence !== true });
      }),
    );

  addCommand(accounts, 'list', {
    summary: 'toont alle accounts en of ze verbonden zijn',
    examples: ['account list'],
    exitCodes: [EXIT.failed],
  }).action((options: CommonOptions) =>
    runner.withInstallation(options, async (session) => {
      const { listAccounts } = await import('../actions/accounts.ts');
      return listAccounts(session);
    }),
  );

  addSuspension(accounts, runner, 'suspend', 'zet een account stil: er wordt niets meer gesynchroniseerd');
  addSuspension(accounts, runner, 'resume', 'laat een stilgezet account weer verder gaan');
}

function addSuspension(accounts: Command, runner: CommandRunner, change: 'suspend' | 'resume', summary: string): void {
  addCommand(accounts, `${change} <NAAM>`, {
    summary,
    explanation: 'Voor de beheerder van deze installatie. De mensen van het bedrijf kunnen blijven kijken.',
    examples: [`account ${change} "Jansen BV"`],
    exitCodes: [EXIT.failed],
  }).action((name: string, options: CommonOptions) =>
    runner.withInstallation(options, async (session) => {
      const { changeSuspension } = await import('../actions/accounts.ts');
      return changeSuspension(session, change, name);
    }),
  );
}

export function addSettingsCommands(program: Command, runner: CommandRunner): void {
  const settings = program.command('settings').description('de instellingen van een account');

  addCommand(settings, 'get [ACCOUNT]', {
    summary: 'toont de instellingen',
    explanation: 'De uitvoer met --json kan, aangepast, terug met: settings set ACCOUNT --file BESTAND.',
    examples: ['settings get "Jansen BV"', 'settings get --json > settings.json'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { showSettings } = await import('../actions/settings.ts');
        return showSettings(session, accountNamed(name, options.account));
      }),
    );

  addCommand(settings, 'set [ACCOUNT]', {
    summary: 'controleert de instellingen bij OutSmart en Asperion en slaat ze op',
    explanation:
      'Het bestand is JSON: de instellingen zelf, of wat settings get --json gaf; in dat laatste geval wordt ook\ngecontroleerd of niemand anders ze intussen heeft gewijzigd. Wat ontbreekt, staat uit.',
    examples: ['settings set "Jansen BV" --file settings.json', 'settings set --file - < settings.json'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
  })
    .requiredOption('--file <BESTAND>', 'het bestand; - is standaardinvoer')
    .option('--switch-administration', 'een andere administratie kiezen is de bedoeling')
    .addOption(accountOption())
    .action(
      (
        name: string | undefined,
        options: AccountOptions & { readonly file: string; readonly switchAdministration?: boolean },
      ) =>
        runner.withInstallation(options, async (session) => {
          const { setSettings } = await import('../actions/settings.ts');
          const { file, switchAdministration = false } = options;
          return setSettings(session, {
            name: accountNamed(name, options.account),
            file,
            mayChangeAdministration: switchAdministration,
          });
        }),
    );

  addCommand(settings, 'choices [ACCOUNT]', {
    summary: 'toont waaruit te kiezen is: administraties, verkoopsoorten, btw-codes en meer',
    examples: ['settings choices "Jansen BV"', 'settings choices --administration 101 --json'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
  })
    .option('--administration <ID>', 'van deze administratie, in plaats van de gekozen')
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions & { readonly administration?: string }) =>
      runner.withInstallation(options, async (session) => {
        const { showChoices } = await import('../actions/settings-choices.ts');
        return showChoices(session, accountNamed(name, options.account), options.administration);
      }),
    );

  addCommand(program, 'confirm [ACCOUNT]', {
    summary: 'bevestigt de eerste export: vanaf nu gaan werkbonnen vanzelf',
    examples: ['confirm "Jansen BV"', 'confirm "Jansen BV" --from 2026-11-01'],
    exitCodes: [EXIT.failed],
  })
    .option('--from <JJJJ-MM-DD>', 'werkbonnen van voor deze dag gaan niet')
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions & { readonly from?: string }) =>
      runner.withInstallation(options, async (session) => {
        const { confirm } = await import('../actions/confirm.ts');
        return confirm(session, accountNamed(name, options.account), options.from ?? null);
      }),
    );
}
