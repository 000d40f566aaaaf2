/**
 * Prose that fits the terminal. Knows nothing of what it says.
 */

/** Prose does not get easier to read on a wider screen. */
const LINE_CHARACTERS_MAX = 110;

/** The text with line breaks at blanks, every line after `indent` blanks; `terminalColumns` null leaves lines as they are. */
export function wrapped(text: string, indent: number, terminalColumns: number | null): string {
  const margin = ' '.repeat(indent);
  if (terminalColumns === null)
    return text
      .split('\n')
      .map((line) => margin + line)
      .join('\n');
  const charactersMax = Math.max(20, Math.min(LINE_CHARACTERS_MAX, terminalColumns) - indent);
  return text
    .split('\n')
    .flatMap((line) => brokenAtBlanks(line, charactersMax))
    .map((line) => margin + line)
    .join('\n');
}

function brokenAtBlanks(line: string, charactersMax: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > charactersMax) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
