/**
 * Why a link cannot be laid or one record cannot be created, in every language. Must not know who asked.
 */
import type { ChoiceKind } from '../model/record-choices.ts';
import type { Language } from './language.ts';
import { Refusal } from './parts.ts';
import { short } from './sentences-foreign-words.ts';

type ChoiceRefusal =
  | 'choice.no-administration'
  | 'link.target-unknown'
  | 'link.target-blocked'
  | 'link.target-inactive'
  | 'link.same'
  | 'link.unknown'
  | 'creation.cause-gone'
  | 'creation.impossible'
  | 'creation.default-missing';

/** What a refusal is about: `record` is `debiteur 10377`, `settings` what those are called that have to be chosen. */
interface About {
  readonly record: string;
  readonly settings: string;
}

type Texts = Readonly<Record<ChoiceRefusal, (about: About) => string>>;

const DUTCH: Texts = {
  'choice.no-administration': () => 'Er is nog geen administratie gekozen. Kies die eerst bij de instellingen.',
  'link.target-unknown': ({ record }) => `Asperion kent ${record} niet. Kies een ander uit de lijst.`,
  'link.target-blocked': ({ record }) =>
    `Asperion heeft ${record} geblokkeerd. Hef daar de blokkade op, of kies een andere.`,
  'link.target-inactive': ({ record }) =>
    `In Asperion staat ${record} op inactief. Maak het daar weer actief, of kies een ander.`,
  'link.same': ({ record }) =>
    `In Asperion bestaat ${record} al onder dezelfde code. Een koppeling is niet nodig; probeer de werkbonnen opnieuw.`,
  'link.unknown': ({ record }) => `Voor ${record} is er geen koppeling meer. Bekijk de lijst opnieuw.`,
  'creation.cause-gone': () => 'Hier wacht niets meer op. Bekijk de lijst opnieuw.',
  'creation.impossible': ({ record }) =>
    `Wij kunnen ${record} zo niet aanmaken. Kies een ander, of maak het aan in Asperion.`,
  'creation.default-missing': ({ record, settings }) =>
    `Om ${record} aan te maken hebben we nog nodig: ${settings}. Kies dat bij de instellingen en probeer het opnieuw.`,
};

const ENGLISH: Texts = {
  'choice.no-administration': () => 'No administration has been chosen yet. Choose it in the settings first.',
  'link.target-unknown': ({ record }) => `Asperion does not know ${record}. Choose another one from the list.`,
  'link.target-blocked': ({ record }) => `Asperion has blocked ${record}. Unblock it there, or choose another one.`,
  'link.target-inactive': ({ record }) =>
    `In Asperion ${record} is inactive. Make it active there, or choose another one.`,
  'link.same': ({ record }) =>
    `Asperion has ${record} under the same code already. No link is needed; try the work orders again.`,
  'link.unknown': ({ record }) => `There is no link for ${record} any more. Look at the list again.`,
  'creation.cause-gone': () => 'Nothing waits for this any more. Look at the list again.',
  'creation.impossible': ({ record }) =>
    `We cannot create ${record} like this. Choose another one, or create it in Asperion.`,
  'creation.default-missing': ({ record, settings }) =>
    `To create ${record} we still need: ${settings}. Choose that in the settings and try again.`,
};

const TEXTS: Readonly<Record<Language, Texts>> = { nl: DUTCH, en: ENGLISH };

const KINDS: Readonly<Record<Language, Readonly<Record<ChoiceKind, string>>>> = {
  nl: { debtor: 'debiteur', article: 'artikel' },
  en: { debtor: 'debtor', article: 'article' },
};

const SETTINGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    debtorKindId: 'een standaard debiteursoort',
    paymentConditionId: 'een standaard betalingsconditie',
    salesTypeId: 'een standaard verkoopsoort',
  },
  en: {
    debtorKindId: 'a default debtor kind',
    paymentConditionId: 'a default payment condition',
    salesTypeId: 'a default sales type',
  },
};

/** Says so in whichever language it is asked for; `settings` are those that have to be chosen first. */
export function choiceRefusal(
  code: ChoiceRefusal,
  kind: ChoiceKind,
  recordCode: string,
  settings: readonly string[] = [],
): Refusal {
  const sentence = (language: Language) => {
    const names = settings.map((name) => SETTINGS[language][name] ?? name);
    const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
    return TEXTS[language][code]({ record: `${KINDS[language][kind]} ${short(recordCode)}`.trim(), settings: list });
  };
  return new Refusal(code, { nl: sentence('nl'), en: sentence('en') });
}
