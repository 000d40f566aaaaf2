/**
 * What can be typed to see the promises proved on this machine.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner, CommonOptions } from '../run-command.ts';
import { addCommand, countOption } from './cli-command.ts';

const HISTORIES_MAX = 1_000_000;
const HISTORIES_DEFAULT = 50;
const POINTS_MAX = 1_000;
const POINTS_DEFAULT = 2;

interface ProveOptions extends CommonOptions {
  readonly histories: number;
  readonly points: number;
  readonly temporaryPostgres?: boolean;
}

export function addProveCommand(program: Command, runner: CommandRunner): void {
  addCommand(program, 'prove', {
    summary: 'bewijst op deze machine dat niets dubbel gaat en niets kwijtraakt',
    explanation: [
      'Het programma wordt midden in exports beëindigd, met storingen erbij, en weer gestart; daarna volgt een simulatie van',
      'verzonnen verhalen. Dat gebeurt tegen de ingebouwde sandboxes en in databases die ervoor gemaakt worden en weer',
      'verdwijnen (koppeling_proof_…), op de PostgreSQL van deze installatie. Uw gegevens en koppelingen doen niet mee.',
      'Het duurt een paar minuten. Ctrl-C stopt en ruimt op.',
    ].join('\n'),
    examples: ['prove', 'prove --histories 1000 --points 10', 'prove --temporary-postgres --json'],
    exitCodes: [EXIT.failed, EXIT.interrupted],
    exitWords: {
      [EXIT.done]: 'gelukt: alles is bewezen',
      [EXIT.failed]: 'iets is niet bewezen, of het bewijs kon niet worden geleverd',
    },
  })
    .addOption(
      countOption('--histories <N>', 'verhalen in de simulatie; anders 50', HISTORIES_MAX).default(HISTORIES_DEFAULT),
    )
    .addOption(
      countOption(
        '--points <N>',
        'plaatsen in een export waar het programma wordt beëindigd, per storing; anders 2',
        POINTS_MAX,
      ).default(POINTS_DEFAULT),
    )
    .option('--temporary-postgres', 'op een eigen PostgreSQL die alleen hiervoor gestart wordt')
    .action((options: ProveOptions) =>
      runner.withConfig(options, async (_config, terminal) => {
        const { prove } = await import('../actions/prove.ts');
        return prove(terminal, {
          histories: options.histories,
          points: options.points,
          isTemporary: options.temporaryPostgres === true,
          isJson: options.json === true,
        });
      }),
    );
}
