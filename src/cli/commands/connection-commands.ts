/**
 * What can be typed about the connections of an account to OutSmart and Asperion.
 */
import type { Command } from 'commander';
import type { TokenOptions } from '../actions/connect-outsmart.ts';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { accountNamed } from '../session.ts';
import { type AccountOptions, accountOption, addCommand, countOption } from './cli-command.ts';

const TIMEOUT_SECONDS_DEFAULT = 600;
/** Asperion's answer serves for fifteen minutes. */
const TIMEOUT_SECONDS_MAX = 900;

export function addConnectionCommands(program: Command, runner: CommandRunner): void {
  const connect = program.command('connect').description('verbindt een account met OutSmart of Asperion');

  addCommand(connect, 'outsmart [ACCOUNT]', {
    summary: 'verbindt met OutSmart, met het token van de klant',
    explanation:
      'Het token staat in OutSmart bij Instellingen, Software-integraties, Open instellingen; het hele adres met ?token= mag ook.\nEen token achter --token is zichtbaar voor anderen op deze machine; uit een bestand of standaardinvoer niet.',
    examples: [
      'connect outsmart "Jansen BV" --token-file token.txt',
      'connect outsmart "Jansen BV" --token - < token.txt',
    ],
    exitCodes: [EXIT.failed],
  })
    .option('--token <TOKEN>', 'het token; - leest standaardinvoer')
    .option('--token-file <BESTAND>', 'bestand met het token; - is standaardinvoer')
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions & TokenOptions) =>
      runner.withInstallation(options, async (session) => {
        const { connectToOutSmart } = await import('../actions/connect-outsmart.ts');
        return connectToOutSmart(session, accountNamed(name, options.account), options);
      }),
    );

  addCommand(connect, 'asperion [ACCOUNT]', {
    summary: 'verbindt met Asperion: toont het adres om goed te keuren en wacht op het antwoord',
    explanation: 'Met --json komen er twee documenten van één regel: eerst {"approve": ADRES}, daarna de uitkomst.',
    examples: ['connect asperion "Jansen BV"', 'connect asperion --timeout 120'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
    exitWords: {
      [EXIT.failed]: 'geen antwoord binnen de tijd, of de poort is bezet',
      [EXIT.reconnect]: 'Asperion gaf geen toestemming',
    },
  })
    .addOption(
      countOption(
        '--timeout <SECONDEN>',
        `hoe lang op het antwoord wordt gewacht; anders ${TIMEOUT_SECONDS_DEFAULT}`,
        TIMEOUT_SECONDS_MAX,
      ).default(TIMEOUT_SECONDS_DEFAULT),
    )
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions & { readonly timeout: number }) =>
      runner.withInstallation(options, async (session) => {
        const { connectToAsperion } = await import('../actions/connect-asperion.ts');
        return connectToAsperion(session, accountNamed(name, options.account), options.timeout * 1_000);
      }),
    );

  const disconnect = program.command('disconnect').description('verbreekt een verbinding');

  addCommand(disconnect, 'asperion [ACCOUNT]', {
    summary: 'trekt de toestemming bij Asperion in en vergeet de verbinding',
    examples: ['disconnect asperion "Jansen BV"'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((name: string | undefined, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { disconnectFromAsperion } = await import('../actions/disconnect-asperion.ts');
        return disconnectFromAsperion(session, accountNamed(name, options.account));
      }),
    );
}
