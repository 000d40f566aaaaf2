/**
 * What the drop-downs of the settings offer, as both systems say now. When one of them cannot be asked, its lists are empty
 * and why is told; the lists of the other come all the same.
 */
import { dayInAmsterdam } from '../kernel/dates.ts';
import { isFault } from '../kernel/fault.ts';
import { defaultVatCode } from '../mapping/vat.ts';
import type { Article, Books, VatCode } from '../model/accounting.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { AccountStore } from '../store/store.ts';
import { isUsable } from './check-settings.ts';
import type { Language } from './language.ts';
import type { Problem, UseCaseParts } from './parts.ts';
import { faultSentence } from './sentences.ts';
import { dutchNumber } from './sentences-numbers.ts';

export interface Choice {
  readonly value: string;
  /** For people: the code and its name. */
  readonly label: string;
}

export interface AsperionChoices {
  readonly administrations: readonly Choice[];
  readonly salesTypes: readonly Choice[];
  /** For sales, and valid today. */
  readonly vatCodes: readonly Choice[];
  /** The default of the administration, which then is used (E4); null: one has to be chosen. */
  readonly defaultVatCode: string | null;
  readonly debtorKinds: readonly Choice[];
  readonly paymentConditions: readonly Choice[];
  /** Articles of the sales type of hour types. */
  readonly hourTypes: readonly Choice[];
}

export interface OutSmartChoices {
  readonly workStatuses: readonly Choice[];
  readonly workOrderFields: readonly Choice[];
}

export interface SettingsChoices extends AsperionChoices, OutSmartChoices {
  readonly readAt: Date;
  /** A system that could not be asked: `asperion` or `outsmart`, and why. */
  readonly problems: readonly Problem[];
}

export interface ChoicesAsked {
  /** Null: the lists of an administration stay empty. */
  readonly administrationId: AdministrationId | null;
  /** Null: no hour types. */
  readonly hourSalesTypeId: string | null;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** More articles than anybody looks through; a company has some ten hour types. */
const HOUR_TYPES_MAX = 1_000;

/** Never fails because of a foreign system. */
export async function readChoices(
  parts: UseCaseParts,
  account: AccountStore,
  asked: ChoicesAsked,
): Promise<SettingsChoices> {
  const problems: Problem[] = [];
  const ifAnswered = async <T>(field: string, reading: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      if (!isFault(error)) throw error;
      problems.push({ field, text: faultSentence(error.code, error.detail.parameters ?? {}, asked.language) });
      return otherwise;
    }
  };
  const [asperion, outsmart] = await Promise.all([
    ifAnswered('asperion', asperionChoices(parts, account, asked), NO_ADMINISTRATION),
    ifAnswered('outsmart', outsmartChoices(parts, account, asked.signal), { workStatuses: [], workOrderFields: [] }),
  ]);
  return { readAt: parts.clock.now(), ...asperion, ...outsmart, problems };
}

const NO_ADMINISTRATION: AsperionChoices = {
  administrations: [],
  salesTypes: [],
  vatCodes: [],
  defaultVatCode: null,
  debtorKinds: [],
  paymentConditions: [],
  hourTypes: [],
};

async function asperionChoices(
  parts: UseCaseParts,
  account: AccountStore,
  { administrationId, hourSalesTypeId, language, signal }: ChoicesAsked,
): Promise<AsperionChoices> {
  const accounting = await parts.doors.openAccounting(account, signal);
  const known = await accounting.readAdministrations();
  const administrations = known.map(({ id, name }) => choiceOf(id, name));
  if (administrationId === null || !known.some(({ id }) => id === administrationId))
    return { ...NO_ADMINISTRATION, administrations };
  const books = accounting.books(administrationId);
  const [salesTypes, vatCodes, debtorKinds, paymentConditions, hourTypes] = await Promise.all([
    books.readSalesTypes(),
    books.readVatCodes(),
    books.readDebtorKinds(),
    books.readPaymentConditions(),
    hourSalesTypeId === null ? [] : hourArticles(books, hourSalesTypeId),
  ]);
  const today = dayInAmsterdam(parts.clock.now());
  const usableDefault = defaultVatCode(vatCodes, today);
  return {
    administrations,
    salesTypes: salesTypes.map(({ id, description }) => choiceOf(id, description)),
    vatCodes: vatCodes
      .filter((code) => isUsable(code, today))
      .map((code) => choiceOf(code.id, vatName(code, language))),
    defaultVatCode: usableDefault === null ? null : vatName(usableDefault, language),
    debtorKinds: debtorKinds.map(({ id, description }) => choiceOf(id, description)),
    paymentConditions: paymentConditions.map(({ id, description }) => choiceOf(id, description)),
    hourTypes: hourTypes.map(({ code, description }) => choiceOf(code, description)),
  };
}

async function hourArticles(books: Books, salesTypeId: string): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for await (const page of books.readArticles({ salesTypeId })) {
    articles.push(...page);
    if (articles.length >= HOUR_TYPES_MAX) break;
  }
  return articles.slice(0, HOUR_TYPES_MAX);
}

/** Empty while OutSmart is not connected. */
async function outsmartChoices(
  parts: UseCaseParts,
  account: AccountStore,
  signal: AbortSignal,
): Promise<OutSmartChoices> {
  if (!(await account.connections.outsmart())) return { workStatuses: [], workOrderFields: [] };
  const fieldService = await parts.doors.openFieldService(account, signal);
  const [statuses, fields] = await Promise.all([fieldService.readWorkStatuses(), fieldService.readWorkOrderFields()]);
  return {
    workStatuses: statuses.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` })),
    workOrderFields: fields.map(({ id, label }) => ({ value: id, label })),
  };
}

function choiceOf(id: string | number, name: string): Choice {
  return { value: String(id), label: name === '' ? String(id) : `${id} · ${name}` };
}

/** `Btw hoog (21 %)`; the percentage is left out when the name tells it. */
function vatName({ description, percentage }: VatCode, language: Language): string {
  const number = dutchNumber(percentage, 0, language);
  return description.includes(`${number}%`) || description.includes(`${number} %`)
    ? description
    : `${description} (${number} %)`;
}
