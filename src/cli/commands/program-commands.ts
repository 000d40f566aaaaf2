/**
 * What can be typed about the program itself: start, serve, migrate, config, doctor.
 */
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { CommandRunner, CommonOptions } from '../run-command.ts';
import { type AccountOptions, accountOption, addCommand } from './cli-command.ts';

export function addProgramCommands(program: Command, runner: CommandRunner): void {
  addCommand(program, 'start', {
    summary: 'start alles wat nodig is en blijft lopen; wat npm start doet',
    explanation:
      'Zonder ingestelde OutSmart- en Asperion-adressen starten ook de twee sandboxes en een voorbeeldbedrijf.\nCtrl-C stopt alles.',
    examples: ['start'],
    exitCodes: [EXIT.failed],
  }).action((options: CommonOptions) => runner.withConfig(options, (config) => runner.programs.start(config)));

  addCommand(program, 'serve', {
    summary: 'de dienst: de pagina, de automatische export en de wachtrij; blijft lopen tot Ctrl-C of kill',
    examples: ['serve', 'serve --no-worker'],
    exitCodes: [EXIT.failed],
  })
    .option('--no-worker', 'alleen antwoorden, geen werk doen: dat doet een ander proces')
    .action((options: CommonOptions & { readonly worker: boolean }) =>
      runner.withConfig(options, (config) => runner.programs.serve(config, { isWorking: options.worker })),
    );

  addCommand(program, 'migrate', {
    summary: 'brengt de database bij deze versie van het programma',
    explanation: 'De andere opdrachten doen dit ook vanzelf; deze is er om het op een gekozen moment te doen.',
    examples: ['migrate'],
    exitCodes: [EXIT.failed],
  }).action((options: CommonOptions) =>
    runner.withConfig(options, async (config, terminal) => {
      const { migrate } = await import('../actions/migrate.ts');
      return migrate(terminal, await runner.programs.migrate(config), options.json === true);
    }),
  );

  addCommand(program, 'config', {
    summary: 'toont welke configuratie is begrepen; geheimen zijn onleesbaar gemaakt',
    examples: ['config', 'config --json'],
    exitCodes: [],
  }).action((options: CommonOptions) =>
    runner.withConfig(options, async (config, terminal) => {
      const { showConfig } = await import('../actions/config.ts');
      return showConfig(terminal, config, options.json === true);
    }),
  );

  addCommand(program, 'doctor', {
    summary: 'controleert alles wat nodig is, beide verbindingen erbij, en zegt wat er te doen is',
    examples: ['doctor', 'doctor --account "Jansen BV"'],
    exitCodes: [EXIT.failed],
    exitWords: { [EXIT.failed]: 'er is iets mis' },
  })
    .addOption(accountOption())
    .action((options: AccountOptions) =>
      runner.withNothing(options, async (terminal, open) => {
        const { examine } = await import('../actions/doctor.ts');
        return examine(terminal, open, { accountName: options.account, isJson: options.json === true });
      }),
    );
}
