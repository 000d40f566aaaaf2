// Every page of the demo company for people who see little, use no mouse or hold a telephone: no findings of axe, nothing
// to scroll sideways, everything reachable by the Tab key with its place visible.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAsDemo } from './kit/sign-in.ts';
import { beginDemo } from './kit/story.ts';
import { sidewaysBy, type Window, type WindowOptions } from './kit/window.ts';

/** Name, address, and the link to follow from there, if any: the first of that name. */
type ShownPage = readonly [name: string, path: string, link: RegExp | null];

const PAGES: readonly ShownPage[] = [
  ['overview', '/', null],
  ['work-orders', '/werkbonnen?stand=waiting', null],
  ['work-orders-list', '/werkbonnen?stand=waiting&weergave=lijst', null],
  ['work-order-waiting', '/werkbonnen?stand=waiting&weergave=lijst', /^2026-/],
  ['work-order-invoiced', '/werkbonnen?stand=invoiced', /^2026-/],
  ['log', '/logboek', null],
  ['connectors', '/koppeling', null],
  ['settings', '/koppeling/asperion', null],
  ['first-check', '/koppeling/eerste-controle', null],
  ['licences', '/licentiemanager', null],
  ['company', '/bedrijf', null],
  ['account', '/mijn-account', null],
];
const OPERATOR_PAGE: ShownPage = ['operator', '/beheer', null];

const WIDTHS: readonly (readonly [string, WindowOptions])[] = [
  ['wide', { width: 1280 }],
  ['narrow', { width: 390, height: 844 }],
];

const demo = await beginDemo((work) => afterAll(() => work()));

describe.each(WIDTHS)('%s', (look, options) => {
  let window: Window;

  beforeAll(async () => {
    window = await demo.open(options);
    await signInAsDemo(window.page, 'manager');
  });

  test.each(PAGES)(
    '%s is for everybody, in light and in dark, at this width and by the Tab key alone',
    async (...shown) => {
      await isForEverybody(window, look, shown);
    },
  );

  test('the page of the operator is so too', async () => {
    const other = await demo.open(options);
    await signInAsDemo(other.page, 'operator');
    await isForEverybody(other, look, OPERATOR_PAGE);
    expect(other.complaints).toEqual([]);
  });

  test('nothing was complained of', () => {
    expect(window.complaints).toEqual([]);
  });
});

/** No findings of axe in light nor in dark, nothing to scroll sideways, and the Tab key passes every place and comes round. */
async function isForEverybody(window: Window, look: string, shown: ShownPage): Promise<void> {
  const { page, wear, axe, shot } = window;
  const [name] = shown;
  await wear('light');
  await show(window, shown);
  await shot(`${name}-${look}`);
  expect(await axe()).toEqual([]);
  expect(await sidewaysBy(page)).toBe(0);
  await wear('dark');
  await shot(`${name}-${look}-dark`);
  expect(await axe()).toEqual([]);
  expect(await sidewaysBy(page)).toBe(0);
  const passed = await tabRound(window);
  expect(passed.length).toBeGreaterThan(5);
  expect(passed.filter(({ isVisible }) => !isVisible)).toEqual([]);
}

/** Opens the page, until its skeletons are gone. */
async function show({ page }: Window, [, path, link]: ShownPage): Promise<void> {
  await page.goto(path);
  if (link) {
    await page.getByRole('link', { name: link }).first().click();
    await page.waitForURL(/\/werkbonnen\/\d+/);
    // The address is there before the page that belongs to it.
    await page.getByRole('heading', { level: 1, name: /^Werkbon \S+ voor / }).waitFor();
  }
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') === null);
}

interface Place {
  /** The beginning of its markup. */
  readonly what: string;
  readonly isVisible: boolean;
}

const PLACES_MAX = 400;

/** Where the focus goes, until it leaves the page or is where it began. */
async function tabRound({ page }: Window): Promise<Place[]> {
  const places: Place[] = [];
  while (places.length < PLACES_MAX) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || focused.hasAttribute('data-passed')) return null;
      focused.setAttribute('data-passed', '');
      // A switch or a choice may hide its input behind what is drawn of it, which is its label then.
      const drawn = [focused, ...((focused as HTMLInputElement).labels ?? [])].map((part) =>
        part.getBoundingClientRect(),
      );
      const isVisible = drawn.some(({ width, height }) => width > 1 && height > 1);
      return { what: focused.outerHTML.slice(0, 200), isVisible };
    });
    if (place === null) return places;
    places.push(place);
  }
  throw new Error(`After ${PLACES_MAX} times Tab the focus had not come round; last on ${places.at(-1)?.what}.`);
}
