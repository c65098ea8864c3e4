import type { DiagnosisInput, DiagnosisReport, LeadstageClient } from '@leadstage/sdk';
import { describe, expect, it } from 'vitest';
import { judgedClient } from './judged-client.js';

const THIS = { grain: 'QUARTER', containing: '2026-04-03' } as const;
const answer = (end: string, denominator: number) =>
  ({
    asOf: '2026-04-03T07:00:00Z',
    period: { end },
    steps: [{ period: { denominator } }],
  }) as unknown as DiagnosisReport;

/** @param judged leads that can be judged, of the present period and of the last one */
async function asked(period: DiagnosisInput['period'], judged: { present: number; last: number }, end = '2026-07-01') {
  const [present, last] = [answer(end, judged.present), answer('2026-04-01', judged.last)];
  const inputs: DiagnosisInput[] = [];
  const told: (string | null)[] = [];
  const diagnosis = async (input: DiagnosisInput) => {
    inputs.push(input);
    return input.period.last ? last : present;
  };
  const client = judgedClient({ diagnosis } as unknown as LeadstageClient, (each) => told.push(each));
  const report = await client.diagnosis({ period, by: ['owner'] });
  return { is: report === last ? 'last' : 'present', told, inputs };
}

describe('a diagnosis', () => {
  it('is that of the last period while nothing in this one can be judged', async () => {
    const { is, told, inputs } = await asked(THIS, { present: 0, last: 7 });
    expect([is, told]).toEqual(['last', ['last-quarter']]);
    expect(inputs[1]).toEqual({ period: { last: { count: 1, grain: 'QUARTER' } }, by: ['owner'] });
  });

  it.each([
    ['something can be judged', THIS, { present: 1, last: 7 }, undefined],
    ['the last one has nothing either', THIS, { present: 0, last: 0 }, undefined],
    ['it is over', THIS, { present: 0, last: 7 }, '2026-04-03'],
    ['it has dates of its own', { start: '2026-04-01', end: '2026-07-01' }, { present: 0, last: 7 }, undefined],
  ] as const)('is that of its own period where %s', async (_when, period, judged, end) => {
    const { is, told } = await asked(period, judged, end);
    expect([is, told]).toEqual(['present', [null]]);
  });
});
