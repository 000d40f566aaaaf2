/**
 * Light or dark, Dutch or English.
 */
import { Group, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { frameTexts } from '../texts/frame-texts.ts';
import { chooseLanguage, type Language, useLanguage, useTexts } from '../texts/language.ts';

export function LookAndLanguage() {
  const texts = useTexts(frameTexts);
  const language = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <Group gap="xs" wrap="nowrap">
      <SegmentedControl
        size="xs"
        aria-label={texts.language}
        value={language}
        onChange={(chosen) => chooseLanguage(chosen as Language)}
        data={[
          { value: 'nl', label: 'NL' },
          { value: 'en', label: 'EN' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={`${texts.light} / ${texts.dark}`}
        value={scheme}
        onChange={(chosen) => setColorScheme(chosen as 'light' | 'dark')}
        data={[
          { value: 'light', label: texts.light },
          { value: 'dark', label: texts.dark },
        ]}
      />
    </Group>
  );
}
