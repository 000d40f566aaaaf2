/**
 * The shape of what is coming: the sentence as two bars and rows at table height. Nothing for the first 150 ms, so that what
 * is there at once does not flicker.
 */
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

const NOTHING_MS = 150;

export function RowsSkeleton({
  rows = 5,
  withSentence = true,
}: {
  readonly rows?: number;
  readonly withSentence?: boolean;
}) {
  const texts = useTexts(frameTexts);
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), NOTHING_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap="sm" aria-busy="true" style={{ visibility: isShown ? 'visible' : 'hidden' }}>
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {withSentence && (
        <>
          <Skeleton height={28} width="80%" />
          <Skeleton height={28} width="45%" mb="lg" />
        </>
      )}
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key) => (
        <Skeleton key={key} height={41} />
      ))}
    </Stack>
  );
}
