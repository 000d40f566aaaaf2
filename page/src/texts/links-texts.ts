import type { Catalogue } from './language.ts';

const nl = {
  caption: 'Vaste koppelingen van codes in OutSmart naar Asperion',
  kinds: { debtor: 'Debiteur', article: 'Artikel' },
  columns: { code: 'In OutSmart', target: 'In Asperion', laid: 'Gekozen', actions: 'Acties' },
  laid: (by: string, when: string) => (by === '' ? when : `${by}, ${when}`),
  remove: 'Weghalen',
  removeOf: (kind: string, code: string) => `van ${kind} ${code}`,
  removed: (kind: string, code: string) =>
    `De koppeling van ${kind} ${code} is weg. De volgende export zoekt ${code} weer gewoon op.`,
  none: 'Nog geen vaste koppelingen.',
  noneText: 'Kies bij een wachtende werkbon een ander artikel of een bestaande debiteur; die keuze staat dan hier.',
};

const en: typeof nl = {
  caption: 'Lasting links from codes in OutSmart to Asperion',
  kinds: { debtor: 'Debtor', article: 'Article' },
  columns: { code: 'In OutSmart', target: 'In Asperion', laid: 'Chosen', actions: 'Actions' },
  laid: (by, when) => (by === '' ? when : `${by}, ${when}`),
  remove: 'Remove',
  removeOf: (kind, code) => `the link of ${kind} ${code}`,
  removed: (kind, code) => `The link of ${kind} ${code} is gone. The next export looks ${code} up as usual.`,
  none: 'No lasting links yet.',
  noneText: 'Choose another article or an existing debtor at a work order that waits; that choice is then here.',
};

export const linksTexts: Catalogue<typeof nl> = { nl, en };
