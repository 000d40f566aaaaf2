// Starts the Chromium of this machine. On Debian, as root, it is installed when it is not there, so that a fresh machine needs
// no step that somebody has to know of. Knows nothing of our page.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { environmentText } from './environment.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_WITHIN_MS = 180_000;

/** Sandboxing of its own needs rights that a container does not give; the page it opens is ours. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A running Chromium; whoever starts it closes it. Throws an Error that says what to install when there is none. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() ?? installedChromium(), args: FLAGS });
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

function installedChromium(): string {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const apt = (...args: string[]) =>
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: INSTALL_WITHIN_MS,
        env: { PATH: environmentText('PATH'), DEBIAN_FRONTEND: 'noninteractive' },
      });
    process.stderr.write('There is no Chromium for the tests of the page; apt-get installs it.\n');
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  const path = chromiumPath();
  if (path !== null) return path;
  throw new Error(
    'The tests of the page need Chromium. Install it (Debian and Ubuntu: apt-get install chromium; macOS: brew install chromium) or name its program in KOPPELING_CHROMIUM.',
  );
}
