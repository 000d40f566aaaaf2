// What a person sees of the identity server: sign in, allow or refuse. Plain forms without scripts, so that a program
// with a cookie jar can walk through them. Must not know what happens after a button is pressed.
import { html, page, type SafeHtml } from '../../kit/html.ts';

const SCOPE_TEXTS: Readonly<Record<string, string>> = {
  openid: 'weten wie u bent',
  profile: 'uw naam en gebruikersnaam lezen',
  offline_access: 'ook toegang houden als u niet bent aangemeld',
  asperion_api: 'gegevens in uw administraties lezen en wijzigen',
};

const top = html`<strong>Asperion</strong><span class="soft">sandbox, geen echte gegevens</span>`;

function field(label: string, name: string, rest: SafeHtml): SafeHtml {
  return html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" required ${rest}></p>`;
}

/** The form `username`, `password`, `remember`, with the button `choice` = `login` or `cancel`. */
export function loginPage(userName: string, failure: string | null): string {
  const focus = html`autofocus`;
  const name = html`value="${userName}" autocomplete="username" ${userName === '' && focus}`;
  const password = html`type="password" autocomplete="current-password" ${userName !== '' && focus}`;
  const body = html`<form method="post" class="card" style="max-width:26rem">
${failure !== null && html`<p class="notice bad" role="alert">${failure}</p>`}
${field('Gebruikersnaam', 'username', name)}
${field('Wachtwoord', 'password', password)}
<p><label><input type="checkbox" name="remember" value="yes"> Gebruikersnaam onthouden</label></p>
<p><button name="choice" value="login">Inloggen</button>
<button class="quiet" name="choice" value="cancel" formnovalidate>Annuleren</button></p>
</form>`;
  return page('Inloggen', body, top);
}

/** The form with the button `choice` = `allow`, `deny` or `other-user`. */
export function consentPage(clientName: string, userName: string, scopes: readonly string[]): string {
  const body = html`<form method="post" class="card" style="max-width:34rem">
<p><strong>${clientName}</strong> vraagt toestemming om namens <strong>${userName}</strong>:</p>
<ul>${scopes.map((scope) => html`<li>${SCOPE_TEXTS[scope] ?? scope}</li>`)}</ul>
<p><button name="choice" value="allow">Toestaan</button>
<button class="quiet" name="choice" value="deny">Weigeren</button></p>
<p><button class="quiet" name="choice" value="other-user">Andere gebruiker</button></p>
</form>`;
  return page('Toestemming geven', body, top);
}

/** Shown when the sign-in was not started here or has been finished. */
export function expiredPage(): string {
  const body = html`<p class="notice bad">Ga terug naar de koppeling en probeer het opnieuw.</p>`;
  return page('Deze aanmelding is verlopen', body, top);
}
