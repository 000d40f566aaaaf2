/**
 * The log as CSV the way Dutch spreadsheets open it: semicolons, a byte order mark, quotes where needed. Text that a
 * spreadsheet would take for a formula is marked as text: names and remarks come from outside.
 */
import type { LogLine } from '../../store/log.ts';
import type { Language } from '../../usecases/language.ts';
import { logSentence, logSubject, resultWord } from '../../usecases/sentences-log.ts';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Tijd', 'Soort', 'Nummer', 'Naam', 'Resultaat', 'Wat er gebeurde'],
  en: ['Time', 'Kind', 'Number', 'Name', 'Result', 'What happened'],
};

const BYTE_ORDER_MARK = '\uFEFF';
/** Begins a formula in one spreadsheet or another, also in its wide form. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const zone = { timeZone: 'Europe/Amsterdam' } as const;
const day = new Intl.DateTimeFormat('nl-NL', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The file in parts, as they are read; never more than one of them in memory. */
export async function* logCsv(
  parts: AsyncIterable<readonly LogLine[]>,
  language: Language,
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + csvRow(HEADINGS[language]);
  for await (const lines of parts) yield lines.map((line) => csvRow(cellsOf(line, language))).join('');
}

function cellsOf(line: LogLine, language: Language): string[] {
  return [
    `${day.format(line.at)} ${time.format(line.at)}`,
    logSubject({ ...line, subjectKey: '', subjectName: '' }, language),
    line.subjectKey,
    line.subjectName,
    resultWord(line.result, language),
    logSentence(line, language),
  ];
}

/** One row with its end. */
function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
