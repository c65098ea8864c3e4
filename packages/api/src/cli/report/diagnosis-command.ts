import { Command } from 'commander';
import type { Surroundings } from './print-report.js';

export function diagnosisCommand(_around: Surroundings): Command {
  return new Command('diagnosis');
}
