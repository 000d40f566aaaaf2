/**
 * One end of the line: the name of the system, its state as icon and word, and what stands below.
 */
import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useTexts } from '../../texts/language.ts';

const LOOK = {
  works: { Icon: IconCircleCheck, colour: 'green' },
  notYet: { Icon: IconPlugConnected, colour: 'grey' },
  ended: { Icon: IconPlugConnectedX, colour: 'red' },
  refused: { Icon: IconPlugConnectedX, colour: 'red' },
} as const;

export type EndState = keyof typeof LOOK;

export function EndCard({
  name,
  state,
  children,
}: {
  readonly name: string;
  readonly state: EndState;
  readonly children: ReactNode;
}) {
  const texts = useTexts(connectorTexts);
  const { Icon, colour } = LOOK[state];
  return (
    <section className="end-card" aria-label={name}>
      <h2>
        {name}
        <span className={`end-state c-${colour}`}>
          <Icon size={15} stroke={1.75} aria-hidden />
          {texts[state]}
        </span>
      </h2>
      {children}
    </section>
  );
}
