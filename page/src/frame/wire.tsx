/**
 * The line between both systems: whole and green, dashed and grey while not yet connected, broken and red. Always with its word.
 */
import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import './wire.css';

export type WireState = 'connected' | 'none' | 'broken';
const ICONS = { connected: IconCircleCheck, none: IconPlugConnected, broken: IconPlugConnectedX } as const;

export function Wire({ state }: { readonly state: WireState }) {
  const texts = useTexts(frameTexts);
  const Icon = ICONS[state];
  return (
    <div className={`wire ${state}`}>
      <div className="wire-row" aria-hidden>
        <span>OutSmart</span>
        <span className="wire-line" />
        <span>Asperion</span>
      </div>
      <p className="wire-word">
        <Icon size={16} stroke={1.75} aria-hidden />
        {texts.wire[state]}
      </p>
    </div>
  );
}

/** What the line shows, from the states of both connections. */
export function wireState(outsmart: string | undefined, asperion: string | undefined): WireState {
  if (outsmart === 'connected' && asperion === 'connected') return 'connected';
  return outsmart === 'refused' || asperion === 'ended' ? 'broken' : 'none';
}
