/**
 * The icon of a cause: what kind of record it is about.
 */
import {
  IconBarcode,
  IconBox,
  IconClock,
  IconFileOff,
  IconFileX,
  IconHourglassHigh,
  IconLock,
  IconPencilQuestion,
  IconPercentage,
  IconUserQuestion,
} from '@tabler/icons-react';
import './cause-icon.css';

const ICONS: Readonly<Record<string, typeof IconBox>> = {
  'relatie-onbekend': IconUserQuestion,
  'relatie-geblokkeerd': IconLock,
  'materiaal-onbekend': IconBox,
  'uursoort-onbekend': IconClock,
  'uren-zonder-uursoort': IconClock,
  'regel-zonder-artikelcode': IconBarcode,
  'geen-regels': IconFileOff,
  'btw-ontbreekt': IconPercentage,
  'waarde-onleesbaar': IconPencilQuestion,
  'concept-verwijderd': IconFileX,
};

export function CauseIcon({ reason }: { readonly reason: string }) {
  const Icon = ICONS[reason] ?? IconHourglassHigh;
  return (
    <span className="wo-dot">
      <Icon size={20} stroke={1.75} aria-hidden />
    </span>
  );
}
