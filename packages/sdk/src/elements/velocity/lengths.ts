import type { Formats } from '../words/formats.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

type Unit = (typeof UNITS)[number];

/** Lengths as the report's clock counts them. */
export interface Lengths {
  /** In the largest unit that it fills; a dash for null. */
  text(seconds: number | null): string;
  /** The same as short as it goes, for an axis. */
  short(seconds: number): string;
  /** For an axis that ends at a length: what its unit is. */
  axis(longest: number): LengthAxis;
}

export interface LengthAxis {
  /** Of the unit, seconds. */
  readonly unit: number;
  /** @param value in units */
  readonly format: (value: number) => string;
}

/** An axis is in a unit of which at least so many fit on it. */
const FEWEST = 2;

/** @param isWorking a working day has no fixed length, so working time goes no further than hours */
export function lengthsOf(formats: Formats, isWorking: boolean): Lengths {
  const units = UNITS.slice(isWorking ? 1 : 0);
  const fitting = (seconds: number, fewest: number): Unit =>
    units.find(([, length]) => seconds >= length * fewest) ?? UNITS[3];
  const written = (value: number, unit: string, unitDisplay: 'short' | 'narrow') =>
    new Intl.NumberFormat(formats.tag, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(value);
  return {
    text: (seconds) => {
      if (seconds === null || !isWorking) return formats.duration(seconds);
      const [unit, length] = fitting(seconds, 1);
      return written(seconds / length, unit, 'short');
    },
    short: (seconds) => {
      const [unit, length] = fitting(seconds, 1);
      return seconds === 0 ? '0' : written(seconds / length, unit, 'narrow');
    },
    axis: (longest) => {
      const [name, unit] = fitting(longest, FEWEST);
      return { unit, format: (value) => (value === 0 ? '0' : written(value, name, 'narrow')) };
    },
  };
}
