/**
 * What can be typed about work orders: see them, preview one, decide about one.
 */
import type { Command } from 'commander';
import type { WorkOrderState } from '../../model/work-order-state.ts';
import { DECISIONS, type Decision } from '../decisions.ts';
import { WrongUse } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner } from '../run-command.ts';
import { type AccountOptions, accountOption, addCommand, choiceOption, countOption } from './cli-command.ts';

const STATES: readonly (WorkOrderState | 'all')[] = [
  'ready',
  'waiting',
  'sending',
  'uncertain',
  'misplaced',
  'invoiced',
  'acknowledged',
  'skipped',
  'withdrawn',
  'deleted',
  'all',
];
const SHOWN_MAX = 10_000;
const SHOWN_DEFAULT = 50;

export function addWorkOrderCommands(program: Command, runner: CommandRunner): void {
  addOrdersCommand(program, runner);
  addPreviewCommand(program, runner);
  addDecisionCommands(program, runner);
}

function addOrdersCommand(program: Command, runner: CommandRunner): void {
  addCommand(program, 'orders', {
    summary: 'toont de werkbonnen: hoeveel per stand, wat wacht per oorzaak, wat wij u vragen, en wat klaarstaat',
    explanation: 'Toont wat de laatste export zag; vraagt niets aan OutSmart of Asperion.',
    examples: ['orders', 'orders --state waiting', 'orders --state all --limit 500 --json'],
    exitCodes: [EXIT.failed],
  })
    .addOption(choiceOption('--state <STAND>', 'alleen deze stand', STATES))
    .addOption(
      countOption('--limit <AANTAL>', `hoogstens zoveel werkbonnen; anders ${SHOWN_DEFAULT}`, SHOWN_MAX).default(
        SHOWN_DEFAULT,
      ),
    )
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly state?: WorkOrderState | 'all'; readonly limit: number }) =>
      runner.withInstallation(options, async (session) => {
        const { showOrders } = await import('../actions/orders.ts');
        return showOrders(session, {
          accountName: options.account,
          state: options.state ?? null,
          limit: options.limit,
        });
      }),
    );
}

function addPreviewCommand(program: Command, runner: CommandRunner): void {
  addCommand(program, 'preview <WERKBON>', {
    summary: 'toont de factuur zoals die nu gemaakt zou worden, of waarom de werkbon wacht',
    explanation: 'De werkbon is het nummer of het interne nummer. Leest bij beide systemen en verandert niets.',
    examples: ['preview 2026-1190', 'preview 2026-1190 --why --ask-asperion'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
  })
    .option('--why', 'bij elke waarde, op een eigen regel, waar die vandaan komt; anders in het kort')
    .option('--no-why', 'zonder waar waarden vandaan komen')
    .option('--ask-asperion', 'vraagt Asperion of het de factuur zou aannemen, zonder die te maken')
    .addOption(accountOption())
    .action((workOrder: string, options: AccountOptions & { readonly why?: boolean; readonly askAsperion?: boolean }) =>
      runner.withInstallation(options, async (session) => {
        const { preview } = await import('../actions/preview.ts');
        const origins = options.why === undefined ? 'short' : options.why ? 'full' : 'none';
        return preview(session, workOrder, {
          accountName: options.account,
          origins,
          isAsking: options.askAsperion === true,
        });
      }),
    );
}

function addDecisionCommands(program: Command, runner: CommandRunner): void {
  addCommand(program, 'skip <WERKBON>', {
    summary: 'zelf afgehandeld: deze werkbon wordt niet meer geëxporteerd',
    examples: ['skip 2026-1190'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((workOrder: string, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { skip } = await import('../actions/decide.ts');
        return skip(session, workOrder, options.account);
      }),
    );

  addCommand(program, 'unskip <WERKBON>', {
    summary: 'neemt zelf afgehandeld terug: de volgende export beoordeelt de werkbon opnieuw',
    examples: ['unskip 2026-1190'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((workOrder: string, options: AccountOptions) =>
      runner.withInstallation(options, async (session) => {
        const { unskip } = await import('../actions/decide.ts');
        return unskip(session, workOrder, options.account);
      }),
    );

  addDecideCommand(program, runner);

  addCommand(program, 'resolve', {
    summary: 'beslist over een concept dat in een andere administratie terechtkwam, en laat het account verdergaan',
    examples: ['resolve --account "Jansen BV" --keep', 'resolve --account "Jansen BV" --delete'],
    exitCodes: [EXIT.failed, EXIT.reconnect],
  })
    .option('--keep', 'het concept blijft daar staan, als de factuur van de werkbon')
    .option('--delete', 'het concept wordt in Asperion verwijderd en de werkbon gaat opnieuw')
    .addOption(accountOption())
    .action((options: AccountOptions & { readonly keep?: boolean; readonly delete?: boolean }) =>
      runner.withInstallation(options, async (session) => {
        if ((options.keep === true) === (options.delete === true))
          throw new WrongUse('Kies --keep of --delete. Zie: koppeling resolve --help');
        const { resolve } = await import('../actions/decide.ts');
        return resolve(session, options.keep === true ? 'keep' : 'delete', options.account);
      }),
    );
}

function addDecideCommand(program: Command, runner: CommandRunner): void {
  addCommand(program, 'decide <WERKBON> <BESLUIT>', {
    summary: 'beantwoordt wat wij over het concept van een werkbon vragen; orders toont de vragen',
    explanation: [
      'Het besluit is een van:',
      '  is-there      onzeker: het concept staat in Asperion en is van deze werkbon',
      '  make-again    onzeker: het staat er niet; verwijderd: het moet er toch komen.',
      '                De volgende export maakt het. Staat het er toch, dan krijgt de klant er twee.',
      '  keep-invoice  gewijzigd na de factuur: de factuur blijft zoals die is',
    ].join('\n'),
    examples: ['decide 2026-1179 is-there', 'decide 2026-1142 make-again', 'decide 2026-1160 keep-invoice'],
    exitCodes: [EXIT.failed],
  })
    .addOption(accountOption())
    .action((workOrder: string, decision: string, options: AccountOptions) => {
      if (!isDecision(decision))
        throw new WrongUse(`BESLUIT: "${decision}" kan niet. Kies uit: ${DECISIONS.join(', ')}.`);
      return runner.withInstallation(options, async (session) => {
        const { decide } = await import('../actions/decide.ts');
        return decide(session, workOrder, decision, options.account);
      });
    });
}

function isDecision(text: string): text is Decision {
  return (DECISIONS as readonly string[]).includes(text);
}
