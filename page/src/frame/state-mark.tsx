/**
 * A state as the design shows it: icon, word and colour, always the same three. What is normal is plain; what is not has a pill.
 */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHourglassHigh,
  IconLoader2,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnectedX,
  IconUserCheck,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import './state-mark.css';

const LOOK = {
  ready: { Icon: IconPlayerPlay, colour: 'blue' },
  sending: { Icon: IconLoader2, colour: 'blue' },
  queued: { Icon: IconLoader2, colour: 'blue' },
  waiting: { Icon: IconHourglassHigh, colour: 'amber' },
  uncertain: { Icon: IconZoomQuestion, colour: 'violet' },
  invoiced: { Icon: IconCircleCheck, colour: 'green' },
  done: { Icon: IconCircleCheck, colour: 'green' },
  skipped: { Icon: IconUserCheck, colour: 'grey' },
  cancelled: { Icon: IconPlayerStop, colour: 'grey' },
  failed: { Icon: IconAlertTriangle, colour: 'red' },
  disconnected: { Icon: IconPlugConnectedX, colour: 'red' },
} as const;

export type MarkedState = keyof typeof LOOK;
const PILLED: ReadonlySet<MarkedState> = new Set(['waiting', 'uncertain', 'failed', 'disconnected']);

/** `children` replaces the state's own word, such as "1 onzeker". */
export function StateMark({ state, children }: { readonly state: MarkedState; readonly children?: string }) {
  const texts = useTexts(frameTexts);
  const { Icon, colour } = LOOK[state];
  return (
    <span className={`state-mark c-${colour} ${PILLED.has(state) ? 'pill' : ''}`}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {children ?? texts.states[state]}
    </span>
  );
}

/** The icon alone, where the word stands beside it anyway. */
export function StateIcon({ state, size = 16 }: { readonly state: MarkedState; readonly size?: number }) {
  const { Icon, colour } = LOOK[state];
  return <Icon className={`c-${colour}`} size={size} stroke={1.75} aria-hidden />;
}
