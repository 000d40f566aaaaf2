/**
 * What was proved, in Dutch, for whoever keeps the books with it.
 */
import type { FaultName } from './crash-matrix/fault-kinds.ts';
import type { MatrixRow } from './crash-matrix/matrix-rows.ts';
import { matrixTable, type TableWords } from './crash-matrix/matrix-table.ts';
import type { Proof } from './prove.ts';

const DUTCH: TableWords = {
  titles: {
    fault: 'wat er misging',
    cells: 'proeven',
    kills: 'gedood',
    adopted: 'teruggevonden',
    madeAnew: 'opnieuw gemaakt',
    uncertain: 'eerlijk onzeker',
    doubles: 'dubbel',
    lost: 'kwijt',
    unsettled: 'niet af',
    broken: 'kapot',
  },
  faults: {
    none: 'alleen gedood',
    'answer-lost': 'antwoord kwijt na het werk',
    'error-after-work': 'foutmelding na het werk',
    slow: 'te laat uitgevoerd',
    'duplicate-worker': 'tweede proces erbij',
    'manual-and-automatic': 'knop en automaat tegelijk',
    'late-visibility': 'concept pas later zichtbaar',
  },
  total: 'samen',
};

const HAPPENED: Readonly<Record<FaultName, string>> = {
  none: 'Het programma werd midden in een export zonder waarschuwing beëindigd',
  'answer-lost':
    'Een van de systemen deed wat gevraagd was, maar het antwoord kwam nooit aan, en het programma viel uit',
  'error-after-work': 'Een van de systemen deed wat gevraagd was, maar meldde een fout, en het programma viel uit',
  slow: 'Een van de systemen voerde de vraag pas uit toen niemand meer op antwoord wachtte, en het programma viel uit',
  'duplicate-worker': 'Twee programma’s exporteerden hetzelfde account, en het ene viel uit terwijl het andere wachtte',
  'manual-and-automatic': 'De automatische export en de knop werden tegelijk gestart, en de dienst viel uit',
  'late-visibility': 'Een gemaakt concept verscheen pas later in de lijsten van Asperion, en het programma viel uit',
};

/** The whole account, without a line break at its end. */
export function proofText(proof: Proof): string {
  const { matrix, simulation, failures, seconds } = proof;
  const lines = [
    matrixTable(matrix, DUTCH),
    '',
    ...matrix.map(sentence),
    simulationSentence(proof),
    '',
    ...failures.map((failure) => `NIET BEWEZEN  ${failure}`),
    failures.length === 0
      ? `Bewezen in ${duration(seconds)}: niets dubbel, niets kwijt.`
      : `Niet bewezen (${failures.length}), na ${duration(seconds)}. Meld dit, met de regels hierboven erbij.`,
  ];
  const seeds = `Simulatie: verhalen ${simulation.firstSeed} tot en met ${simulation.lastSeed}.`;
  return [...lines.slice(0, -1), seeds, ...lines.slice(-1)].join('\n');
}

function sentence(row: MatrixRow): string {
  const { fault, cells, doubles, lost, unsettled, broken } = row;
  const times = `${HAPPENED[fault]} (${cells} keer)`;
  if (doubles + lost + unsettled + broken > 0) return `✗ ${times}: dat ging niet goed.`;
  return `✓ ${times}: elke werkbon had daarna precies één factuur, en was binnen twee rondes afgehandeld of eerlijk onzeker.`;
}

function simulationSentence({ simulation }: Proof): string {
  const { histories, crashes, failures } = simulation;
  const told = `${histories} verzonnen verhalen met storingen, ${crashes} keer uitvallen en van alles tegelijk`;
  if (failures.length > 0) return `✗ ${told}: in ${failures.length} ervan werd een belofte gebroken.`;
  return `✓ ${told}: na elke stap hoorde bij elke werkbon precies één factuur of één openstaande vraag.`;
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} seconden` : `${Math.round(seconds / 60)} minuten`;
}
