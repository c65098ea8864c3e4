import { acceptance } from './acceptance.js';
import { spendByEntries } from './allocation.js';
import { cost } from './cost.js';
import { diagnosis } from './diagnosis.js';
import { cohortFunnel, throughputFunnel } from './funnel.js';
import { maturity } from './maturity.js';
import type { History, Question } from './model.js';
import { needed } from './needed.js';
import { sla } from './sla.js';
import { spend } from './spend.js';
import { standard } from './standard.js';
import { timeInStage } from './stays.js';
import { timeToReach } from './velocity.js';
import { pipeline, valueWon } from './worth.js';

/** The rows that answer a question. */
export function rowsOf(history: History, asked: Question): readonly object[] {
  switch (asked.report) {
    case 'COHORT':
      return cohortFunnel(history, asked.question);
    case 'THROUGHPUT':
      return throughputFunnel(history, asked.question);
    case 'MATURITY':
      return maturity(history, asked.question);
    case 'VELOCITY':
      return timeToReach(history, asked.question);
    case 'STAYS':
      return timeInStage(history, asked.question);
    case 'ACCEPTANCE':
      return acceptance(history, asked.question);
    case 'SLA':
      return sla(history, asked.question);
    case 'SPEND': {
      const by = asked.question.allocation === 'BY_ENTRIES' ? spendByEntries : spend;
      return by(history, asked.question).rows;
    }
    case 'COST':
      return cost(history, asked.question).rows;
    case 'WORTH':
      return [...valueWon(history, asked.question), ...pipeline(history, asked.question)];
    case 'NEEDED':
      return needed(history, asked.question);
    case 'STANDARD':
      return standard(history, asked.question);
    case 'DIAGNOSIS':
      return diagnosis(history, asked.question).observations.filter(({ all }) => all.now.denominator > 0);
  }
}
