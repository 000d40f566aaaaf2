// The built program with both systems beside it and a browser before it: where a story about the page begins.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { asperionSeed } from '../../scenarios/kit/company.ts';
import { type AtEnd, type Installation, newInstallation } from '../../scenarios/kit/installation.ts';
import { type OwnDatabase, ownDatabase } from '../../scenarios/kit/own-database.ts';
import type { Program } from '../../scenarios/kit/program.ts';
import { DEMO_TOKEN, type Systems, startDemoSystems, startSystems } from '../../scenarios/kit/systems.ts';
import { startChromium } from './chromium.ts';
import { openWindow, type Window, type WindowOptions } from './window.ts';

const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
/** The demo company is set up and its first synchronisation is over. */
const DEMO_WITHIN_MS = 240_000;

interface Begun {
  readonly installation: Installation;
  readonly program: Program;
  /** Root of the page, without a slash at the end. */
  readonly address: string;
  /** A window in which nobody is signed in. */
  open(options?: WindowOptions): Promise<Window>;
}

/** An empty installation that knows both systems, and OutSmart's accounts for `tokens`. */
export interface Story extends Begun {
  readonly systems: Systems;
}

/** Starts `serve` on an empty data folder beside sandboxes of its own. Everything ends with the test, or the file. */
export async function beginStory(atEnd: AtEnd, tokens: readonly string[]): Promise<Story> {
  buildPage();
  const systems = await startSystems(atEnd, tokens);
  const installation = await newInstallation(atEnd, systems.environment);
  const program = await installation.serving();
  return { systems, ...(await begun(atEnd, installation, program)) };
}

/** Starts `start`, as `npm start` does, and waits until the demo company has made its first drafts. */
export async function beginDemo(atEnd: AtEnd): Promise<Begun> {
  buildPage();
  const installation = await newInstallation(atEnd);
  const program = installation.run('start');
  await program.says('Kijk mee:', DEMO_WITHIN_MS);
  return begun(atEnd, installation, program);
}

/** The demo company with both its systems in the hand of the story, and a look into the database. */
interface HeldDemo extends Begun {
  readonly systems: Pick<Systems, 'outsmart' | 'asperion'>;
  readonly database: OwnDatabase;
}

type WorkOrders = NonNullable<Parameters<Systems['outsmart']['control']['seed']>[1]['workOrders']>;

/** Starts `start` beside sandboxes that the story holds, and waits until these work orders of the demo company were exported. */
export async function beginHeldDemo(
  atEnd: AtEnd,
  workOrders: WorkOrders,
  environment: Readonly<Record<string, string>>,
): Promise<HeldDemo> {
  buildPage();
  const database = await ownDatabase(atEnd);
  const installation = await newInstallation(atEnd, { ...environment, KOPPELING_DATABASE_URL: database.url });
  const systems = await startDemoSystems(atEnd, installation.port, asperionSeed);
  systems.outsmart.control.seed(DEMO_TOKEN, { workOrders });
  const program = installation.run('start');
  await program.says('Kijk mee:', DEMO_WITHIN_MS);
  return { systems, database, ...(await begun(atEnd, installation, program)) };
}

async function begun(atEnd: AtEnd, installation: Installation, program: Program): Promise<Begun> {
  const address = `http://localhost:${installation.port}`;
  const browser = await browserUntil(atEnd);
  return { installation, program, address, open: (options) => openWindow(browser, address, atEnd, options) };
}

async function browserUntil(atEnd: AtEnd): Promise<Browser> {
  const browser = await startChromium();
  atEnd(() => browser.close());
  return browser;
}

/** The page is built when it is not there or older than its sources, as every command of `npm` does. */
function buildPage(): void {
  execFileSync(process.execPath, ['scripts/ensure-installed.mjs'], { cwd: PROJECT_FOLDER, stdio: 'inherit' });
}
