/**
 * The design's look as a Mantine theme. Colours beyond Mantine's own are the variables of tokens.css.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = [
  '#e8f0fd',
  '#cfdff9',
  '#b9d0f6',
  '#8cb6ff',
  '#5f95ef',
  '#3f7ce6',
  '#2f6fe0',
  '#1a56c4',
  '#15479f',
  '#0f3579',
];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { sm: '4px', md: '7px', lg: '12px', xl: '99px' },
  defaultRadius: 'md',
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 6 },
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '600', textWrap: 'balance' },
});

/** Mantine's page, text and line colours from the design's tokens, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ofBoth, dark: ofBoth });

/** Mantine sets these for each scheme by itself, so they have to be set for each scheme again. */
const ofBoth = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--blue-text)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-disabled': 'var(--grey-soft)',
  '--mantine-color-disabled-color': 'var(--ink-2)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--blue-text)',
  '--mantine-color-blue-light-color': 'var(--blue-text)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-placeholder': 'var(--ink-2)',
};
