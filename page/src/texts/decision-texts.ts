/**
 * What a person decides about work orders, of one or of all that wait for a cause, and what came of it.
 */
import type { Catalogue } from './language.ts';

const nl = {
  decideAll: {
    skip: (count: number, shown: string) => (count === 1 ? 'Zelf afgehandeld' : `Alle ${shown} zelf afgehandeld`),
    'make-again': (count: number, shown: string) => (count === 1 ? 'Opnieuw maken' : `Alle ${shown} opnieuw maken`),
  },
  makeAgain: 'Opnieuw maken',
  /** What came of a decision. */
  decided: {
    skip: (count: number) =>
      count === 1 ? '1 werkbon staat nu bij Zelf afgehandeld.' : `${count} werkbonnen staan nu bij Zelf afgehandeld.`,
    unskip: (count: number) =>
      count === 1
        ? '1 werkbon gaat weer mee met de volgende export.'
        : `${count} werkbonnen gaan weer mee met de volgende export.`,
    'make-again': (count: number) =>
      count === 1 ? '1 concept wordt nu opnieuw gemaakt.' : `${count} concepten worden nu opnieuw gemaakt.`,
    'keep-invoice': (count: number) =>
      count === 1 ? 'De factuur blijft zoals die is.' : `${count} facturen blijven zoals ze zijn.`,
  },
};

const en: typeof nl = {
  decideAll: {
    skip: (count, shown) => (count === 1 ? 'Handled by hand' : `All ${shown} handled by hand`),
    'make-again': (count, shown) => (count === 1 ? 'Make again' : `Make all ${shown} again`),
  },
  makeAgain: 'Make again',
  decided: {
    skip: (count) =>
      count === 1
        ? '1 work order is now under Handled by hand.'
        : `${count} work orders are now under Handled by hand.`,
    unskip: (count) =>
      count === 1 ? '1 work order goes with the next export.' : `${count} work orders go with the next export.`,
    'make-again': (count) => (count === 1 ? '1 draft is made again now.' : `${count} drafts are made again now.`),
    'keep-invoice': (count) => (count === 1 ? 'The invoice stays as it is.' : `${count} invoices stay as they are.`),
  },
};

export const decisionTexts: Catalogue<typeof nl> = { nl, en };
