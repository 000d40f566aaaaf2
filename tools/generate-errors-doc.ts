// Writes docs/errors.md: every fault with what a person reads, what may be done with the call, and what the program does.
// Run by `npm run docs`; `npm run check` runs it with --check.

import type { FaultCode, Retry } from '#src/kernel/fault.ts';
import { faultSentence, partsToConfigure } from '#src/usecases/sentences.ts';
import { type GeneratedFile, writeOrCheck } from './generated-file.ts';

interface FaultDescription {
  /** Every value that a fault of this code is thrown with. */
  readonly retry: readonly Retry[];
  readonly when: string;
  /** What the program does on top of what `retry` says. */
  readonly program?: string;
}

/** A new fault code does not compile until it is described here. */
export const faultDescriptions: Readonly<Record<FaultCode, FaultDescription>> = {
  'outsmart.token_refused': {
    retry: ['after-reconnect'],
    when: 'OutSmart answers 1002 or 1004, or HTTP 401: the token of the customer is not accepted.',
    program: 'Marks the connection as refused.',
  },
  'outsmart.software_token_refused': {
    retry: ['after-reconnect'],
    when: 'OutSmart answers 1003 or 1005: the software token of this installation is not accepted.',
    program: 'The operator sets `KOPPELING_OUTSMART_SOFTWARE_TOKEN`; it is the same for all accounts.',
  },
  'outsmart.refused': {
    retry: ['never'],
    when: 'OutSmart understood the call and declines it. One refused record of a batch is a log line, not a fault.',
  },
  'outsmart.unreachable': {
    retry: ['later'],
    when: 'No connection, HTTP 429 or 5xx, a time-out, or code 1007, of a call that may be repeated.',
    program: 'Has tried it up to three times by then.',
  },
  'outsmart.unclear': {
    retry: ['after-lookup'],
    when: 'No clear answer to a call that must not be repeated blindly: creating a work status.',
    program: 'Reads the work statuses before it creates one again.',
  },
  'outsmart.contract_broken': {
    retry: ['never', 'later'],
    when: 'An answer is not what the documentation of OutSmart says; `field` names the member.',
    program: 'Keeps the start of the answer, masked, for the operator.',
  },
  'asperion.not_connected': {
    retry: ['after-reconnect'],
    when: 'Nobody connected Asperion, the connection was taken back, or the person did not consent.',
  },
  'asperion.connection_ended': {
    retry: ['after-reconnect'],
    when: 'The identity server answers `invalid_grant` to a refresh. Nothing else ends a connection.',
    program: 'Marks the connection as ended and forgets its tokens; the settings and the backlog stay.',
  },
  'asperion.client_refused': {
    retry: ['later'],
    when: 'The identity server refuses the client of this installation (`invalid_client` and the like).',
    program: 'Keeps the tokens of the customers. The operator sets the client id and secret.',
  },
  'asperion.forbidden': {
    retry: ['never', 'later'],
    when: 'HTTP 403; or 401 with a token that was renewed a moment ago, which may pass.',
  },
  'asperion.refused': {
    retry: ['never'],
    when: 'Any other 4xx: Asperion says what is wrong with the record.',
    program:
      'A refused invoice, debtor or article makes its work order wait, with the words of Asperion; the run goes on.',
  },
  'asperion.not_found': { retry: ['never'], when: 'HTTP 404 to reading or deleting.' },
  'asperion.rate_limited': {
    retry: ['later'],
    when: 'HTTP 429.',
    program: 'Has waited as long as Asperion asks, up to a minute in all, by then.',
  },
  'asperion.unreachable': {
    retry: ['later'],
    when: 'No connection, or 5xx or a time-out while reading; or several unclear answers in a row to creating.',
    program: 'Has tried a reading call up to three times by then.',
  },
  'asperion.unclear': {
    retry: ['after-lookup'],
    when: 'A time-out, broken connection or 5xx to a call that creates or deletes: it may have happened.',
  },
  'asperion.contract_broken': {
    retry: ['never', 'later'],
    when: 'An answer to reading, or of the identity server, is not what the contract says; `field` names the member.',
    program: 'Keeps the start of the answer, masked, for the operator.',
  },
  'asperion.wrong_administration': {
    retry: ['never'],
    when: 'The answer comes from another administration than the one chosen.',
    program: 'When something was created there, the account stops until a person keeps or deletes it.',
  },
  'asperion.too_late_to_send': {
    retry: ['later'],
    when: 'The process was paused between storing an intent and sending it.',
    program: 'Nothing was sent; the intent may be sent again.',
  },
  'sync.lease_lost': {
    retry: ['later'],
    when: 'Another process took over the account, or the process that ran it died.',
    program: 'Stops at once; no state of a work order or intent can be written without the lease.',
  },
  'sync.cancelled': {
    retry: ['never', 'later'],
    when: 'A person stopped the run, or the program was stopped during a call.',
    program: 'Ends the run as cancelled; what was done stays done.',
  },
  'sync.account_stopped': {
    retry: ['never'],
    when: 'Something was created in another administration and nobody decided yet.',
    program: 'Makes no call at all until a person decides.',
  },
  'sync.not_configured': { retry: ['never'], when: 'Something has to be set first; `field` says what.' },
  'sync.no_licence': {
    retry: ['never'],
    when: 'The company has no licence for the connector, or its licence has ended.',
    program: 'Makes no call at all, and the schedule does not ask; it goes on by itself once a licence runs.',
  },
  'sync.suspended': {
    retry: ['never'],
    when: 'The operator suspended the company.',
    program: 'Makes no call at all, and the schedule does not ask; it goes on by itself once the company is resumed.',
  },
  'sync.circuit_open': {
    retry: ['later'],
    when: 'A system did not answer this company three runs in a row (`of`); it is left alone until the moment in `until`.',
    program: 'Makes no call; the first run after that moment tries again, and one that a person starts tries at once.',
  },
  'sync.call_budget': {
    retry: ['later'],
    when: 'The runs of the last 24 hours made as many calls as `KOPPELING_CALLS_PER_DAY` allows.',
    program: 'Stops between two records; nothing is lost. What a person starts goes on.',
  },
  'sync.first_export_unconfirmed': {
    retry: ['never'],
    when: 'Work orders are ready, but nobody confirmed the first export to this administration.',
    program: 'Ends the run as done: everything is read and judged, nothing is sent.',
  },
  'store.secret_unreadable': {
    retry: ['never'],
    when: 'A stored token cannot be opened with the key of this installation.',
    program: 'Changes nothing, so that the right key still opens it.',
  },
};

/** The page as it should be. */
export function errorsDoc(): GeneratedFile {
  const codes = Object.keys(faultDescriptions) as FaultCode[];
  const areas = [...new Set(codes.map((code) => code.split('.')[0] ?? ''))];
  const parts = areas.map((area) => {
    const rows = codes.filter((code) => code.startsWith(`${area}.`)).map(row);
    return `## ${area}\n\n| code | when | what a person reads | retry | what the program does |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return { path: 'docs/errors.md', text: [introduction, ...parts].join('\n') };
}

function row(code: FaultCode): string {
  const { retry, when, program } = faultDescriptions[code];
  const cells = [
    `\`${code}\``,
    when,
    sentencesOf(code).join('<br>'),
    retry.map((value) => `\`${value}\``).join(', '),
    program ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function sentencesOf(code: FaultCode): string[] {
  if (code === 'sync.not_configured')
    return partsToConfigure.map((field) => `\`${field}\`: ${faultSentence(code, { field })}`);
  return [faultSentence(code, { messages: '…', kind: 'invoice', meant: '12', landedIn: '34' })];
}

const introduction = `<!-- Generated by tools/generate-errors-doc.ts from src/usecases/sentences.ts. Do not edit; run: npm run docs -->

# Faults

A fault is something that went wrong outside of the program: a system that is down, a token that is refused. It has a
stable code, \`area.reason\`, which is never reused; the Dutch sentence may change. A work order that waits is no fault
(its reasons are in [mapping/work-order-to-draft-invoice.md](mapping/work-order-to-draft-invoice.md)), and a mistake of
the program itself has no code: the run ends as failed and the log of the program has the stack.

A fault that concerns one work order is settled with that work order, and the run goes on. Any other ends the run, is kept
with it and in its log. The page and the command line tell it by the same sentence. \`retry\` says what may be done with the call:

| retry | meaning | what the program does |
| --- | --- | --- |
| \`never\` | The same call would end the same way. | Nothing by itself. The next scheduled export judges everything afresh; an import waits for a person. |
| \`later\` | It may pass. | The next scheduled export tries again; an import waits for a person. |
| \`after-reconnect\` | A person has to connect again first. | Scheduled exports end before their first call; the backlog goes by itself after reconnecting. |
| \`after-lookup\` | The call may have been carried out. | The intent becomes *uncertain*. After the longest life of a request it is looked up by its mark, number or code: found is adopted, certainly absent may be sent again. |
`;

if (import.meta.main) process.exitCode = writeOrCheck([errorsDoc()], process.argv.slice(2));
