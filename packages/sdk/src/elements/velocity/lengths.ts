import { type Formats, fittingUnit, UNITS } from '../words/formats.js';

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
export function lengthsOf(formats: Pick<Formats, 'unit'>, isWorking: boolean): Lengths {
  const units = UNITS.slice(isWorking ? 1 : 0);
  const written = (seconds: number, display: 'short' | 'narrow') => {
    const [unit, length] = fittingUnit(seconds, 1, units);
    return formats.unit(seconds / length, unit, display);
  };
  return {
    text: (seconds) => (seconds === null ? '–' : written(seconds, 'short')),
    short: (seconds) => (seconds === 0 ? '0' : written(seconds, 'narrow')),
    axis(longest) {
      const [name, unit] = fittingUnit(longest, FEWEST, units);
      return { unit, format: (value) => (value === 0 ? '0' : formats.unit(value, name, 'narrow')) };
    },
  };
}
