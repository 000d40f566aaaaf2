/**
 * What can be typed about links: codes of OutSmart that stand for another record in Asperion.
 */
import type { Command } from 'commander';
import type { ChoiceKind } from '../../model/record-choices.ts';
import { WrongUse } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { type AccountOptions, accountOption, addCommand } from './cli-command.ts';

export function addLinkCommands(program: Command, runner: CommandRunner): void {
  addCommand(program, 'links', {
    summary: 'toont de blijvende koppelingen: welke code van OutSmart welke debiteur of welk artikel in Asperion is',
    examples: ['links', 'links --account "Jansen BV" --json'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { showLinks } = await import('../actions/links.ts');
        return showLinks(session, options.account);
      }),
    );

  addCommand(program, 'link <SOORT> <CODE> <DOEL>', {
    summary:
      'koppelt een code van OutSmart aan een debiteur of artikel dat in Asperion al bestaat; SOORT is debtor of article',
    explanation: 'Uursoorten zijn artikelen. Wat op deze code wachtte, gaat met de volgende export mee.',
    examples: ['link debtor 10519 10042', 'link article 4711 KT-15'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
  })
    .addOption(accountOption())
    .action((kind: string, code: string, targetCode: string, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { link } = await import('../actions/links.ts');
        return link(session, { kind: kindOf(kind), code, targetCode }, options.account);
      }),
    );

  addCommand(program, 'unlink <SOORT> <CODE>', {
    summary: 'haalt een koppeling weg; SOORT is debtor of article',
    examples: ['unlink article 4711'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((kind: string, code: string, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { unlink } = await import('../actions/links.ts');
        return unlink(session, kindOf(kind), code, options.account);
      }),
    );
}

function kindOf(text: string): ChoiceKind {
  if (text === 'debtor' || text === 'article') return text;
  throw new WrongUse(`"${text}" is geen soort. Kies debtor of article.`);
}
