/**
 * Whether relations and materials that Asperion does not know are created there, and with which defaults (E5).
 */
import { Collapse } from '@mantine/core';
import { useTexts } from '../../texts/language.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { SettingSwitch, type SettingsPart } from './setting-fields.tsx';

export function NewRecordSettings({ part }: { readonly part: SettingsPart }) {
  const texts = useTexts(settingsTexts);
  const { draft, errorOf } = part.form;
  const { createRelations, createMaterials } = draft;
  const hasError = errorOf('debtorKindId') !== null || errorOf('paymentConditionId') !== null;
  return (
    <>
      <h3 className="set-sub">{texts.newRecords}</h3>
      <SettingSwitch
        part={part}
        field="createRelations"
        help={createRelations ? texts.createRelationsText : texts.createRelationsOffText}
      />
      <Collapse expanded={createRelations || hasError}>
        <div className="set-kid set-pair">
          <ChoiceSelect part={part} field="debtorKindId" list="debtorKinds" />
          <ChoiceSelect part={part} field="paymentConditionId" list="paymentConditions" />
        </div>
      </Collapse>
      <SettingSwitch
        part={part}
        field="createMaterials"
        help={createMaterials ? texts.createMaterialsText : texts.createMaterialsOffText}
      />
      <ChoiceSelect
        part={part}
        field="salesTypeId"
        list="salesTypes"
        help={texts.salesTypeHelp}
        note={createMaterials ? undefined : texts.salesTypeMayBeEmpty}
      />
    </>
  );
}
