/**
 * Import settings (I1-I3): the administration, and what is taken over from it, each with the round button that fetches it.
 */
import { Collapse } from '@mantine/core';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';
import { AdministrationChange } from './administration-change.tsx';
import { ChoiceSelect } from './choice-select.tsx';
import { ImportOption } from './import-option.tsx';
import { type SettingsPart, SettingsSection } from './setting-fields.tsx';
import { withAdministration } from './settings-draft.ts';
import type { StartObstacles } from './use-start.ts';

export function ImportSettings({
  part,
  obstacles,
  accountId,
}: {
  readonly part: SettingsPart;
  readonly obstacles: StartObstacles;
  readonly accountId: string;
}) {
  const texts = useTexts(settingsTexts);
  const { notBefore } = useTexts(synchronisationTexts);
  const { form, choices } = part;
  const common = { part, accountId };
  const hasAsperion = choices.listOf('administrations') !== null || choices.isReading;
  return (
    <SettingsSection title={texts.importTitle} text={texts.importText}>
      <ChoiceSelect
        part={part}
        field="administrationId"
        list="administrations"
        changesOf={(chosen) => withAdministration(chosen, form.base)}
        help={hasAsperion ? texts.administrationHelp : texts.administrationNeedsAsperion}
      />
      <AdministrationChange part={part} />
      <div className="set-options">
        <ImportOption
          {...common}
          field="importDebtors"
          job="debtors"
          text={texts.importDebtorsText}
          obstacle={obstacles.imports}
        />
        <ImportOption
          {...common}
          field="importArticles"
          job="articles"
          text={texts.importArticlesText}
          obstacle={obstacles.imports}
        />
        <ImportOption
          {...common}
          field="hourTypesOn"
          job="hourtypes"
          text={texts.hourTypesText}
          obstacle={obstacles.hourTypes}
        >
          <Collapse expanded={form.draft.hourTypesOn || form.errorOf('hourSalesTypeId') !== null}>
            <div className="set-under">
              <ChoiceSelect part={part} field="hourSalesTypeId" list="salesTypes" />
            </div>
          </Collapse>
        </ImportOption>
      </div>
      {obstacles.imports && (
        <p className="set-help" id="start-import-reason">
          {notBefore[obstacles.imports]}
        </p>
      )}
    </SettingsSection>
  );
}
