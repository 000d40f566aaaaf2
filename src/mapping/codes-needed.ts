/**
 * What has to be looked up in Asperion before a work order can be mapped. Looks nothing up itself; lines that are left out
 * ask for nothing.
 */
import { foldCode } from '../kernel/text.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { debtorNumberOf } from './debtor.ts';
import { chargedPeriods, hourTypeCodeOf } from './hours-lines.ts';
import { chargedMaterials } from './material-lines.ts';

export interface CodesNeeded {
  /** One number, or none when the work order holds none. */
  readonly debtorNumbers: string[];
  /** Trimmed, each once whatever its spelling, in the order of the work order; of a linked code the code it stands for. */
  readonly articleCodes: string[];
}

/** The numbers and codes that `invoiceFromWorkOrder` will look for in its knowledge, and no others. */
export function codesNeeded(workOrder: WorkOrder, settings: Settings, choices: RecordChoices): CodesNeeded {
  const written = debtorNumberOf(workOrder);
  const debtorNumber = choices.debtor.links.get(foldCode(written)) ?? written;
  const codes = [
    ...chargedMaterials(workOrder).map((line) => line.code.trim()),
    ...chargedPeriods(workOrder).map((period) => hourTypeCodeOf(period, settings)),
  ]
    .filter((code) => code !== '')
    .map((code) => choices.article.links.get(foldCode(code)) ?? code);
  const spelling = new Map<string, string>();
  for (const code of codes) {
    if (!spelling.has(foldCode(code))) spelling.set(foldCode(code), code);
  }
  return { debtorNumbers: debtorNumber === '' ? [] : [debtorNumber], articleCodes: [...spelling.values()] };
}
