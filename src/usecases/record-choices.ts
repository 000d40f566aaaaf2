/**
 * A person's word about single codes of OutSmart (product.md 5.4): this code is that record in Asperion, lasting, in the
 * administration of the settings; or the record may be created there although creating is off.
 */
import { foldCode } from '../kernel/text.ts';
import type { Books } from '../model/accounting.ts';
import type { Finding } from '../model/finding.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { ChoiceKind } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { RecordLink } from '../store/record-choices.ts';
import type { AccountStore } from '../store/store.ts';
import { causeIdOf } from './causes.ts';
import type { Refusal, UseCaseParts } from './parts.ts';
import { kindOfRecord } from './repairs.ts';
import { choiceRefusal } from './sentences-choices.ts';

export interface NewLink {
  readonly kind: ChoiceKind;
  /** On the work order. */
  readonly code: string;
  /** In Asperion. */
  readonly targetCode: string;
}

/**
 * Lays a link, in place of an earlier word about the code. Refusals: choice.no-administration, link.target-unknown,
 * link.target-blocked, link.target-inactive, link.same. Faults of Asperion, which is asked whether the record is there.
 */
export async function layLink(
  parts: Pick<UseCaseParts, 'doors'>,
  account: AccountStore,
  { kind, code, targetCode }: NewLink,
  by: string,
): Promise<void> {
  const { administrationId } = await chosenSettings(account);
  const { signal } = new AbortController();
  const books = (await parts.doors.openAccounting(account, signal)).books(administrationId);
  const target = kind === 'debtor' ? await debtorFor(books, targetCode) : await articleFor(books, targetCode);
  if (foldCode(target.code) === foldCode(code)) throw choiceRefusal('link.same', kind, code);
  const link = { kind, code: code.trim(), targetCode: target.code, targetName: target.name, by };
  await account.recordChoices(administrationId).lay(link);
}

async function debtorFor(books: Books, number: string): Promise<{ code: string; name: string }> {
  const found = await books.findDebtors([number]);
  const debtor = found.find(({ isBlocked }) => !isBlocked) ?? found[0];
  if (!debtor) throw choiceRefusal('link.target-unknown', 'debtor', number);
  if (debtor.isBlocked) throw choiceRefusal('link.target-blocked', 'debtor', number);
  return { code: debtor.customerNumber, name: debtor.name };
}

async function articleFor(books: Books, code: string): Promise<{ code: string; name: string }> {
  const found = await books.findArticles([code]);
  const article = found.find(({ isActive }) => isActive) ?? found[0];
  if (!article) throw choiceRefusal('link.target-unknown', 'article', code);
  if (!article.isActive) throw choiceRefusal('link.target-inactive', 'article', code);
  return { code: article.code, name: article.description };
}

/** The links of the administration of the settings, newest first; none before settings were saved. */
export async function listLinks(account: AccountStore): Promise<readonly RecordLink[]> {
  const administrationId = (await account.settings.current())?.value.administrationId ?? null;
  return administrationId === null ? [] : account.recordChoices(administrationId as AdministrationId).links();
}

/** Takes a link away: the next export judges what used it afresh. Refusals: choice.no-administration, link.unknown. */
export async function removeLink(account: AccountStore, kind: ChoiceKind, code: string, by: string): Promise<void> {
  const { administrationId } = await chosenSettings(account);
  const isRemoved = await account.recordChoices(administrationId).removeLink(kind, code, by);
  if (!isRemoved) throw choiceRefusal('link.unknown', kind, code);
}

/**
 * Lets the one record that this cause waits for be created with the next export. Refusals: choice.no-administration,
 * creation.cause-gone when nothing waits for it any more, creation.impossible when creating is no way out,
 * creation.default-missing naming the settings that creating needs.
 */
export async function allowCreation(account: AccountStore, causeId: string, by: string): Promise<void> {
  const { administrationId, settings } = await chosenSettings(account);
  const causes = await account.orderLists.causes();
  const finding = causes.find((cause) => causeIdOf(cause.finding) === causeId)?.finding;
  if (!finding) throw choiceRefusal('creation.cause-gone', 'article', '');
  const kind = creatableKind(finding);
  if (kind === null) throw choiceRefusal('creation.impossible', kindOfRecord(finding) ?? 'article', finding.code);
  const missing = missingDefaults(finding, kind, settings);
  if (missing.length > 0) throw choiceRefusal('creation.default-missing', kind, finding.code, missing);
  await account.recordChoices(administrationId).allowCreation(kind, finding.code, by);
}

/** Obstacles that creating removes, or that only settings stand behind, which are checked by themselves. */
const CREATABLE_OBSTACLES: readonly string[] = ['', 'debtorKindId', 'paymentConditionId', 'salesTypeId'];

function creatableKind(finding: Finding): ChoiceKind | null {
  const isMissing = ['relatie-onbekend', 'materiaal-onbekend', 'uursoort-onbekend'].includes(finding.reason);
  return isMissing && finding.code !== '' && CREATABLE_OBSTACLES.includes(finding.obstacle)
    ? kindOfRecord(finding)
    : null;
}

function missingDefaults(finding: Finding, kind: ChoiceKind, settings: Settings): string[] {
  const { debtorKindId, paymentConditionId, salesTypeId, hourSalesTypeId } = settings;
  if (kind === 'debtor')
    return [
      ...(debtorKindId === null ? ['debtorKindId'] : []),
      ...(paymentConditionId === null ? ['paymentConditionId'] : []),
    ];
  const salesType = finding.reason === 'uursoort-onbekend' ? (hourSalesTypeId ?? salesTypeId) : salesTypeId;
  return salesType === null ? ['salesTypeId'] : [];
}

async function chosenSettings(account: AccountStore) {
  const settings = (await account.settings.current())?.value;
  if (!settings || settings.administrationId === null) throw noAdministration();
  return { settings, administrationId: settings.administrationId as AdministrationId };
}

function noAdministration(): Refusal {
  return choiceRefusal('choice.no-administration', 'debtor', '');
}
