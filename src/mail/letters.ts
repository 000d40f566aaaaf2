/**
 * Everything that is mailed, in both languages: one function a letter, from what it is about to subject and text. A letter
 * says who it is from, why one gets it, what to do, and what to do when one did not expect it.
 */
import type { Language } from '../usecases/language.ts';
import type { Letter } from './mailer.ts';

type Words = Pick<Letter, 'subject' | 'text'>;

export interface InvitationFacts {
  readonly companyName: string;
  readonly invitedBy: string;
  readonly role: 'reader' | 'office' | 'manager';
  readonly link: string;
  /** How long the link works. */
  readonly validDays: number;
}

export interface NewPasswordFacts {
  readonly name: string;
  readonly link: string;
  readonly validMinutes: number;
}

const ROLES = {
  nl: { reader: 'alleen lezen', office: 'kantoor', manager: 'beheerder' },
  en: { reader: 'reader', office: 'office', manager: 'manager' },
} as const;

const INVITATION: Readonly<Record<Language, (facts: InvitationFacts) => Words>> = {
  nl: ({ companyName, invitedBy, role, link, validDays }) => ({
    subject: `Uitnodiging voor de koppeling van ${companyName}`,
    text: [
      'Goedendag,',
      `${invitedBy} nodigt u uit voor de koppeling tussen OutSmart en Asperion van ${companyName}. Uw rol wordt: ${ROLES.nl[role]}.`,
      `Neem de uitnodiging aan op:\n${link}`,
      `De link werkt ${validDays} dagen, en alleen voor het e-mailadres waarop u deze mail kreeg.`,
      'Verwachtte u dit niet? Dan hoeft u niets te doen.',
    ].join('\n\n'),
  }),
  en: ({ companyName, invitedBy, role, link, validDays }) => ({
    subject: `Invitation to the connector of ${companyName}`,
    text: [
      'Hello,',
      `${invitedBy} invites you to the connector between OutSmart and Asperion of ${companyName}. Your role will be: ${ROLES.en[role]}.`,
      `Accept the invitation at:\n${link}`,
      `The link works for ${validDays} days, and only for the e-mail address at which you got this mail.`,
      'You did not expect this? Then you need not do anything.',
    ].join('\n\n'),
  }),
};

const NEW_PASSWORD: Readonly<Record<Language, (facts: NewPasswordFacts) => Words>> = {
  nl: ({ name, link, validMinutes }) => ({
    subject: 'Kies een nieuw wachtwoord',
    text: [
      `Dag ${name},`,
      'Er is een nieuw wachtwoord gevraagd voor uw account bij de koppeling tussen OutSmart en Asperion.',
      `Kies het op:\n${link}`,
      `De link werkt ${validMinutes} minuten, één keer. Daarna bent u overal afgemeld.`,
      'Hebt u dit niet gevraagd? Dan hoeft u niets te doen; uw wachtwoord blijft zoals het is.',
    ].join('\n\n'),
  }),
  en: ({ name, link, validMinutes }) => ({
    subject: 'Choose a new password',
    text: [
      `Dear ${name},`,
      'A new password was asked for your account at the connector between OutSmart and Asperion.',
      `Choose it at:\n${link}`,
      `The link works for ${validMinutes} minutes, once. After that you are signed out everywhere.`,
      'You did not ask for this? Then you need not do anything; your password stays as it is.',
    ].join('\n\n'),
  }),
};

export function invitationLetter(to: string, facts: InvitationFacts, language: Language): Letter {
  return { to, ...INVITATION[language](facts) };
}

export function newPasswordLetter(to: string, facts: NewPasswordFacts, language: Language): Letter {
  return { to, ...NEW_PASSWORD[language](facts) };
}

export interface ConnectionFacts {
  readonly companyName: string;
  /** As people write it: `24 nov 2026 09:45`. */
  readonly since: string;
  /** Where one connects again. */
  readonly link: string;
}

/** In Dutch: nobody asked for it, so nobody said in which language. */
export function connectionEndedLetter(to: string, { companyName, since, link }: ConnectionFacts): Letter {
  return {
    to,
    subject: `${companyName}: Asperion laat de koppeling niet meer toe`,
    text: [
      'Goedendag,',
      `Asperion laat de koppeling van ${companyName} niet meer toe. Sinds ${since} worden er geen conceptfacturen gemaakt.`,
      `Verbind opnieuw op:\n${link}`,
      'Werkbonnen die klaarstaan blijven bewaard en gaan vanzelf zodra u opnieuw verbindt. Dubbele conceptfacturen ontstaan niet.',
      'U krijgt hierover één mail, en nog één als de verbinding er weer is.',
    ].join('\n\n'),
  };
}

export function connectionBackLetter(to: string, { companyName, since, link }: ConnectionFacts): Letter {
  return {
    to,
    subject: `${companyName}: de verbinding met Asperion is er weer`,
    text: [
      'Goedendag,',
      `De koppeling van ${companyName} is sinds ${since} weer verbonden met Asperion.`,
      'Werkbonnen die klaarstonden gaan vanzelf mee. U hoeft niets te doen.',
      `Bekijk de koppeling op:\n${link}`,
    ].join('\n\n'),
  };
}
