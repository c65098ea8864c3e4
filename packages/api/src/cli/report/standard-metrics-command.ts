import { Command } from 'commander';
import type { Surroundings } from './print-report.js';

export function standardMetricsCommand(_around: Surroundings): Command {
  return new Command('standard-metrics');
}
