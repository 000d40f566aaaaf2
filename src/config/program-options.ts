// The options of the program itself: where it keeps things, where it listens, what it tells.

import { z } from 'zod';
import { option, optionWithDefault } from './option.ts';
import {
  emailAddress,
  ipAddresses,
  port,
  postgresAddress,
  publicAddress,
  secretKeyText,
  smtpAddress,
  text,
  wholeNumber,
} from './option-schemas.ts';

export const programOptions = {
  databaseUrl: option({
    name: 'KOPPELING_DATABASE_URL',
    meaning: 'PostgreSQL to keep everything in.',
    schema: postgresAddress,
    example: 'postgresql://koppeling:secret@localhost:5432/koppeling',
    absence: 'the embedded PostgreSQL, in the data folder',
    isSecret: true,
    mask: (value) => value.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:********@').replace(/(password=)[^&]*/g, '$1********'),
  }),
  dataDir: option({
    name: 'KOPPELING_DATA_DIR',
    meaning: 'Folder for the embedded database, the generated key and the records of the sandboxes.',
    schema: text,
    example: '/var/lib/koppeling/data',
    absence: 'the folder data of the project',
  }),
  port: optionWithDefault({
    name: 'KOPPELING_PORT',
    meaning: 'Port to listen on; 0 takes a free one. The sandboxes take the next three.',
    schema: port,
    example: '4800',
    defaultText: '4800',
  }),
  publicUrl: option({
    name: 'KOPPELING_PUBLIC_URL',
    meaning: 'Address by which browsers reach the program; Asperion sends people back to it after their consent.',
    schema: publicAddress,
    example: 'https://koppeling.example',
    absence: 'http://localhost and the port',
  }),
  trustedProxies: option({
    name: 'KOPPELING_TRUSTED_PROXIES',
    meaning:
      'Addresses of the proxies before the program, with commas between them: what these say in X-Forwarded-For counts as the address of the visitor, by which attempts to sign in are limited.',
    schema: ipAddresses,
    example: '127.0.0.1',
    absence: 'no proxy is believed; the address that connects is that of the visitor',
  }),
  secretKey: option({
    name: 'KOPPELING_SECRET_KEY',
    meaning:
      'Key that seals the stored tokens: 32 bytes in hexadecimal or base64. Keep a copy: without it every connection has to be made anew.',
    schema: secretKeyText,
    example: 'the output of: openssl rand -hex 32',
    absence: 'made at the first start, in the file secret.key of the data folder',
    isSecret: true,
  }),
  logLevel: optionWithDefault({
    name: 'KOPPELING_LOG_LEVEL',
    meaning: 'What the operator log (standard error) holds: silent, fatal, error, warn, info or debug.',
    schema: z.enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug'],
      'is none of silent, fatal, error, warn, info, debug',
    ),
    example: 'info',
    defaultText: 'info',
  }),
  supportPhone: option({
    name: 'KOPPELING_SUPPORT_PHONE',
    meaning: 'Telephone number that people are shown when they need help.',
    schema: text,
    example: '010 123 45 67',
    absence: 'none is shown',
  }),
  supportEmail: option({
    name: 'KOPPELING_SUPPORT_EMAIL',
    meaning: 'E-mail address that people are shown when they need help.',
    schema: emailAddress,
    example: 'help@koppeling.example',
    absence: 'none is shown',
  }),
  signUp: optionWithDefault({
    name: 'KOPPELING_SIGN_UP',
    meaning:
      'Whether anybody may register a company on the page: open, or closed (then by the command line or an invitation).',
    schema: z.enum(['open', 'closed'], 'is neither open nor closed'),
    example: 'closed',
    defaultText: 'open',
  }),
  trialDays: optionWithDefault({
    name: 'KOPPELING_TRIAL_DAYS',
    meaning: 'Days that a new company uses connectors without cost.',
    schema: wholeNumber(0, 3_650),
    example: '30',
    defaultText: '30',
  }),
  smtpUrl: option({
    name: 'KOPPELING_SMTP_URL',
    meaning: 'Mail server for invitations, new passwords and connections that ended.',
    schema: smtpAddress,
    example: 'smtps://user:secret@mail.koppeling.example:465',
    absence: 'nothing is mailed; invitations are links to pass on',
    isSecret: true,
    mask: (value) => value.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:********@'),
  }),
  mailFrom: option({
    name: 'KOPPELING_MAIL_FROM',
    meaning: 'Sender of the mails.',
    schema: emailAddress,
    example: 'koppeling@koppeling.example',
    absence: 'the support e-mail address',
  }),
} as const;
