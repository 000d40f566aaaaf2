/**
 * What can be typed about the people of this installation.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner, CommonOptions } from '../run-command.ts';
import { addCommand, choiceOption } from './cli-command.ts';

const ROLES = ['manager', 'office', 'reader'];
const ROLE_FLAGS = '--role <ROL>';
const ROLE_HELP = 'wat hij of zij mag: beheerder, kantoor of alleen lezen';
const PASSWORD_FLAGS = '--password-file <BESTAND>';
const PASSWORD_HELP =
  'het wachtwoord (10 tot en met 128 tekens); - is standaardinvoer. In een terminal wordt erom gevraagd';

interface CreateOptions extends CommonOptions {
  readonly email: string;
  readonly name: string;
  readonly account?: string;
  readonly role: string;
  readonly operator?: boolean;
  readonly passwordFile?: string;
}

export function addUserCommands(program: Command, runner: CommandRunner): void {
  const users = program.command('user').description('de mensen die zich kunnen aanmelden');

  addCommand(users, 'create', {
    summary: 'maakt een gebruiker, met of zonder bedrijf',
    explanation: 'Zo krijgt een account dat op de opdrachtregel is gemaakt zijn eerste beheerder.',
    examples: [
      'user create --email p.smit@smit.example --name "Piet Smit" --account "Smit BV"',
      'user create --email beheer@koppeling.example --name Beheer --operator --password-file -',
    ],
    exitCodes: [EXIT.failed],
  })
    .requiredOption('--email <ADRES>', 'waarmee de gebruiker zich aanmeldt')
    .requiredOption('--name <NAAM>', 'zoals collega’s hem of haar zien')
    .option('--account <NAAM>', 'naam of id van het bedrijf')
    .addOption(choiceOption(ROLE_FLAGS, ROLE_HELP, ROLES).default('manager'))
    .option('--operator', 'beheert deze installatie')
    .option(PASSWORD_FLAGS, PASSWORD_HELP)
    .action((options: CreateOptions) =>
      runner.withInstallation(options, async (session) => {
        const { createUser } = await import('../actions/users.ts');
        return createUser(session, options);
      }),
    );

  addCommand(users, 'list', {
    summary: 'toont alle gebruikers, met hun bedrijven en rollen',
    examples: ['user list', 'user list --json'],
    exitCodes: [EXIT.failed],
  }).action((options: CommonOptions) =>
    runner.withInstallation(options, async (session) => {
      const { listUsers } = await import('../actions/users.ts');
      return listUsers(session);
    }),
  );

  addCommand(users, 'role <ADRES>', {
    summary: 'maakt een bestaande gebruiker lid van een bedrijf, of geeft een andere rol',
    examples: ['user role p.smit@smit.example --account "Smit BV" --role office'],
    exitCodes: [EXIT.failed],
  })
    .requiredOption('--account <NAAM>', 'naam of id van het bedrijf')
    .addOption(choiceOption(ROLE_FLAGS, ROLE_HELP, ROLES).makeOptionMandatory())
    .action((email: string, options: CommonOptions & { readonly account: string; readonly role: string }) =>
      runner.withInstallation(options, async (session) => {
        const { setUserRole } = await import('../actions/users.ts');
        return setUserRole(session, email, options);
      }),
    );

  addPasswordCommand(users, runner);

  addCommand(users, 'operator <ADRES>', {
    summary: 'laat een gebruiker deze installatie beheren, of niet meer',
    examples: ['user operator p.smit@smit.example --on'],
    exitCodes: [EXIT.failed],
  })
    .option('--on', 'beheert voortaan')
    .option('--off', 'beheert niet meer')
    .action((email: string, options: CommonOptions & { readonly on?: boolean; readonly off?: boolean }) =>
      runner.withInstallation(options, async (session) => {
        const { setUserOperator } = await import('../actions/users.ts');
        return setUserOperator(session, email, options);
      }),
    );

  addCommand(users, 'remove <ADRES>', {
    summary: 'verwijdert een gebruiker, met aanmeldingen en API-sleutels; wat gedaan is blijft in het logboek',
    examples: ['user remove p.smit@smit.example'],
    exitCodes: [EXIT.failed],
  }).action((email: string, options: CommonOptions) =>
    runner.withInstallation(options, async (session) => {
      const { removeUser } = await import('../actions/users.ts');
      return removeUser(session, email);
    }),
  );
}

function addPasswordCommand(users: Command, runner: CommandRunner): void {
  addCommand(users, 'password <ADRES>', {
    summary: 'geeft een gebruiker een nieuw wachtwoord en meldt hem of haar overal af',
    examples: [
      'user password p.smit@smit.example',
      'user password p.smit@smit.example --end-two-step --password-file wachtwoord.txt',
    ],
    exitCodes: [EXIT.failed],
  })
    .option(PASSWORD_FLAGS, PASSWORD_HELP)
    .option('--end-two-step', 'zet ook aanmelden in twee stappen uit, voor wie de telefoon en de reservecodes kwijt is')
    .action(
      (email: string, options: CommonOptions & { readonly passwordFile?: string; readonly endTwoStep?: boolean }) =>
        runner.withInstallation(options, async (session) => {
          const { setUserPassword } = await import('../actions/users.ts');
          return setUserPassword(session, email, options);
        }),
    );
}
