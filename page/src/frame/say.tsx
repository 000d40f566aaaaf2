/**
 * The sentence that opens a screen: its h1. Facts stand out, what asks for action is amber, what is broken red.
 */
import { Title } from '@mantine/core';
import type { Said } from '../texts/said.ts';

const CLASS = { fact: undefined, waits: 'w', broken: 'r' } as const;

export function Say({ said }: { readonly said: Said }) {
  return (
    <Title order={1} className="say">
      <Words said={said} />
    </Title>
  );
}

/** The same within other text. */
export function Words({ said }: { readonly said: Said }) {
  let place = 0;
  return said.map((part) => {
    place += 1;
    if (typeof part === 'string') return part;
    return part.weight === 'fact' ? (
      <b key={place}>{part.text}</b>
    ) : (
      <span key={place} className={CLASS[part.weight]}>
        {part.text}
      </span>
    );
  });
}
