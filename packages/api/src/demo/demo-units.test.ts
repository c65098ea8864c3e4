import { describe, expect, it } from 'vitest';
import type { IngestUnit, TransitionInput } from '../commands/ingest-input.js';
import { demoUnits } from './demo-units.js';

const DAY = 86_400_000;
const UNTIL = Date.parse('2026-11-21T19:00:00Z');
const FAULT_FROM = Date.parse('2026-07-01T00:00:00+02:00');
const BERLIN = { seed: 1, until: UNTIL, timeZone: 'Europe/Berlin' };
const LADDER = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];

// Counted here by hand: no metric of the product judges its own demo.
type Story = Required<Pick<IngestUnit, 'lead' | 'transitions' | 'activities'>> & Pick<IngestUnit, 'account'>;
const units = [...demoUnits(BERLIN)];
const leads: Story[] = units.flatMap(({ lead, account, transitions = [], activities = [] }) =>
  lead ? [{ lead, transitions, activities, ...(account && { account }) }] : [],
);
const costs = units.flatMap((unit) => unit.costs ?? []);
const share = <T>(list: readonly T[], holds: (item: T) => boolean) => list.filter(holds).length / list.length;
const rung = ({ to }: TransitionInput) => LADDER.indexOf(to ?? '');
const reached = (stage: string) => (story: Story) =>
  story.transitions.some((transition) => rung(transition) >= LADDER.indexOf(stage));
const arrivedIn = (month: string) =>
  leads.filter(({ transitions }) => new Date(transitions[0]!.occurredAt).toISOString().startsWith(month)).length;

interface Handoff {
  readonly lead: Story['lead'];
  readonly openedAt: number;
  readonly isAccepted: boolean;
  /** From handoff to first activity or decision, on the calendar; infinite where there is neither. */
  readonly hoursToAnswer: number;
}
const handoffs: Handoff[] = leads.flatMap(({ lead, transitions, activities }) =>
  transitions.flatMap(({ to, occurredAt: openedAt }, i) => {
    if (to !== 'MQL') return [];
    const decision = transitions.slice(i + 1, i + 2);
    const answers = [...activities, ...decision].map(({ occurredAt }) => occurredAt).filter((at) => at > openedAt);
    const hoursToAnswer = (Math.min(...answers, Number.POSITIVE_INFINITY) - openedAt) / 3_600_000;
    return [{ lead, openedAt, isAccepted: decision.some((next) => rung(next) > 2), hoursToAnswer }];
  }),
);

describe('demoUnits', () => {
  it('gives the same units for the same seed, all day long', () => {
    const again = [...demoUnits({ ...BERLIN, until: Date.parse('2026-11-21T00:00:00Z') })];
    expect(JSON.stringify(again) === JSON.stringify(units)).toBe(true);
  });

  it('gives others for another seed and for another day', () => {
    const first = (options: typeof BERLIN) => JSON.stringify(demoUnits(options).next().value);
    expect(first({ ...BERLIN, seed: 2 })).not.toBe(first(BERLIN));
    expect(first({ ...BERLIN, until: UNTIL + DAY })).not.toBe(first(BERLIN));
  });

  it('is as large as a real workspace of three years', () => {
    expect(leads.length).toBeGreaterThan(17_400);
    expect(leads.length).toBeLessThan(18_600);
    expect(leads.filter(({ account }) => account).length).toBeGreaterThan(5_500);
    expect(leads.filter(({ account }) => account).length).toBeLessThan(6_500);
    expect(share(leads, reached('MQL'))).toBeCloseTo(0.48, 1);
    expect(share(leads, reached('SQL'))).toBeCloseTo(0.22, 1);
    expect(share(leads, reached('CUSTOMER'))).toBeGreaterThan(0.025);
    expect(new Set(leads.map(({ lead }) => lead.source)).size).toBe(7);
    expect(share(leads, ({ lead }) => lead.source === null)).toBeGreaterThan(0.05);
    expect(new Set(leads.flatMap(({ lead }) => lead.owner ?? [])).size).toBe(8);
  });

  it.each(['Europe/Berlin', 'America/Havana', 'Pacific/Kiritimati'])('keeps to three whole years in %s', (timeZone) => {
    const all = [...demoUnits({ ...BERLIN, timeZone })];
    const events = all.flatMap(({ transitions = [], activities = [] }) => [...transitions, ...activities]);
    const instants = events.map(({ occurredAt }) => occurredAt).sort((a, b) => a - b);
    expect(instants.at(-1)).toBeLessThanOrEqual(UNTIL);
    expect(instants.at(-1)).toBeGreaterThan(UNTIL - 2.5 * DAY);
    expect(instants[0]).toBeGreaterThan(Date.parse('2023-11-20T00:00:00Z'));
    expect(instants[0]).toBeLessThan(Date.parse('2023-11-23T00:00:00Z'));
  });

  it('names everything once', () => {
    const items = units.flatMap((unit) => [
      ...(unit.lead ? [unit.lead] : []),
      ...(unit.account ? [unit.account] : []),
      ...[unit.transitions ?? [], unit.activities ?? [], unit.costs ?? []].flat(),
    ]);
    expect(new Set(items.map(({ externalId }) => externalId)).size).toBe(items.length);
    expect(new Set(leads.map(({ lead }) => lead.email)).size).toBe(leads.length);
    expect(share(leads, ({ lead }) => lead.email!.endsWith('@example.com'))).toBe(1);
    const companies = leads.flatMap(({ account }) => account?.name ?? []);
    expect(new Set(companies).size).toBe(companies.length);
  });

  it('tells each story in the order of time, and gives a reason where one is required', () => {
    const isBroken = ({ transitions }: Story) =>
      transitions.some(
        ({ occurredAt, kind, to, reason }, i) =>
          (kind === 'ENTERED') !== (i === 0) ||
          (i > 0 && occurredAt <= transitions[i - 1]!.occurredAt) ||
          (kind === 'REJECTED' || kind === 'DISQUALIFIED') !== (reason !== undefined) ||
          (kind === 'DISQUALIFIED') !== (to === null),
      );
    expect(leads.filter(isBroken)).toEqual([]);
  });

  it('has each kind of story in it', () => {
    const kinds = leads.flatMap(({ transitions }) => transitions.map(({ kind, to }) => `${kind} ${to}`));
    const expected = [
      'ENTERED CONTACT',
      'ENTERED MQL',
      'ADVANCED SQL',
      'ACCEPTED SQL',
      'ACCEPTED QSO',
      'REJECTED LEAD',
    ];
    expect(kinds).toEqual(expect.arrayContaining([...expected, 'RECYCLED LEAD', 'REOPENED LEAD', 'DISQUALIFIED null']));
    expect(handoffs.length).toBeGreaterThan(1.05 * leads.filter(reached('MQL')).length);
  });

  it.each(['2026-01-03', '2026-06-15', '2026-11-21'])(
    'leaves a few dozen handoffs open on %s, none for months',
    (day) => {
      const until = Date.parse(`${day}T08:00:00+01:00`);
      const ages = [...demoUnits({ ...BERLIN, until })].flatMap(({ transitions = [] }) => {
        const last = transitions.at(-1);
        return last?.to === 'MQL' ? [(until - last.occurredAt) / DAY] : [];
      });
      expect(ages.length).toBeGreaterThan(24);
      expect(ages.length).toBeLessThan(96);
      expect(ages.filter((age) => age > 4).length).toBeGreaterThan(8);
      expect(ages.filter((age) => age < 1).length).toBeGreaterThan(1);
      expect(Math.max(...ages)).toBeLessThan(60);
    },
  );

  it('converts each lead type as planted', () => {
    const accepted = (type: string) =>
      share(
        leads.filter((story) => story.lead.leadType === type && reached('MQL')(story)),
        reached('SQL'),
      );
    expect(accepted('demo_request')).toBeGreaterThan(accepted('contact_form') + 0.1);
    expect(accepted('contact_form')).toBeGreaterThan(accepted('webinar'));
    expect(accepted('webinar')).toBeGreaterThan(accepted('e-book') + 0.05);
    expect(accepted('webinar')).toBeGreaterThan(accepted('newsletter') + 0.05);
  });

  it('dips in August and December, and grows from year to year', () => {
    expect(arrivedIn('2026-08')).toBeLessThan(0.7 * arrivedIn('2026-03'));
    expect(arrivedIn('2025-12')).toBeLessThan(0.7 * arrivedIn('2026-01'));
    expect(arrivedIn('2026-03')).toBeGreaterThan(1.4 * arrivedIn('2024-03'));
  });

  it('goes wrong between MQL and SQL since the last complete quarter', () => {
    const decided = handoffs.filter(({ openedAt }) => openedAt < UNTIL - 14 * DAY);
    const before = decided.filter(({ openedAt }) => openedAt < FAULT_FROM);
    const since = decided.filter(({ openedAt }) => openedAt >= FAULT_FROM);
    const accepted = (list: readonly Handoff[]) => share(list, ({ isAccepted }) => isAccepted);
    /** More than three days, weekends included. */
    const late = (list: readonly Handoff[]) => share(list, ({ hoursToAnswer }) => hoursToAnswer > 72);
    const isPaidEbook = ({ lead }: Handoff) => lead.source === 'paid_search' && lead.leadType === 'e-book';
    const isWest = ({ lead }: Handoff) => lead.region === 'west';
    const isSound = (handoff: Handoff) => !isPaidEbook(handoff) && !isWest(handoff);

    expect(accepted(before.filter(isPaidEbook))).toBeGreaterThan(0.16);
    expect(accepted(since.filter(isPaidEbook))).toBeLessThan(0.09);
    expect(late(before.filter(isWest))).toBeLessThan(0.12);
    expect(late(since.filter(isWest))).toBeGreaterThan(0.4);
    expect(Math.abs(accepted(since.filter(isSound)) - accepted(before.filter(isSound)))).toBeLessThan(0.05);
    expect(late(since.filter(isSound))).toBeLessThan(0.12);
    expect(accepted(since)).toBeLessThan(accepted(before) - 0.08);
  });

  it('spends every day once per line, in cents, more each year', () => {
    expect(costs.every(({ amount }) => /^\d+\.\d\d$/.test(amount))).toBe(true);
    const tools = costs.filter(({ category }) => category === 'tools');
    expect([tools[0]!.from, tools.at(-1)!.to]).toEqual(['2023-11-21', '2026-11-21']);
    expect(tools.slice(1).every(({ from }, i) => from === tools[i]!.to)).toBe(true);
    expect(tools[0]!.source).toBeNull();
    expect(costs.some(({ costScope }) => costScope === 'SALES')).toBe(true);
    const spentIn = (year: string) =>
      costs.filter(({ from }) => from.startsWith(year)).reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(spentIn('2025')).toBeGreaterThan(1.08 * spentIn('2024'));
  });
});
