/**
 * What the page itself can see to be wrong with the settings, before the server is asked. The server checks the same and more.
 */
import type { SettingsTexts } from '../../texts/settings-texts.ts';
import { isRoundMinutes } from './settings-draft.ts';
import type { Problems, SettingsForm } from './use-settings-form.ts';

const TEXT_CHARACTERS_MAX = 4_000;
const PREFIX_CHARACTERS_MAX = 255;

/** One problem a field, in the order of the page; empty when it can be sent. */
export function problemsOf(
  { draft, base, hasAgreed }: Pick<SettingsForm, 'draft' | 'base' | 'hasAgreed'>,
  texts: SettingsTexts,
): Problems {
  const isOtherAdministration = base.administrationId !== null && draft.administrationId !== base.administrationId;
  const found: [isWrong: boolean, field: string, text: string][] = [
    [draft.administrationId === null, 'administrationId', texts.administrationNeeded],
    [draft.administrationId !== null && isOtherAdministration && !hasAgreed, 'administrationId', texts.changeNotAgreed],
    [draft.hourTypesOn && draft.hourSalesTypeId === null, 'hourSalesTypeId', texts.hourSalesTypeNeeded],
    [draft.rounds && !isRoundMinutes(draft.roundMinutes), 'roundMinutes', texts.roundMinutesWrong],
    [draft.fixedText.length > TEXT_CHARACTERS_MAX, 'fixedText', texts.fixedTextLong],
    ...draft.extraLines.map(({ prefix, fields }, line): [boolean, string, string] => [
      prefix.length > PREFIX_CHARACTERS_MAX || (prefix.trim() !== '' && fields.every((field) => field === null)),
      `extraLines.${line}.${prefix.length > PREFIX_CHARACTERS_MAX ? 'prefix' : 'fields'}`,
      prefix.length > PREFIX_CHARACTERS_MAX ? texts.prefixLong : texts.prefixWithoutFields,
    ]),
  ];
  return found.filter(([isWrong]) => isWrong).map(([, field, text]) => ({ field, text }));
}
