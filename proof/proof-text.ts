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
    adopted: 'terug-\ngevonden',
    madeAnew: 'opnieuw\ngemaakt',
    uncertain: 'eerlijk\nonzeker',
    doubles: 'dubbel',
    lost: 'kwijt',
    unsettled: 'niet\naf',
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

/** Each goes on with: niets dubbel, niets kwijt. */
const HAPPENED: Readonly<Record<FaultName, string>> = {
  none: 'Midden in een export beëindigd',
  'answer-lost': 'Een systeem deed het werk, het antwoord kwam nooit aan, en het programma viel uit',
  'error-after-work': 'Een systeem deed het werk, meldde toch een fout, en het programma viel uit',
  slow: 'Een systeem deed het werk pas toen niemand meer wachtte, en het programma viel uit',
  'duplicate-worker': 'Twee processen exporteerden hetzelfde account, en het ene viel uit',
  'manual-and-automatic': 'Knop en automaat begonnen tegelijk, en de dienst viel uit',
  'late-visibility': 'Een gemaakt concept stond pas later in de lijsten, en het programma viel uit',
};

/** The whole account, without a line break at its end. */
export function proofText(proof: Proof): string {
  const { matrix, failures, seconds } = proof;
  const end =
    failures.length === 0
      ? `Bewezen in ${duration(seconds)}: niets dubbel, niets kwijt.`
      : `Niet bewezen (${failures.length}), na ${duration(seconds)}. Meld dit, met de regels hierboven erbij.`;
  return [
    matrixTable(matrix, DUTCH),
    '',
    ...matrix.map(sentence),
    simulationSentence(proof),
    '',
    ...failures.map((failure) => `NIET BEWEZEN  ${failure}`),
    end,
  ].join('\n');
}

function sentence(row: MatrixRow): string {
  const { fault, kills, doubles, lost, unsettled, broken } = row;
  const times = `${HAPPENED[fault]} (${kills} keer)`;
  if (doubles + lost + unsettled + broken > 0) return `✗ ${times}: dat ging niet goed.`;
  return `✓ ${times}: niets dubbel, niets kwijt, binnen twee rondes afgehandeld of eerlijk onzeker.`;
}

function simulationSentence({ simulation }: Proof): string {
  const { histories, crashes, firstSeed, lastSeed, failures } = simulation;
  const told = `${histories} verzonnen verhalen (${firstSeed}–${lastSeed}) vol storingen, met ${crashes} keer uitvallen`;
  if (failures.length > 0) return `✗ ${told}: in ${failures.length} ervan werd een belofte gebroken.`;
  return `✓ ${told}: na elke stap bij elke werkbon precies één factuur of één openstaande vraag.`;
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} seconden` : `${Math.round(seconds / 60)} minuten`;
}
