// Starts the Chromium of this machine. On Debian, as root, it is installed when it is not there, so that a fresh machine needs
// no step that somebody has to know of. Knows nothing of our page.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { environmentText } from './environment.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_WITHIN_MS = 300_000;

/** Sandboxing of its own needs rights that a container does not give; the page it opens is ours. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A running Chromium; whoever starts it closes it. Throws an Error that says what to install when there is none. */
export async function startChromium(): Promise<Browser> {
  await installChromium();
  const executablePath = chromiumPath();
  if (executablePath !== null) return chromium.launch({ executablePath, args: FLAGS });
  throw new Error(
    'The tests of the page need Chromium. Install it (Debian and Ubuntu: apt-get install chromium; macOS: brew install chromium) or name its program in KOPPELING_CHROMIUM.',
  );
}

/**
 * Installs it where that can be done and it is not there. Test files start at the same moment, and apt-get is refused while
 * another one runs: who comes second waits, also when the program itself is there already and not yet all it needs.
 */
export async function installChromium(): Promise<void> {
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!mayInstall || environmentText('KOPPELING_CHROMIUM') !== '') return;
  const lock = join(tmpdir(), 'koppeling-chromium.lock');
  const isThere = NAMES.map((name) => `command -v ${name} >/dev/null`).join(' || ');
  const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
  const { stderr } = await promisify(execFile)('flock', [lock, 'sh', '-c', `${isThere} || { ${install}; }`], {
    timeout: INSTALL_WITHIN_MS,
    env: { PATH: environmentText('PATH'), DEBIAN_FRONTEND: 'noninteractive' },
  }).catch((error: unknown) => ({ stderr: String(error) }));
  // What apt-get remarks besides is of no use to anybody once Chromium is there.
  if (chromiumPath() === null) process.stderr.write(`apt-get could not install Chromium: ${stderr}\n`);
}

/** The one named by KOPPELING_CHROMIUM, or the first on the path; null when there is none. */
function chromiumPath(): string | null {
  const named = environmentText('KOPPELING_CHROMIUM');
  if (named !== '') {
    if (existsSync(named)) return named;
    throw new Error(
      `KOPPELING_CHROMIUM names ${named}, and there is no such file. Name the program of Chromium itself.`,
    );
  }
  const folders = ['/usr/bin', ...environmentText('PATH').split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}
