/**
 * Tells one browser what changes in one company, for as long as its person may know.
 */
import type { Person } from '../../identity/person.ts';
import type { AccountStore } from '../../store/store.ts';
import { ApiFailure } from './api-errors.ts';
import type { ApiParts } from './api-parts.ts';
import type { Call } from './call.ts';
import { isReturning, openEventStream } from './event-stream.ts';
import { runShape } from './run-shape.ts';

const BEAT_EVERY_MS = 15_000;
/** Every so many beats it is asked again whether the person is still signed in, and a member: once a minute. */
const BEATS_PER_CHECK = 4;
/** A browser opens one a tab; more than this is a mistake of a program. */
const STREAMS_PER_PERSON_MAX = 40;

type EventsCall = Call<'GET /api/accounts/:accountId/events'>;

/** Answers what opens a stream; it goes on after that. ApiFailure when the person has too many. */
export function companyFollower(api: ApiParts): (call: EventsCall) => Promise<undefined> {
  const counts = new Map<string, number>();
  const count = ({ userId }: Person, by: 1 | -1) => {
    const streams = (counts.get(userId) ?? 0) + by;
    if (streams > 0) counts.set(userId, streams);
    else counts.delete(userId);
  };
  return async (call) => {
    const { person, language, signal } = call;
    if ((counts.get(person.userId) ?? 0) >= STREAMS_PER_PERSON_MAX)
      throw new ApiFailure(429, 'events.too-many', TOO_MANY[language]);
    count(person, 1);
    const leave = await follow(api, call).catch((error: unknown) => {
      count(person, -1);
      throw error;
    });
    const stop = () => {
      leave();
      count(person, -1);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    return undefined;
  };
}

/** Opens the stream and tells on it until the answered function is called. */
async function follow(api: ApiParts, call: EventsCall): Promise<() => void> {
  const { account } = call;
  const language = call.query.language ?? call.language;
  const waiting: (() => void)[] = [];
  let tell = (act: () => void): void => void waiting.push(act);
  const leave = await api.changes.follow(account.accountId, {
    onRun: (run) => tell(() => stream.send('run', runShape(run, language))),
    onChanged: () => tell(() => stream.send('changed')),
    onEnd: () => tell(() => stream.end()),
  });
  const stream = openEventStream(call.reply);
  // What went on before this page was open, so that it shows at once; what changed meanwhile comes after it.
  for (const run of await goingOn(account).catch(() => [])) stream.send('run', runShape(run, language));
  if (isReturning(call.headers)) stream.send('changed');
  tell = (act) => act();
  for (const act of waiting) act();
  const beating = setInterval(beatsOf(api, call, stream), BEAT_EVERY_MS);
  return () => {
    clearInterval(beating);
    leave();
  };
}

/** Keeps the line open, and ends it once the person may not know any more. */
function beatsOf({ identity }: ApiParts, { headers, params }: EventsCall, stream: { beat(): void; end(): void }) {
  let beats = 0;
  return () => {
    stream.beat();
    beats++;
    if (beats % BEATS_PER_CHECK !== 0) return;
    identity.personOf(headers).then(
      (person) => {
        if (!person?.memberships.some((one) => one.accountId === params.accountId)) stream.end();
      },
      // Asked again a minute later; a database that is away tells nothing in the meantime either.
      () => undefined,
    );
  };
}

/** Nearly always one or none: one of each job may wait while one goes on. */
async function goingOn(account: AccountStore) {
  const { runs } = await account.runs.page({ limit: 10, offset: 0 });
  return runs.filter((run) => run.finishedAt === null);
}

const TOO_MANY = {
  nl: 'U hebt deze pagina te vaak tegelijk open. Sluit een paar tabbladen en probeer het opnieuw.',
  en: 'You have this page open too many times. Close a few tabs and try again.',
} as const;
