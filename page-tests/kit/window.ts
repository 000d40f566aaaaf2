// One window of a browser as a person has it: its width, its colours, whether things may move. It remembers what the page
// complained of, so that a story can end by asking for that.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { AtEnd } from '../../scenarios/kit/installation.ts';
import { environmentText } from './environment.ts';

export interface WindowOptions {
  /** CSS pixels: 1280 is a desk, 390 a telephone. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark';
  /** Left out: no, as for people who asked their system so; pictures and axe then never meet half a transition. */
  readonly mayMove?: boolean;
}

export interface Window {
  readonly page: Page;
  /** What the page complained of so far: errors of scripts, answers of 500 and more, what the content policy forbade. */
  readonly complaints: readonly string[];
  /** As when the person makes the whole system light or dark while the page is open; resolves when every colour has followed. */
  wear(colours: 'light' | 'dark'): Promise<void>;
  /** As when the person makes the window wider or turns the telephone; resolves when the page has laid itself out anew. */
  resize(width: number, height: number): Promise<void>;
  /** Every fault that axe finds now, as `rule: where: what`. Rules of WCAG 2.2 at AA and below. */
  axe(): Promise<string[]>;
  /** A picture of the whole page in the folder of KOPPELING_SHOTS, to be looked at; nothing without that variable. */
  shot(name: string): Promise<void>;
}

/** Long, since a machine that runs all tests at once is slow; a page that is right takes none of it. */
const DEFAULT_WITHIN_MS = 60_000;

/** What is right is not told. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Opens a window with a memory of its own: nobody is signed in. Closed at the end of the test. */
export async function openWindow(
  browser: Browser,
  address: string,
  atEnd: AtEnd,
  { width = 1280, height = 900, colours = 'light', mayMove = false }: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: colours,
    reducedMotion: mayMove ? 'no-preference' : 'reduce',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    serviceWorkers: 'block',
  });
  atEnd(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(DEFAULT_WITHIN_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A refused request (401 at the door) is told here as well, and is no mistake.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500)
      complaints.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return {
    page,
    complaints,
    async wear(scheme) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    },
    async resize(newWidth, newHeight) {
      await page.setViewportSize({ width: newWidth, height: newHeight });
      await page.evaluate(untilStill, STILL_FRAMES);
    },
    axe: () => findings(page),
    async shot(name) {
      const folder = environmentText('KOPPELING_SHOTS');
      if (folder === '') return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
  };
}

/** How far the page is wider than its window, in CSS pixels: 0 when nobody has to scroll sideways. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Our page has no frames, so axe is only needed in the page itself, and once until that is loaded anew. */
async function findings(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, rules);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, RULES);
}

/** So many pictures of the screen in a row with the same measures: a page that follows its width by script needs a few. */
const STILL_FRAMES = 6;

async function untilStill(frames: number): Promise<void> {
  let last = '';
  for (let same = 0; same < frames; ) {
    await new Promise(requestAnimationFrame);
    const { scrollWidth, scrollHeight } = document.documentElement;
    const now = `${scrollWidth} ${scrollHeight}`;
    same = now === last ? same + 1 : 0;
    last = now;
  }
}
