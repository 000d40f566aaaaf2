/**
 * What people are told when something about signing in, a company's people or keys cannot be done as asked.
 */
import type { Language } from '../usecases/language.ts';
import { Refusal } from '../usecases/parts.ts';

const TEXTS = {
  'session.none': { nl: 'Meld u aan om verder te gaan.', en: 'Sign in to go on.' },
  'session.refused': {
    nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide, of kies een nieuw wachtwoord.',
    en: 'This e-mail address and password do not belong together. Check both, or choose a new password.',
  },
  'session.too-often': {
    nl: 'Dit is te vaak geprobeerd. Wacht een kwartier en probeer het opnieuw.',
    en: 'This was tried too often. Wait a quarter of an hour and try again.',
  },
  'session.code-refused': {
    nl: 'Deze code klopt niet, of is al verlopen. Neem de code die de app nu toont.',
    en: 'This code is not right, or has expired. Take the code that the app shows now.',
  },
  'session.second-step-over': {
    nl: 'Het aanmelden duurde te lang of is te vaak geprobeerd. Begin opnieuw met uw e-mailadres en wachtwoord.',
    en: 'Signing in took too long or was tried too often. Begin again with your e-mail address and password.',
  },
  'registration.one-way': {
    nl: 'Maak een nieuw bedrijf of gebruik een uitnodiging, een van beide.',
    en: 'Create a new company or use an invitation, one of the two.',
  },
  'registration.closed': {
    nl: 'U kunt hier alleen een account maken met een uitnodiging. Vraag een beheerder van uw bedrijf erom.',
    en: 'You can only create an account here with an invitation. Ask a manager of your company for one.',
  },
  'registration.address-known': {
    nl: 'Met dit e-mailadres is al een account gemaakt. Meld u aan, of kies een nieuw wachtwoord.',
    en: 'There is already an account with this e-mail address. Sign in, or choose a new password.',
  },
  'registration.other-address': {
    nl: 'Deze uitnodiging is voor een ander e-mailadres. Gebruik het adres waarop u bent uitgenodigd.',
    en: 'This invitation is for another e-mail address. Use the address that was invited.',
  },
  'password.wrong': { nl: 'Uw huidige wachtwoord klopt niet.', en: 'Your current password is not right.' },
  'password.length': {
    nl: 'Een wachtwoord heeft 10 tot en met 128 tekens.',
    en: 'A password has 10 to 128 characters.',
  },
  'password.link-over': {
    nl: 'Deze link werkt niet meer. Vraag een nieuwe aan met "Wachtwoord vergeten".',
    en: 'This link no longer works. Ask for a new one with "Forgot password".',
  },
  'two-factor.already': {
    nl: 'Aanmelden in twee stappen staat al aan. Zet het eerst uit om een andere app te koppelen.',
    en: 'Two-step sign-in is already on. Turn it off first to connect another app.',
  },
  'two-factor.not-begun': {
    nl: 'Aanmelden in twee stappen is nog niet begonnen. Scan eerst de code met uw app.',
    en: 'Two-step sign-in has not been begun. Scan the code with your app first.',
  },
  'api-key.too-many': {
    nl: 'U hebt al 20 API-sleutels. Trek er eerst een in.',
    en: 'You already have 20 API keys. Withdraw one first.',
  },
  'invitation.unknown': {
    nl: 'Deze uitnodiging bestaat niet meer: zij is gebruikt, ingetrokken of verlopen. Vraag om een nieuwe.',
    en: 'This invitation no longer exists: it was used, withdrawn or has expired. Ask for a new one.',
  },
  'invitation.other-address': {
    nl: 'Deze uitnodiging is voor een ander e-mailadres dan waarmee u bent aangemeld.',
    en: 'This invitation is for another e-mail address than the one you are signed in with.',
  },
  'invitation.member-already': {
    nl: 'Wie bij dit e-mailadres hoort, is al gebruiker van dit bedrijf.',
    en: 'The person with this e-mail address is already a user of this company.',
  },
  'invitation.too-many': {
    nl: 'Er staan te veel uitnodigingen open. Trek er eerst een in.',
    en: 'Too many invitations are open. Withdraw one first.',
  },
  'member.unknown': {
    nl: 'Deze gebruiker hoort niet meer bij uw bedrijf.',
    en: 'This user no longer belongs to your company.',
  },
  'member.last-manager': {
    nl: 'Dit is de enige beheerder van het bedrijf. Maak eerst iemand anders beheerder.',
    en: 'This is the only manager of the company. Make somebody else a manager first.',
  },
  'user.unknown': {
    nl: 'Er is geen gebruiker met dit e-mailadres. Zie: koppeling user list.',
    en: 'There is no user with this e-mail address. See: koppeling user list.',
  },
  'user.known': {
    nl: 'Er is al een gebruiker met dit e-mailadres.',
    en: 'There is already a user with this e-mail address.',
  },
  'user.email-wrong': { nl: 'Dit is geen e-mailadres.', en: 'This is not an e-mail address.' },
  'user.name-empty': {
    nl: 'Geef de naam van de gebruiker, ten hoogste 100 tekens.',
    en: "Give the user's name, at most 100 characters.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type RefusalCode = keyof typeof TEXTS;

/** Every refusal of this folder, for tests of the words. */
export const refusalTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = TEXTS;

export function refusal(code: RefusalCode): Refusal {
  return new Refusal(code, TEXTS[code]);
}
