import { Command } from 'commander';
import type { Surroundings } from './print-report.js';

export function slaCommand(_around: Surroundings): Command {
  return new Command('sla');
}
