// How this sandbox behaves where the documentation leaves a choice. The defaults are the assumptions of the
// documentation (sections 3, 5, 15 and 17), or the severest reading where it has none.

import { z } from 'zod';
import type { KitSettings } from '../kit/hook-server.ts';
import type { Severity } from './records/record-check.ts';

export interface OutSmartSettings extends KitSettings, Severity {
  /** What a batch with a bad record does to its good ones. */
  badBatch: 'save-nothing' | 'save-the-rest';
  /** The status that the reply to a fetch shows when that same fetch moved the order to Afgehandeld. */
  statusInMovingReply: 'old' | 'new';
  /** The code of a list of work orders without any: 200 with an empty list, or 1500. */
  emptyListCode: 200 | 1500;
}

export const outSmartSettingsSchema = z
  .strictObject({
    latencyMs: z.number().min(0),
    lateVisibilityMs: z.number().min(0),
    overLong: z.enum(['refuse', 'cut']),
    unknownFields: z.enum(['refuse', 'ignore']),
    badBatch: z.enum(['save-nothing', 'save-the-rest']),
    statusInMovingReply: z.enum(['old', 'new']),
    emptyListCode: z.union([z.literal(200), z.literal(1500)]),
  })
  .partial() as z.ZodType<Partial<OutSmartSettings>>;

/** The settings of a fresh sandbox. */
export function outSmartSettings(given: Partial<OutSmartSettings>): OutSmartSettings {
  return {
    latencyMs: 0,
    lateVisibilityMs: 0,
    overLong: 'refuse',
    unknownFields: 'refuse',
    badBatch: 'save-nothing',
    statusInMovingReply: 'old',
    emptyListCode: 200,
    ...given,
  };
}
