/** Whether a text can be an e-mail address; the server decides. */
export function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

/** As the server asks for it, so that the message stands beside the field before anything is sent. */
export const PASSWORD_CHARACTERS_MIN = 10;
