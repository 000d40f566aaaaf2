/**
 * The exact sum of amounts that arrive as text: whole numbers inside, for floating-point numbers would lose cents.
 */

/** `['612.00', '334.9']` gives `946.90`: with as many decimals as the most exact of them, at least two. */
export function sumOfAmounts(amounts: readonly string[]): string {
  const parts = amounts.map((amount) => /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim()));
  const decimals = Math.max(2, ...parts.map((part) => part?.[3]?.length ?? 0));
  const sum = parts.reduce((total, part) => total + scaled(part, decimals), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function scaled(part: RegExpExecArray | null, decimals: number): bigint {
  const [, sign = '', whole = '0', fraction = ''] = part ?? [];
  const value = BigInt(whole + fraction.padEnd(decimals, '0'));
  return sign === '-' ? -value : value;
}
