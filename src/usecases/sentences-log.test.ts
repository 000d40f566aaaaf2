import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { LogEntry } from '../store/log.ts';
import type { Run } from '../store/runs.ts';
import { countSentences, logSentence, logSubject, phaseSentence, resultWord, runSentence } from './sentences-log.ts';
import { isLogCode } from './sentences-log-codes.ts';

function line(members: Partial<LogEntry> & Pick<LogEntry, 'result'>): LogEntry {
  return { subjectKind: 'work-order', subjectKey: '2026-1186', subjectName: 'Hotel De Gouden Leeuw', ...members };
}

function finding(members: Partial<Finding> & Pick<Finding, 'reason'>): Finding {
  return { causeKey: '', field: '', code: '', name: '', found: '', obstacle: '', messages: [], ...members };
}

describe('what happened to a record', () => {
  test('an invoice says its amount and its debtor', () => {
    const parameters = {
      invoiceId: '88',
      debtor: '10211',
      debtorName: 'Hotel De Gouden Leeuw',
      amount: '912.4',
      notices: [],
    };
    expect(logSentence(line({ result: 'invoiced', code: 'export.invoiced', parameters }))).toBe(
      'Concept van €\u00a0912,40 voor debiteur 10211 Hotel De Gouden Leeuw.',
    );
  });

  test('an invoice without one of its lines says so', () => {
    const notices = [
      { code: 'line-left-out-quantity-0', field: '', parameters: { tag: 'M3', code: '2210', name: '' } },
    ];
    const parameters = { debtor: '10211', debtorName: '', amount: '10', notices };
    expect(logSentence(line({ result: 'invoiced', code: 'export.invoiced', parameters }))).toBe(
      'Concept van €\u00a010,00 voor debiteur 10211. Regel M3 (2210) staat niet op de factuur: het aantal is 0.',
    );
  });

  test('a work order with one reason says it in full', () => {
    const findings = [finding({ reason: 'materiaal-onbekend', code: '4711' })];
    expect(logSentence(line({ result: 'waiting', code: 'materiaal-onbekend', parameters: { findings } }))).toBe(
      'Artikel 4711 bestaat niet in Asperion. Maak het aan of kies een ander artikel.',
    );
  });

  test('a work order with five reasons says the first three and how many more', () => {
    const findings = ['1', '2', '3', '4', '5'].map((code) => finding({ reason: 'materiaal-onbekend', code }));
    expect(logSentence(line({ result: 'waiting', code: 'materiaal-onbekend', parameters: { findings } }))).toBe(
      'Artikel 1 bestaat niet in Asperion; Artikel 2 bestaat niet in Asperion; Artikel 3 bestaat niet in Asperion; en nog 2 redenen.',
    );
  });

  test('an unclear answer says when it is looked up, in Dutch time', () => {
    const parameters = { lookAgainAt: '2026-11-24T09:40:00Z', fault: 'asperion.unclear' };
    expect(logSentence(line({ result: 'uncertain', code: 'export.uncertain', parameters }))).toContain('om 10:40 op');
  });

  test('a work order that changed after its invoice shows what changed, once', () => {
    const changes = [
      { member: 'materials.0.quantity.value', before: '1', after: '2' },
      { member: 'materials.0.quantity.text', before: '1', after: '2,00' },
      { member: 'workParty.name', before: 'Bakkerij Blom', after: 'Bakkerij Bloem' },
      { member: 'fields.CustomerName', before: 'Bakkerij Blom', after: 'Bakkerij Bloem' },
    ];
    expect(logSentence(line({ result: 'notice', code: 'werkbon-gewijzigd-na-factuur', parameters: { changes } }))).toBe(
      'Gewijzigd nadat het concept was gemaakt (aantal van regel M1: 1 werd 2; gegevens van de relatie: Bakkerij Blom werd Bakkerij Bloem). Het concept in Asperion is nog het oude.',
    );
  });

  test('an invoice in another administration names both', () => {
    const parameters = { kind: 'invoice', id: '88', subject: '(k-1)', meant: '12', landedIn: '34' };
    expect(logSentence(line({ result: 'stopped', code: 'export.wrong-administration', parameters }))).toMatch(
      /^De export staat stil: een conceptfactuur staat in administratie 34 in plaats van 12\. /,
    );
  });

  test('a fault that ended a run has the same words as elsewhere', () => {
    const entry = line({
      subjectKind: 'account',
      subjectKey: '',
      subjectName: '',
      result: 'failed',
      code: 'asperion.unreachable',
    });
    expect(logSentence(entry)).toMatch(/^Asperion is nu niet bereikbaar\. /);
    expect(logSubject(entry)).toBe('Koppeling');
  });

  test('an imported record says whether it was new or changed', () => {
    expect(logSentence(line({ subjectKind: 'relation', result: 'new' }))).toBe('Nieuw in OutSmart gezet.');
    expect(logSentence(line({ subjectKind: 'relation', result: 'changed' }))).toBe('Gewijzigd in OutSmart.');
  });

  test('a missing part that got a stand-in is named', () => {
    const parameters = { field: 'postalCode', standIn: '-' };
    expect(logSentence(line({ subjectKind: 'relation', result: 'notice', code: 'import.stand-in', parameters }))).toBe(
      'De postcode ontbreekt in Asperion; in OutSmart staat daar nu -.',
    );
  });

  test('a line with a code or with values of another version of the program still says its result', () => {
    expect(logSentence(line({ result: 'adopted', code: 'export.something-new' }))).toBe('Teruggevonden.');
    const findings = [{ reason: 'something-new' }, null, 'text'];
    expect(logSentence(line({ result: 'waiting', code: 'something-new', parameters: { findings } }))).toBe(
      'Wacht op u.',
    );
  });

  test('the record of a line is named by what it is, its number and its name', () => {
    expect(logSubject(line({ result: 'invoiced' }))).toBe('Werkbon 2026-1186 Hotel De Gouden Leeuw');
    expect(resultWord('invoiced')).toBe('Gefactureerd');
  });
});

describe('what a run counted', () => {
  test('an import says how many were new, changed and unchanged', () => {
    const counts = { 'relations.read': 1320, 'relations.new': 12, 'relations.changed': 3, 'relations.unchanged': 1305 };
    expect(countSentences(counts)).toEqual(['Relaties: 12 nieuw, 3 gewijzigd, 1.305 ongewijzigd']);
  });

  test('an export tells work orders apart from what it created for them', () => {
    const counts = {
      offered: 19,
      ready: 4,
      invoiced: 3,
      acknowledged: 3,
      waiting: 15,
      uncertain: 1,
      debtorsCreated: 1,
    };
    expect(countSentences(counts)).toEqual([
      'Werkbonnen: 19 aangeboden, 3 gefactureerd, 15 wachten op u, 1 onzeker',
      'Aangemaakt in Asperion: 1 debiteur',
    ]);
  });

  test('a run that met nothing has no figures', () => {
    expect(countSentences({ offered: 0 })).toEqual([]);
  });
});

describe('how a run stands', () => {
  const run: Pick<Run, 'job' | 'state' | 'phase' | 'counts' | 'faultCode' | 'faultParameters'> = {
    job: 'export',
    state: 'done',
    phase: 'sending',
    counts: {},
    faultCode: null,
    faultParameters: null,
  };

  test('an export without work orders says so', () => {
    expect(runSentence(run)).toBe('Export werkbonnen is gelukt. Er stonden geen werkbonnen klaar.');
    expect(runSentence({ ...run, counts: { invoiced: 3 } })).toBe('Export werkbonnen is gelukt.');
  });

  test('a run that goes on says what it does now', () => {
    expect(runSentence({ ...run, state: 'running' })).toBe(
      'Export werkbonnen loopt. Conceptfacturen gaan naar Asperion.',
    );
  });

  test('an export that waits for the first confirmation asks for it', () => {
    expect(runSentence({ ...run, faultCode: 'sync.first_export_unconfirmed' })).toContain('bevestig');
  });

  test('a run that failed says why; one that met a mistake of ours does not blame the reader', () => {
    expect(runSentence({ ...run, state: 'failed', faultCode: 'outsmart.unreachable' })).toContain(
      'OutSmart is nu niet bereikbaar',
    );
    expect(runSentence({ ...run, state: 'failed' })).toContain('ons programma');
  });
});

describe('the words cover what the program writes', () => {
  const sources = ['../sync', '../usecases'].flatMap((folder) => {
    const url = new URL(`${folder}/`, import.meta.url);
    const names = readdirSync(url).filter((name) => /^(?!sentences).*(?<!\.test)\.ts$/.test(name));
    return names.map((name) => readFileSync(new URL(name, url), 'utf8'));
  });
  const text = sources.join('\n');
  const literals = (pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].flatMap(([, found]) => found ?? [])),
  ];
  const inCalls = (method: string): string[] =>
    literals(new RegExp(`meter\\.${method}\\((.*?)\\);`, 'g')).flatMap((argument) =>
      [...argument.matchAll(/(?<!=== |\()'([\w-]+)'/g)].flatMap(([, found]) => found ?? []),
    );

  test('every code of a log line has a sentence', () => {
    const codes = literals(/'((?:import|export)\.[a-z-]+|werkbon-[a-z-]+)'/g);
    expect(codes).toContain('export.invoiced');
    expect(codes.filter((code) => !isLogCode(code))).toEqual([]);
  });

  test('every phase has a sentence', () => {
    const phases = inCalls('enter');
    expect(phases).toContain('sending');
    expect(phases.filter((phase) => phaseSentence(phase) === phaseSentence('unheard of'))).toEqual([]);
  });

  test('every count has words', () => {
    const counts = [...inCalls('count'), ...inCalls('set')];
    expect(counts).toContain('invoiced');
    expect(counts.filter((part) => countSentences({ [part]: 7 }).length === 0)).toEqual([]);
  });

  test('every count of an import has words', () => {
    const kinds = literals(/countName: '(\w+)'/g);
    const parts = [...literals(/countName\}\.(\w+)`/g), 'new', 'changed', 'inactive', 'gone', 'moved'];
    expect(kinds).toHaveLength(3);
    expect(parts).toContain('unchanged');
    const names = kinds.flatMap((kind) => parts.map((part) => `${kind}.${part}`));
    expect(names.filter((name) => countSentences({ [name]: 7 }).length === 0)).toEqual([]);
  });
});
