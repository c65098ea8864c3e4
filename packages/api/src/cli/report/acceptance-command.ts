import { Command } from 'commander';
import type { Surroundings } from './print-report.js';

export function acceptanceCommand(_around: Surroundings): Command {
  return new Command('acceptance');
}
