/**
 * Identity that is opened when it is first needed: the library behind it takes long to load, and neither the first answer of
 * the service nor most commands need it.
 */
import type { Identity } from './identity.ts';

type Group = Exclude<keyof Identity, 'personOf' | 'close'>;
type AnyOperations = Record<string | symbol, (...given: unknown[]) => Promise<unknown>>;

export function lazyIdentity(open: () => Promise<Identity>): Identity {
  let opening: Promise<Identity> | null = null;
  const opened = () => {
    opening ??= open();
    return opening;
  };
  /** Every operation of a group is a function that answers later; opening first makes it only later still. */
  const group = <Name extends Group>(name: Name): Identity[Name] =>
    new Proxy({} as AnyOperations, {
      get:
        (_, operation) =>
        async (...given: unknown[]) =>
          ((await opened())[name] as unknown as AnyOperations)[operation]?.(...given),
    }) as unknown as Identity[Name];
  return {
    async personOf(headers) {
      // Whoever shows nothing is nobody, without asking.
      if (!headers.has('cookie') && !headers.has('authorization')) return null;
      return (await opened()).personOf(headers);
    },
    signIn: group('signIn'),
    own: group('own'),
    keys: group('keys'),
    companies: group('companies'),
    users: group('users'),
    async close() {
      await (await opening?.catch(() => null))?.close();
    },
  };
}
