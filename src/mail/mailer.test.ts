import { afterAll, expect, test } from 'vitest';
import { invitationLetter, newPasswordLetter } from './letters.ts';
import { startMailServer } from './mail-server.test-kit.ts';
import { openMailer } from './mailer.ts';

const server = await startMailServer();
const mailer = openMailer({ smtpUrl: server.smtpUrl, from: 'koppeling@koppeling.example' });
afterAll(async () => {
  mailer.close();
  await server.close();
});

const FACTS = {
  companyName: 'Loodgieter Ïje & Zonen',
  invitedBy: 'Marieke van Dam',
  role: 'office',
  link: 'https://koppeling.example/uitnodiging/1',
  validDays: 7,
} as const;

test('an invitation reaches the invited address, with the link and accented names whole', async () => {
  await mailer.send(invitationLetter('nieuw@jansen.example', FACTS, 'nl'));
  const mail = server.mails.at(-1);
  expect(mail).toMatchObject({ from: 'koppeling@koppeling.example', to: ['nieuw@jansen.example'] });
  const { subject, text } = readMail(mail?.source ?? '');
  expect(subject).toBe('Uitnodiging voor de koppeling van Loodgieter Ïje & Zonen');
  expect(text).toContain('https://koppeling.example/uitnodiging/1');
  expect(text).toContain('Marieke van Dam nodigt u uit');
});

test('a company whose name contains line breaks cannot add headers or recipients', async () => {
  const companyName = 'Boef\r\nBcc: iedereen@boef.example\r\n\r\nHallo';
  await mailer.send(invitationLetter('nieuw@jansen.example', { ...FACTS, companyName }, 'nl'));
  const mail = server.mails.at(-1);
  expect(mail?.to).toEqual(['nieuw@jansen.example']);
  expect(mail?.source.split('\n\n', 1)[0]).not.toMatch(/^bcc:/im);
});

test('a mail server that refuses is an error for whoever sends', async () => {
  const refusing = await startMailServer();
  refusing.refuse();
  const other = openMailer({ smtpUrl: refusing.smtpUrl, from: 'koppeling@koppeling.example' });
  await expect(
    other.send(newPasswordLetter('weg@jansen.example', { name: 'P', link: 'x', validMinutes: 60 }, 'en')),
  ).rejects.toThrow();
  other.close();
  await refusing.close();
});

test('without a mail server nothing is sent and nothing fails', async () => {
  const off = openMailer(null);
  expect(off.isOn).toBe(false);
  await off.send({ to: 'nieuw@jansen.example', subject: 's', text: 't' });
  off.close();
});

/** Enough of MIME for a text of one part, quoted-printable or base64. */
function readMail(source: string): { subject: string; text: string } {
  const end = source.indexOf('\n\n');
  const head = source.slice(0, end).replaceAll(/\n[ \t]+/g, ' ');
  const body = source.slice(end + 2);
  const subject = (/^subject: (.*)$/im.exec(head)?.[1] ?? '')
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' ')),
    );
  return { subject, text: /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : unquoted(body) };
}

function unquoted(text: string): string {
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
