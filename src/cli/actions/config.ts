/**
 * The command `config`: what was understood of the environment, with secrets masked by the configuration itself.
 */
import type { Config } from '../../config/config.ts';
import { type DescribedOption, describeConfig } from '../../config/describe-config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { table } from '../show/table.ts';
import type { Terminal } from '../terminal.ts';

const ORIGINS: Readonly<Record<DescribedOption['origin'], string>> = {
  default: 'standaard',
  environment: 'omgeving',
  file: 'bestand',
  sandbox: 'sandbox',
};

const COLUMNS = [{ title: 'Naam' }, { title: 'Waarde', isFlexible: true }, { title: 'Vandaan' }] as const;

export async function showConfig(terminal: Terminal, config: Config, isJson: boolean): Promise<ExitCode> {
  const options = describeConfig(config);
  if (isJson) {
    terminal.printJson(
      { options: options.map(({ name, value, origin, absence }) => ({ name, value, origin, absence })) },
      'indented',
    );
    return EXIT.done;
  }
  const rows = options.map(({ name, value, origin, absence }) => [
    name,
    value ?? `– (${absence ?? 'niet ingesteld'})`,
    ORIGINS[origin],
  ]);
  terminal.print(table(COLUMNS, rows, terminal.columns));
  return EXIT.done;
}
