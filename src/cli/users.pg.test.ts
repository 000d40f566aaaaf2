import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTypedCommands, type TypedCommands } from './typed-commands.test-kit.ts';

const PASSWORD = 'werkbonnen-en-facturen';
const COMPANY = 'Installatiebedrijf Test';

let commands: TypedCommands;
beforeAll(async () => {
  commands = await startTypedCommands();
});
afterAll(() => commands.close());

interface UserDocument {
  readonly email: string;
  readonly isOperator: boolean;
  readonly accounts: readonly { readonly name: string; readonly role: string }[];
}

const create = ['user', 'create', '--name', 'Piet Smit', '--email'];

test('a company made at the command line gets its first manager, whose password is asked twice and never shown', async () => {
  const { out, err } = await commands.type([...create, 'Piet@smit.example', '--account', COMPANY], {
    answers: [PASSWORD, PASSWORD],
  });
  expect(out).toBe('Gebruiker piet@smit.example is gemaakt.\n');
  expect(err).toContain('Wachtwoord: ');
  expect(out + err).not.toContain(PASSWORD);
  const { users } = await commands.ask<{ users: UserDocument[] }>(['user', 'list']);
  expect(users).toMatchObject([
    { email: 'piet@smit.example', isOperator: false, accounts: [{ name: COMPANY, role: 'manager' }] },
  ]);
  expect(JSON.stringify(users)).not.toMatch(/password|hash/i);
});

test('an operator is made with a password from standard input, and belongs to no company', async () => {
  const words = [...create, 'beheer@koppeling.example', '--operator', '--password-file', '-'];
  const { user } = await commands.ask<{ user: UserDocument }>(words, { input: `${PASSWORD}\n` });
  expect(user).toMatchObject({ isOperator: true, accounts: [] });
  await commands.type(['user', 'operator', 'beheer@koppeling.example', '--off']);
  const { out } = await commands.type(['user', 'list']);
  expect(out).toMatch(/^beheer@koppeling\.example .* nee +nee +/m);
});

test('what cannot be done is refused with what to do instead', async () => {
  const refused = async (words: readonly string[], options = {}) =>
    (await commands.type(words, { expected: 2, ...options })).err;
  expect(await refused([...create, 'x@smit.example'])).toContain('--password-file');
  expect(await refused([...create, 'x@smit.example'], { answers: [PASSWORD, 'anders'] })).toContain('niet gelijk');
  expect(await refused([...create, 'x@smit.example'], { answers: ['kort', 'kort'] })).toContain('10 tot en met 128');
  expect(await refused([...create, 'x@smit.example', '--role', 'baas'])).toContain('manager, office, reader');
  expect(await refused(['user', 'operator', 'piet@smit.example'])).toContain('--on of --off');
  expect(await refused(['user', 'role', 'piet@smit.example', '--account', COMPANY, '--role', 'reader'])).toContain(
    'enige beheerder',
  );
  expect(await refused(['user', 'password', 'niemand@smit.example'], { answers: [PASSWORD, PASSWORD] })).toContain(
    'user list',
  );
});

test('a user gets another role, a new password, and is removed', async () => {
  await commands.type([...create, 'els@smit.example'], { answers: [PASSWORD, PASSWORD] });
  await commands.type(['user', 'role', 'els@smit.example', '--account', COMPANY, '--role', 'office']);
  const { out } = await commands.type(['user', 'password', 'els@smit.example', '--end-two-step'], {
    answers: ['een-ander-wachtwoord', 'een-ander-wachtwoord'],
  });
  expect(out).toContain('overal afgemeld');
  expect(await commands.ask(['user', 'remove', 'els@smit.example'])).toEqual({
    email: 'els@smit.example',
    removed: true,
  });
  expect((await commands.type(['user', 'remove', 'els@smit.example'])).out).toContain('geen gebruiker');
});
