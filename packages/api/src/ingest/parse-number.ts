export interface NumberFormat {
  /** The decimal sign: `.` or `,`. */
  readonly decimal: string;
  /** The sign that groups thousands; absent: none is allowed. */
  readonly thousands?: string | undefined;
  /** Round to so many decimals, halves away from zero. */
  readonly round?: number | undefined;
}

export type NumberReading = { readonly number: string } | { readonly refused: string };

/** Money is stored with four decimals. */
const MOST_DECIMALS = 4;

/**
 * A plain decimal from a text such as `$1,200.50` or `1.200,50 EUR`'s number part: `1200.5`. One currency sign before
 * or after is dropped. Never guesses which sign is the decimal one.
 */
export function parseNumber(text: string, { decimal, thousands, round }: NumberFormat): NumberReading {
  const spaced = text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const bare = spaced.replace(/^([+-]?)\s*\p{Sc}\s*/u, '$1').replace(/\s*\p{Sc}$/u, '');
  const match = /^([+-]?)([\d.,' ]*\d|[.,]\d+)$/.exec(bare);
  const [whole = '', fraction = '', ...more] = (match?.[2] ?? '').split(decimal);
  const digits = ungrouped(whole, thousands);
  if (match === null || more.length > 0 || digits === undefined || !/^\d*$/.test(fraction)) {
    return { refused: `is not a number with decimal "${decimal}"${hint(bare, decimal, thousands)}` };
  }
  const plain = canonical(digits, fraction, round);
  const decimals = plain.split('.')[1]?.length ?? 0;
  if (decimals > MOST_DECIMALS) {
    return { refused: `has ${decimals} decimals, and at most ${MOST_DECIMALS} are kept; set round: 2 for this column` };
  }
  return { number: match[1] === '-' && plain !== '0' ? `-${plain}` : plain };
}

function ungrouped(whole: string, thousands: string | undefined): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  if (thousands === undefined) return undefined;
  const groups = whole.split(thousands);
  const even = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return even ? groups.join('') : undefined;
}

/** Without leading zeros before or trailing zeros after the point, so that equal amounts are equal texts. */
function canonical(digits: string, fraction: string, round: number | undefined): string {
  const places = round !== undefined && fraction.length > round ? round : fraction.length;
  const roundUp = places < fraction.length && fraction[places]! >= '5' ? 1n : 0n;
  const scaled = (BigInt(`0${digits}${fraction.slice(0, places)}`) + roundUp).toString().padStart(places + 1, '0');
  const whole = scaled.slice(0, scaled.length - places);
  const rest = scaled.slice(scaled.length - places).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

function hint(text: string, decimal: string, thousands: string | undefined): string {
  const other = decimal === '.' ? ',' : '.';
  if (/[eE]/.test(text)) return '; exponents are not read';
  if (!text.includes(other) || thousands === other) return '';
  return `; set numbers.decimal: "${other}" if "${other}" is the decimal sign, or numbers.thousands: "${other}" if it groups thousands`;
}
