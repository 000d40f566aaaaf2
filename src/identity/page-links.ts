/**
 * Where mails lead to on the page.
 */
export function invitationLink(publicUrl: string, invitationId: string): string {
  return `${publicUrl}/uitnodiging/${invitationId}`;
}

export function passwordLink(publicUrl: string, token: string): string {
  return `${publicUrl}/nieuw-wachtwoord/${token}`;
}
