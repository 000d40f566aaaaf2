/** An address that leads nowhere. */
import { Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import { usePageTitle } from './page-title.ts';

export function NotFound() {
  const texts = useTexts(frameTexts);
  usePageTitle(texts.notFoundTitle);
  return (
    <Stack component="main" p="xl" align="flex-start">
      <Title order={1}>{texts.notFoundTitle}</Title>
      <Text>{texts.notFoundText}</Text>
      <Link to="/">{texts.toOverview}</Link>
    </Stack>
  );
}
