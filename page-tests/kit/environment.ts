// What the person who runs these tests may set; nothing of it reaches the program under test.

import { env } from 'node:process';

/** The text of a variable; empty when it is not set. */
export function environmentText(name: 'KOPPELING_CHROMIUM' | 'KOPPELING_SHOTS' | 'PATH'): string {
  // biome-ignore lint/style/noProcessEnv: the one place where these tests read it
  return env[name] ?? '';
}
