import type { CostFigures, CostReport } from '@leadstage/sdk';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../frame/scene.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { type CostStage, costNotes, stageMark, worthsOf } from './cost-figures.js';
import { costTables } from './cost-table.js';

const scene = { language: 'en', words: COMMON_WORDS.en, formats: formatsFor('en'), width: 600 } as Scene;
const scened: Scene = { ...scene, setting: { mayList: true, workspace: { currency: 'EUR' } } as Scene['setting'] };
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const PERIOD = { start: '2026-01-01', end: '2026-04-01' };

function stageOf(key: string, more: Partial<CostStage> = {}): CostStage {
  return {
    stage: { key, name: key } as CostStage['stage'],
    entered: 56,
    behind: 'cell',
    spend: eur('4000.00'),
    costPerEntry: eur('71.43'),
    interval: null,
    spendWindow: PERIOD,
    entryWindow: PERIOD,
    lagDays: 0,
    lagLeads: null,
    beforeFirstCost: { days: 0, share: 0 },
    unallocated: null,
    outsideFilter: null,
    ...more,
  };
}

const reportOf = (stages: CostStage[], more: Partial<CostReport> = {}) =>
  ({
    period: PERIOD,
    total: { stages, cac: null, roi: null, pipelineValue: null },
    groups: [],
    series: [],
    ...more,
  }) as unknown as CostReport;

describe('a stage', () => {
  test('tells cost, spend, entries and dates, and leads to the leads', () => {
    const mark = stageMark(stageOf('SQL'), scened, 'web');
    expect(mark).toMatchObject({ label: 'web, SQL', behind: 'cell' });
    expect(mark.lines).toEqual([
      'Cost per entry: €71.43',
      'Spend: €4,000.00',
      'Entered: 56',
      expect.stringContaining('Spend from: Jan 1'),
    ]);
  });

  test('keeps amounts exact that no number can hold', () => {
    const { lines } = stageMark(stageOf('SQL', { spend: eur('90071992547409931.27') }), scened);
    expect(lines).toContain('Spend: €90,071,992,547,409,931.27');
  });

  test('tells the interval, the lag and a window of its own', () => {
    const { lines } = stageMark(
      stageOf('SQL', {
        interval: { low: eur('60.00'), high: eur('80.00') },
        lagDays: 30,
        lagLeads: 41,
        spendWindow: { start: '2025-12-02', end: '2026-03-02' },
      }),
      scened,
    );
    expect(lines).toContain('95 % interval €60.00 to €80.00');
    expect(lines).toContain('Lag: 30 days');
    expect(lines).toContain('Leads whose lag was measured: 41');
    expect(lines.some((line) => line.startsWith('Entries from: Jan 1'))).toBe(true);
  });

  test('says that there is no lag where there is no window', () => {
    const { lines } = stageMark(stageOf('SQL', { costPerEntry: null, spend: null, spendWindow: null }), scened);
    expect(lines[0]).toBe('Cost per entry: –');
    expect(lines).toContain('The lag could not be measured');
  });
});

describe('what customers are worth', () => {
  test('is left out where it is not answered, and a loss is negative', () => {
    const figures = {
      cac: null,
      roi: { roi: -0.25, won: 3, behind: 'b', valueWon: eur('750.00'), spend: eur('1000.00') },
      pipelineValue: null,
    } as Partial<CostFigures> as CostFigures;
    const worths = worthsOf(figures, scened);
    expect(worths.map(({ key, text }) => [key, text])).toEqual([['roi', '-25.0%']]);
    expect(worths[0]?.mark.lines).toContain('Value won: €750.00');
  });
});

describe('the notes', () => {
  test('say once what is the same for all stages', () => {
    const loose = { outsideFilter: eur('12.00'), beforeFirstCost: { days: 9, share: 0.1 } };
    expect(costNotes(reportOf([stageOf('MQL', loose), stageOf('SQL', loose)]), scened, [])).toEqual([
      'Spend that does not say whether it passes the filter, in none of these numbers: €12.00.',
      'MQL, SQL: 9 days of the spend window (10.0%) lie before the first known cost.',
    ]);
  });

  test('name the stages where they differ', () => {
    const stages = [stageOf('MQL', { outsideFilter: eur('12.00') }), stageOf('SQL', { outsideFilter: eur('13.00') })];
    expect(costNotes(reportOf(stages), scened, [])[0]).toContain('MQL €12.00 · SQL €13.00');
    expect(
      costNotes(reportOf([stageOf('MQL'), stageOf('SQL', { outsideFilter: eur('13.00') })]), scened, [])[0],
    ).toContain('SQL €13.00');
  });
});

describe('the tables', () => {
  test('have a row for every group and stage, unallocated spend in its own', () => {
    const total = stageOf('SQL', { unallocated: eur('49.00') });
    const group = {
      keys: [{ attribute: 'source', value: null }],
      figures: reportOf([stageOf('SQL')]).total,
      series: [],
    };
    const [stages] = costTables(reportOf([total], { groups: [group] }), scened, null);
    expect(stages?.rows.map((row) => row[0]?.text)).toEqual(['Total', '(none)', 'Unallocated']);
    expect(stages?.rows[2]?.[2]).toEqual({ text: '€49.00', value: '49.00' });
    expect(stages?.rows[0]?.[3]).toEqual({ text: '56', value: 56, behind: 'cell' });
    for (const row of stages?.rows ?? []) expect(row).toHaveLength(stages?.columns.length ?? 0);
  });
});
