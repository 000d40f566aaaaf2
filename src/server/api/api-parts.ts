/**
 * What a handler of the API may use. Types only; serve.ts puts the parts together once they are all open.
 */
import type { Config } from '../../config/config.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Installation } from '../../usecases/installation.ts';
import type { UseCaseParts } from '../../usecases/parts.ts';
import type { LiveChanges } from './live-changes.ts';

export interface ApiParts {
  readonly parts: UseCaseParts;
  readonly config: Config;
  readonly queue: Pick<Queue, 'ask'>;
  readonly identity: Identity;
  /** Whom anybody may sign in as to look around; empty outside sandbox mode. */
  readonly demoAccounts: Installation['demoAccounts'];
  /** What changes while somebody looks on. */
  readonly changes: LiveChanges;
}
