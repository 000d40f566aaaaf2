// Before the first test of a run, whichever that is: begins to install Chromium where it is missing, so that it is there when
// the tests of the page come up, minutes later. Those wait for it, and tell when it could not be installed.

import { installChromium } from './chromium.ts';

/** Vitest calls this once, before the first test file. */
export default function begin(): void {
  void installChromium();
}
