/**
 * commander in Dutch: the words of its help and of its complaints, and what every command of ours has in common. Knows no
 * command. Loads nothing else, so that --help answers at once.
 */
import { Command, Help, type HelpConfiguration, Option } from 'commander';
import { WrongUse } from '../errors.ts';
import { type ExitCode, exitCodesHelp } from '../exit-codes.ts';
import type { CommonOptions } from '../run-command.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

const plainHelp = new Help();

const dutchHelp: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) =>
    plainHelp.commandUsage(command).replace('[options]', '[opties]').replace('[command]', '[opdracht]'),
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map((argument) => argumentTerm(argument))].join(' '),
  commandDescription: (command) => `${capital(command.description())}.`.replace('..', '.'),
  optionDescription: (option) => option.description,
  argumentDescription: (argument) => argument.description,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function argumentTerm(argument: { name(): string; readonly required: boolean }): string {
  return argument.required ? argument.name() : `[${argument.name()}]`;
}

/** A command whose help and complaints are Dutch; a wrong use throws WrongUse. */
export class CliCommand extends Command {
  constructor(name?: string) {
    super(name);
    this.configureHelp(dutchHelp);
    this.helpOption('-h, --help', 'toont deze uitleg');
    this.helpCommand(false);
    this.exitOverride();
    this.configureOutput({ outputError: () => undefined });
  }

  override createCommand(name?: string): CliCommand {
    return new CliCommand(name);
  }

  // commander calls these when something is wrong with what was typed.

  missingArgument(name: string): never {
    throw this.#wrongUse(`${name} ontbreekt.`);
  }

  optionMissingArgument(option: Option): never {
    throw this.#wrongUse(`Er ontbreekt iets achter ${option.long ?? option.flags}.`);
  }

  missingMandatoryOptionValue(option: Option): never {
    throw this.#wrongUse(`${option.long ?? option.flags} ontbreekt.`);
  }

  unknownOption(flag: string): never {
    throw this.#wrongUse(`De optie ${flag} bestaat niet.`);
  }

  unknownCommand(): never {
    throw this.#wrongUse(`De opdracht ${this.args[0] ?? ''} bestaat niet.`);
  }

  _excessArguments(received: readonly string[]): never {
    throw this.#wrongUse(`Er staat te veel: ${received.slice(this.registeredArguments.length).join(' ')}.`);
  }

  _conflictingOption(option: Option, other: Option): never {
    throw this.#wrongUse(`${option.long ?? option.flags} en ${other.long ?? other.flags} gaan niet samen.`);
  }

  /** What was typed, made better: names the help that says how. */
  #wrongUse(text: string): WrongUse {
    const names: string[] = [];
    for (let command: Command | null = this; command; command = command.parent) names.unshift(command.name());
    return new WrongUse(`${text} Zie: ${names.join(' ')} --help`);
  }
}

export interface CommandTexts {
  readonly summary: string;
  /** Whole command lines, without the program's name. */
  readonly examples: readonly string[];
  readonly exitCodes: readonly ExitCode[];
  /** Where a code means something more particular. */
  readonly exitWords?: Partial<Record<ExitCode, string>>;
  /** Further explanation, between options and examples. */
  readonly explanation?: string;
}

/** Adds a command with --json and the help that every command has. */
export function addCommand(parent: Command, nameAndArguments: string, texts: CommandTexts): Command {
  const command = parent.command(nameAndArguments).description(texts.summary);
  command.option('--json', 'één JSON-document op standaarduitvoer, en verder niets');
  const examples = texts.examples.map((example) => `  koppeling ${example}`).join('\n');
  const parts = [texts.explanation, `Voorbeeld:\n${examples}`, exitCodesHelp(texts.exitCodes, texts.exitWords)];
  return command.addHelpText('after', `\n${parts.filter((part) => part !== undefined).join('\n\n')}`);
}

export interface AccountOptions extends CommonOptions {
  readonly account?: string;
}

/** The company to work on, which may be left out when there is only one. */
export function accountOption(): Option {
  return new Option('--account <NAAM>', 'naam of id van het account; mag weg als er maar één is');
}

/** An option whose value is one of a few words. Throws WrongUse for another. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, `${description}: ${choices.join(', ')}`);
  return option.argParser((text: string) => {
    if (choices.includes(text)) return text;
    throw new WrongUse(`${option.long}: "${text}" kan niet. Kies uit: ${choices.join(', ')}.`);
  });
}

/** An option that is a whole number from 1 on. Throws WrongUse for anything else. */
export function countOption(flags: string, description: string, countMax: number): Option {
  const option = new Option(flags, description);
  return option.argParser((text: string) => {
    const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (count >= 1 && count <= countMax) return count;
    throw new WrongUse(`${option.long}: "${text}" is geen heel getal van 1 tot en met ${countMax}.`);
  });
}
