/** How we introduce ourselves to Asperion. Free text, says what and not for whom. */
export const USER_AGENT = 'koppeling';
