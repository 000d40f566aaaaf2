import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTypedCommands, type TypedCommands } from './typed-commands.test-kit.ts';

const ACCOUNT = 'Jansen BV';

let commands: TypedCommands;
beforeEach(async () => {
  commands = await startTypedCommands();
});
afterEach(() => commands.close());

interface Licensed {
  readonly licence: { readonly state: string; readonly runsUntil: string } | null;
}

describe('licences by command', () => {
  test('a new account has the connector at once, and says what it costs and from when', async () => {
    const { out } = await commands.type(['account', 'create', ACCOUNT]);
    expect(out).toContain('De koppeling Asperion is besteld. De proefperiode loopt tot en met');
    expect(out.replaceAll('\u00a0', ' ')).toContain('€ 120,00 + € 25,20 btw (21 %) per jaar');
    expect((await commands.type(['account', 'list'])).out).toMatch(/Jansen BV .* proefperiode .*loopt/);
  });

  test('without a licence nothing is synchronised, until it is ordered', async () => {
    const created = ['account', 'create', ACCOUNT, '--without-licence'];
    expect((await commands.type(created)).out).toContain('De koppeling Asperion is niet besteld. Die kost');
    const named = ['--account', ACCOUNT];
    const sync = await commands.type(['sync', '--job', 'debtors', '--yes', ...named], { expected: 1 });
    expect(sync.out + sync.err).toContain('De Asperion koppeling is niet besteld');
    const doctor = await commands.type(['doctor', ...named], { expected: 1 });
    expect(doctor.out).toContain('licence order');
    await commands.type(['licence', 'order', ...named]);
    const { connectors } = await commands.ask<{ connectors: Licensed[] }>(['licence', 'list', ...named]);
    expect(connectors).toMatchObject([{ connector: 'asperion', perYear: '120', licence: { state: 'trial' } }]);
    expect((await commands.type(['licence', 'order', ...named], { expected: 2 })).err).toContain('al besteld');
  });

  test('cancelling ends it with what is paid, and can be taken back', async () => {
    const { licence } = await commands.ask<Licensed>(['licence', 'cancel']);
    expect(licence?.state).toBe('cancelled');
    const { out } = await commands.type(['licence', 'list']);
    expect(out).toContain('is opgezegd en loopt nog tot en met');
    expect((await commands.type(['licence', 'cancel'], { expected: 2 })).err).toContain('opzeggen');
    expect((await commands.ask<Licensed>(['licence', 'resume'])).licence).toMatchObject({ state: 'trial' });
    await commands.type(['licence', 'resume'], { expected: 2 });
    await commands.type(['licence', 'order', '--connector', 'anders'], { expected: 2 });
  });

  test('the operator suspends an account and lets it go on', async () => {
    const { world } = commands;
    await commands.type(['account', 'suspend', 'Installatiebedrijf Test']);
    expect((await commands.type(['account', 'list'])).out).toContain('stilgezet');
    const sync = await commands.type(['sync', '--job', 'export', '--yes'], { expected: 1 });
    expect(sync.out + sync.err).toContain('stilgezet door de beheerder');
    await commands.type(['account', 'suspend', 'Installatiebedrijf Test'], { expected: 2 });
    await commands.type(['account', 'resume', 'Installatiebedrijf Test']);
    await commands.type(['sync', '--job', 'export', '--yes']);
    const { entries } = await world.account.audit.list({ limit: 2, offset: 0 });
    expect(entries.map(({ action }) => action)).toEqual(['account.resumed', 'account.suspended']);
  });
});
