import type { Instant } from '@leadstage/core';
import type { IngestUnit } from '../commands/ingest-input.js';
import { arrivals, yearsBefore } from './arrivals.js';
import { type Company, companies } from './companies.js';
import { demoHorizon } from './demo-horizon.js';
import type { Diary } from './diary.js';
import { playJourney } from './journey.js';
import { person } from './names.js';
import { type Prospect, prospectFrom } from './prospect.js';
import { type Random, seededRandom } from './random.js';
import { REGIONS, YEARS } from './rates.js';
import { monthlySpend } from './spend.js';
import { type WallClock, wallClockIn } from './wall-clock.js';

export { CURRENCY as DEMO_CURRENCY } from './rates.js';

export interface DemoOptions {
  /** A 32-bit integer. */
  readonly seed: number;
  /** History ends with the last whole local day before this instant, and begins three years earlier. */
  readonly until: Instant;
  /** IANA name of the workspace's zone: business hours are kept in it. */
  readonly timeZone: string;
}

/**
 * A demo workspace's whole history, about 18,000 leads and their spend: what `rates.ts` says, thrown with a
 * seeded generator. The same options give the same units, byte for byte, on every machine.
 */
export function* demoUnits({ seed, until, timeZone }: DemoOptions): Generator<IngestUnit> {
  const clock = wallClockIn(timeZone);
  const horizon = demoHorizon(until, clock);
  const random = seededRandom(seed);
  const nextCompany = companies(random);
  const start = yearsBefore(horizon.endDay, YEARS);

  for (const costs of monthlySpend(start, horizon.endDay, random)) yield { costs };
  let n = 0;
  for (const { source, at } of arrivals(start, horizon.endDay, random)) {
    n += 1;
    const company = nextCompany();
    const prospect = prospectFrom(source, company?.region ?? random.name(REGIONS), at, random);
    const diary = playJourney(prospect, horizon, random);
    yield leadUnit(n, prospect, company, diary, clock, random);
  }
}

function leadUnit(
  n: number,
  prospect: Prospect,
  company: Company | null,
  diary: Diary,
  clock: WallClock,
  random: Random,
): IngestUnit {
  const lead = `demo-lead-${String(n).padStart(5, '0')}`;
  const value = random.lag(prospect.rates.value).toFixed(2);
  const touches = diary.touches.toSorted((a, b) => a.at - b.at);
  return {
    lead: {
      externalId: lead,
      ...person(n, random),
      source: prospect.source.source,
      leadType: prospect.leadType,
      campaign: prospect.campaign,
      region: prospect.region,
      owner: diary.reached('MQL') || diary.reached('SQL') ? prospect.owner : null,
      account: company?.account.externalId ?? null,
      value: diary.reached('QSO') || diary.reached('CUSTOMER') ? value : null,
    },
    ...(company?.isNew && { account: company.account }),
    transitions: diary.steps.map(({ at, ...step }, index) => ({
      externalId: `${lead}-t${index + 1}`,
      lead,
      ...step,
      occurredAt: clock.instantOf(at),
    })),
    ...(touches.length > 0 && {
      activities: touches.map(({ at, ...touch }, index) => ({
        externalId: `${lead}-a${index + 1}`,
        lead,
        ...touch,
        occurredAt: clock.instantOf(at),
      })),
    }),
  };
}
