/**
 * Which of the things that can be in the way is told first: the one that a person has to mend before the others matter.
 */
import type { Overview } from './overview-shapes.ts';

export type Situation = 'suspended' | 'lost' | 'stopped' | 'no-licence' | 'setting-up' | 'export-off' | 'normal';

export function situationOf(overview: Overview): Situation {
  const isDone = (wanted: string) => overview.setUp.some(({ step, isDone }) => step === wanted && isDone);
  const wasSetUp = isDone('settings');
  if (overview.suspendedAt !== null) return 'suspended';
  if (overview.outsmart === 'refused' || overview.asperion === 'ended') return 'lost';
  if (overview.stopped !== null) return 'stopped';
  if (wasSetUp && (overview.licence === 'none' || overview.licence === 'ended')) return 'no-licence';
  if (wasSetUp && overview.asperion === 'disconnected') return 'lost';
  if (overview.setUp.some((step) => !step.isDone)) return 'setting-up';
  return overview.isExportOn ? 'normal' : 'export-off';
}
