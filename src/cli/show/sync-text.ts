/**
 * What a synchronisation did, for people.
 */
import { type Decimal, ZERO } from '../../kernel/decimal.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import type { Run } from '../../store/runs.ts';
import { countSentences, jobWord, runSentence } from '../../usecases/sentences-log.ts';
import { counted, dutchDateTime, dutchNumber, euro } from '../../usecases/sentences-numbers.ts';
import type { ExportOutcome } from '../actions/export-outcome.ts';
import type { RunHere } from '../actions/run-here.ts';
import { withNextCommand } from '../next-command.ts';
import { causesOf, causesText } from './causes.ts';
import { nameOf } from './documents.ts';
import { indented, table } from './table.ts';
import { wrapped } from './wrapped.ts';

const SHOWN_MAX = 25;

export function syncText(
  { run, isBusyElsewhere }: RunHere,
  outcome: ExportOutcome,
  terminalColumns: number | null,
): string {
  if (isBusyElsewhere && run.state === 'queued') {
    return 'Een ander proces is nog bezig met dit account. De opdracht blijft staan; de dienst (koppeling serve) voert die uit.';
  }
  const parts = [
    headText(run, terminalColumns),
    invoicedText(outcome.invoiced, terminalColumns),
    waitingText(outcome.waiting, terminalColumns),
    uncertainText(outcome.uncertain, terminalColumns),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headText(run: Run, terminalColumns: number | null): string {
  const isPlain = run.state === 'done' && run.faultCode === null && countSentences(run.counts).length > 0;
  const sentence = isPlain
    ? `${jobWord(run.job)} is gelukt${durationText(run)}, met ${counted(run.calls, 'aanroep', 'aanroepen')}.`
    : withNextCommand(runSentence(run), run.faultCode);
  const lines = countSentences(run.counts).map((text) => wrapped(text, 2, terminalColumns));
  return [wrapped(sentence, 0, terminalColumns), ...lines].join('\n');
}

function durationText({ startedAt, finishedAt }: Run): string {
  if (startedAt === null || finishedAt === null) return '';
  const tenths = Math.round((finishedAt.getTime() - startedAt.getTime()) / 100);
  return ` in ${dutchNumber(tenths / 10)} s`;
}

const INVOICED_COLUMNS = [
  { title: 'Werkbon' },
  { title: 'Klant', isFlexible: true },
  { title: 'Bedrag', align: 'right' },
  { title: 'Concept' },
] as const;

function invoicedText(invoiced: readonly KnownWorkOrder[], terminalColumns: number | null): string {
  if (invoiced.length === 0) return '';
  const amount = invoiced.reduce<Decimal>((sum, order) => sum.plus(order.amount), ZERO);
  const rows = invoiced
    .slice(0, SHOWN_MAX)
    .map((order) => [nameOf(order), order.customerName, euro(order.amount), order.invoiceId ?? '']);
  const more = invoiced.length - rows.length;
  return [
    `${counted(invoiced.length, 'conceptfactuur', 'conceptfacturen')} in Asperion, samen ${euro(amount)} excl. btw:`,
    indented(table(INVOICED_COLUMNS, rows, terminalColumns === null ? null : terminalColumns - 2)),
    ...(more > 0 ? [`  en nog ${more}; alle met: koppeling orders --state acknowledged`] : []),
  ].join('\n');
}

function waitingText(waiting: readonly KnownWorkOrder[], terminalColumns: number | null): string {
  if (waiting.length === 0) return '';
  const heading = `${counted(waiting.length, 'werkbon wacht', 'werkbonnen wachten')} op u, per oorzaak:`;
  return [heading, causesText(causesOf(waiting), terminalColumns)].join('\n');
}

function uncertainText(uncertain: readonly KnownWorkOrder[], terminalColumns: number | null): string {
  if (uncertain.length === 0) return '';
  const lines = uncertain.slice(0, SHOWN_MAX).map((order) => {
    const when = order.deadline === null ? '' : `; we zoeken het ${dutchDateTime(order.deadline)} op`;
    return wrapped(
      `Werkbon ${nameOf(order)}, ${euro(order.amount)}: nog niet zeker of het concept er is${when}.`,
      2,
      terminalColumns,
    );
  });
  return [
    `${counted(uncertain.length, 'werkbon is', 'werkbonnen zijn')} onzeker; u hoeft niets te doen:`,
    ...lines,
  ].join('\n');
}
