import type { Random } from './random.js';
import { LEAD_TYPES, type LeadType, type LeadTypeRates, type Region, type SourceRates, TEAMS } from './rates.js';
import type { WallTime } from './wall-clock.js';

/** Who arrives: all that decides how a lead fares. */
export interface Prospect {
  readonly source: SourceRates;
  readonly leadType: LeadType;
  readonly rates: LeadTypeRates;
  readonly campaign: string | null;
  readonly region: Region;
  /** Who gets the lead when it is handed to sales. */
  readonly owner: string;
  readonly arrivesAt: WallTime;
}

export function prospectFrom(source: SourceRates, region: Region, arrivesAt: WallTime, random: Random): Prospect {
  const leadType = random.name(source.leadTypes);
  return {
    source,
    leadType,
    rates: LEAD_TYPES[leadType],
    campaign: random.chance(source.withoutCampaign) ? null : random.name(source.campaigns),
    region,
    owner: random.pick(TEAMS[region]),
    arrivesAt,
  };
}
