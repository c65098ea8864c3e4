import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptance } from './acceptance.js';
import { rowsOf } from './answers.js';
import { arbitraryHistoryWithQuestions } from './arbitrary.js';
import { featuresOf } from './features.js';
import { goals } from './goals.js';
import { handoffs } from './handoffs.js';
import { judgements } from './judgements.js';
import { maturity } from './maturity.js';
import { responses } from './responses.js';
import { sla } from './sla.js';
import { timeInStage } from './stays.js';
import { cac, pipeline, valueWon } from './worth.js';

test('random questions about lifecycles get the answers that they are meant to get', () => {
  const seen: Record<string, number> = {};
  const see = (name: string, happened: boolean | number = true) => {
    seen[name] = (seen[name] ?? 0) + Number(happened);
  };
  const sample = fc.sample(arbitraryHistoryWithQuestions(10, { lifecycle: true }), { numRuns: 170, seed: 7 });
  for (const { history, questions } of sample) {
    for (const asked of questions) {
      const isEmpty = rowsOf(history, asked).length === 0;
      see(`${asked.report} answered`, !isEmpty);
      for (const feature of featuresOf(asked)) see(`${asked.report} with ${feature}`, !isEmpty);
    }
    const again = judgements(history).filter(
      ({ handoff }, index, all) => all.findIndex((other) => other.handoff === handoff) < index,
    );
    see('judged again', again.length);
    see('judged by no policy', judgements(history).filter(({ policy }) => policy === null).length);
    const period = { start: '2001-01-01', end: '2026-07-01' };
    const asOf = history.batches[0]!.recordedAt;
    for (const { reasons, open } of acceptance(history, { period, asOf })) {
      see('open', open);
      see('reasons', reasons.length > 1);
    }
    const asked = { period, asOf, bandsMs: [3_600_000, 86_400_000], replay: null };
    const openings = handoffs(history).map(({ openedAt }) => openedAt + 3_600_000);
    for (const then of [asOf, ...openings.slice(0, 3)]) {
      for (const row of sla(history, { ...asked, asOf: then })) {
        for (const status of ['met', 'breached', 'overdue', 'pending'] as const) {
          see(`${row.clock} ${status}`, row[status]);
        }
      }
    }
    for (const row of responses(history, asked)) {
      see(`band ${row.band}`, row.handoffs);
      // What became SQL was responded to, by that.
      if (row.band < 3) see(`SQL in band ${row.band}`, row.sql);
      else expect(row.sql + row.customer).toBe(0);
      see('CUSTOMER after a handoff', row.customer);
    }
    for (const row of maturity(history, {
      period,
      asOf,
      base: 'CONTACT',
      conversionWindowMs: 172_800_000,
      includeImplied: true,
    })) {
      for (const [, reached, out] of row.tally) {
        see('reached within the window', reached);
        see('out within the window', out);
      }
      see('beyond the window', row.beyond);
    }
    for (const row of timeInStage(history, { period, asOf, stage: 'SQL' })) {
      see('stays that ended', row.ended);
      see('stays that are open', row.open);
      see('a median of stays', row.median !== null);
      see('no median of stays', row.median === null);
    }
    for (const row of goals(history, { period, asOf })) see('goal met', row.attainment > 0);
    const money = { period, asOf, method: { kind: 'SIMPLE' }, includeImplied: true } as const;
    see('CAC', cac(history, money).rows.filter((row) => row.cost !== null).length);
    see('value won', valueWon(history, money).length);
    see('pipeline', pipeline(history, money).length);
  }
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(1);
  expect(Object.keys(seen).length).toBeGreaterThan(50);
});
