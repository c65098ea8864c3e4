import type { Lag, Shares } from './random.js';
import { HOUR } from './wall-clock.js';

/**
 * Everything that is planted in the demo workspace, as tables. Reports on the demo should show what stands here,
 * and nothing else has been put in.
 */

export type Region = 'north' | 'south' | 'east' | 'west';
export type LeadType = 'e-book' | 'webinar' | 'newsletter' | 'demo_request' | 'contact_form';

export const YEARS = 3;
/** Expected over all three years; each year brings 1.3 times as many as the one before. */
export const LEADS = 18_000;
export const GROWTH_PER_YEAR = 1.3;
export const CURRENCY = 'EUR';

/** January to December: strong first quarter and autumn, dips in summer and December. */
export const MONTH_FACTORS = [1.15, 1.15, 1.2, 1.0, 1.0, 0.95, 0.75, 0.68, 1.15, 1.2, 1.15, 0.62] as const;
/** Sunday to Saturday. */
export const WEEKDAY_FACTORS = [0.25, 1.15, 1.25, 1.2, 1.15, 0.9, 0.22] as const;
/** 00:00 to 23:00, local: nobody fills in a form between midnight and five. */
export const HOUR_FACTORS = [0, 0, 0, 0, 0, 1, 1, 2, 8, 9, 9, 9, 6, 6, 8, 8, 8, 7, 4, 3, 3, 3, 2, 1] as const;

export interface SourceRates {
  readonly source: string | null;
  /** Share of all leads, in percent. */
  readonly share: number;
  /** Where given, twelve factors on that share: trade fairs have seasons. */
  readonly months?: readonly number[];
  readonly leadTypes: Shares<LeadType>;
  readonly campaigns: Shares<string>;
  /** Share of leads that name none. */
  readonly withoutCampaign: number;
  /** Multiplies the lead type's `accepted`. */
  readonly acceptance: number;
  /** Share that arrives as CONTACT only (a badge scanned, a follower) whatever its lead type. */
  readonly asContact: number;
}

/** Null is a missing source, as every CRM has them. */
export const SOURCES: readonly SourceRates[] = [
  {
    source: 'organic_search',
    share: 26,
    leadTypes: { 'e-book': 34, webinar: 12, newsletter: 24, demo_request: 14, contact_form: 16 },
    campaigns: {},
    withoutCampaign: 1,
    acceptance: 1.1,
    asContact: 0,
  },
  {
    source: 'paid_search',
    share: 21,
    leadTypes: { 'e-book': 55, webinar: 9, newsletter: 4, demo_request: 20, contact_form: 12 },
    campaigns: { search_brand: 30, search_generic: 45, search_competitor: 15 },
    withoutCampaign: 0.1,
    acceptance: 1,
    asContact: 0,
  },
  {
    source: 'social',
    share: 16,
    leadTypes: { 'e-book': 46, webinar: 22, newsletter: 24, demo_request: 4, contact_form: 4 },
    campaigns: { social_video: 40, social_stories: 35 },
    withoutCampaign: 0.25,
    acceptance: 0.7,
    asContact: 0.15,
  },
  {
    source: 'email',
    share: 12,
    leadTypes: { 'e-book': 30, webinar: 42, newsletter: 10, demo_request: 12, contact_form: 6 },
    campaigns: { monthly_digest: 60, webinar_series: 40 },
    withoutCampaign: 0,
    acceptance: 1,
    asContact: 0,
  },
  {
    source: 'referral',
    share: 8,
    leadTypes: { 'e-book': 8, webinar: 8, newsletter: 6, demo_request: 44, contact_form: 34 },
    campaigns: {},
    withoutCampaign: 1,
    acceptance: 1.25,
    asContact: 0,
  },
  {
    source: 'event',
    share: 9,
    months: [0.2, 0.4, 2.6, 0.6, 1.8, 0.6, 0.1, 0.1, 2.2, 1.6, 1.6, 0.1],
    leadTypes: { 'e-book': 20, webinar: 20, newsletter: 14, demo_request: 16, contact_form: 30 },
    campaigns: { trade_fairs: 1 },
    withoutCampaign: 0,
    acceptance: 0.9,
    asContact: 0.25,
  },
  {
    source: null,
    share: 8,
    leadTypes: { 'e-book': 30, webinar: 15, newsletter: 25, demo_request: 10, contact_form: 20 },
    campaigns: {},
    withoutCampaign: 1,
    acceptance: 0.9,
    asContact: 0.1,
  },
];

export interface LeadTypeRates {
  /** Share that enters the ladder as MQL, without having been a LEAD. */
  readonly atOnce: number;
  /** LEAD to MQL, of those that are not MQL at once. */
  readonly qualified: number;
  /** Days. */
  readonly qualifiedAfter: Lag;
  /** MQL to SQL at one handoff that is answered within a working day, before the source's factor. */
  readonly accepted: number;
  readonly toQso: number;
  readonly toCustomer: number;
  /** Workspace currency. */
  readonly value: Lag;
}

export const LEAD_TYPES: Readonly<Record<LeadType, LeadTypeRates>> = {
  'e-book': {
    atOnce: 0,
    qualified: 0.4,
    qualifiedAfter: { median: 9, sigma: 1 },
    accepted: 0.24,
    toQso: 0.4,
    toCustomer: 0.22,
    value: { median: 7_000, sigma: 0.6 },
  },
  webinar: {
    atOnce: 0,
    qualified: 0.48,
    qualifiedAfter: { median: 5, sigma: 0.9 },
    accepted: 0.34,
    toQso: 0.45,
    toCustomer: 0.25,
    value: { median: 9_000, sigma: 0.6 },
  },
  newsletter: {
    atOnce: 0,
    qualified: 0.14,
    qualifiedAfter: { median: 28, sigma: 0.9 },
    accepted: 0.16,
    toQso: 0.36,
    toCustomer: 0.2,
    value: { median: 6_000, sigma: 0.6 },
  },
  demo_request: {
    atOnce: 0.8,
    qualified: 0.75,
    qualifiedAfter: { median: 0.3, sigma: 0.8 },
    accepted: 0.58,
    toQso: 0.6,
    toCustomer: 0.36,
    value: { median: 14_000, sigma: 0.7 },
  },
  contact_form: {
    atOnce: 0.15,
    qualified: 0.58,
    qualifiedAfter: { median: 0.8, sigma: 0.9 },
    accepted: 0.43,
    toQso: 0.5,
    toCustomer: 0.3,
    value: { median: 11_000, sigma: 0.7 },
  },
};

/** CONTACT to LEAD. Lag in days. */
export const CONTACT_TO_LEAD = { share: 0.6, after: { median: 12, sigma: 1 } } as const;

/** Share of LEADs that sales takes without a handoff (LEAD to SQL), and of handoffs that go straight to QSO. */
export const SKIPS_MQL = 0.015;
export const SKIPS_SQL = 0.05;
/** Share of wins booked on an SQL that nobody ever set to QSO. */
export const SKIPS_QSO = 0.08;

/** Time from a handoff to its first response, in working hours, and the share that gets none. */
export interface ResponseRates {
  readonly after: Lag;
  readonly never: number;
}
export const RESPONSE: ResponseRates = { after: { median: 1.6, sigma: 1.1 }, never: 0.05 };
export const RESPONSE_TO_DEMO_REQUEST: ResponseRates = { after: { median: 0.7, sigma: 1.1 }, never: 0.02 };

/** What speed is worth: factors on `accepted` by working hours to the first response. */
export const SPEED_FACTORS = [
  { upTo: 1, factor: 1.15 },
  { upTo: 8, factor: 1 },
  { upTo: Number.POSITIVE_INFINITY, factor: 0.6 },
] as const;

/** From first response to decision, in calendar days worked. */
export const DECISION_AFTER: Lag = { median: 1.4, sigma: 0.9 };

export type Refusal = 'REJECTED' | 'RECYCLED' | 'DISQUALIFIED' | 'UNDECIDED';
/** How an answered handoff ends that is not accepted. */
export const REFUSALS: Shares<Refusal> = { REJECTED: 48, RECYCLED: 22, DISQUALIFIED: 20, UNDECIDED: 10 };
/** Friday at 16:00 sales operations recycles what has waited for so long, unanswered or undecided. */
export const REVIEW = { weekday: 5, time: 16 * HOUR, afterDays: 10 } as const;
/** Of what nobody answered, the share that nurturing takes up; days from the handoff until then. */
export const TAKEN_UP = { share: 0.35, after: { median: 45, sigma: 0.3 } } as const;

export const REJECTION_REASONS: Shares<string> = {
  no_need_now: 30,
  no_budget: 22,
  not_reachable: 20,
  not_target_group: 18,
  wrong_contact_person: 10,
};
export const DISQUALIFICATION_REASONS: Shares<string> = {
  student_or_private: 35,
  competitor: 15,
  invalid_data: 30,
  out_of_region: 20,
};
export const LOSS_REASONS: Shares<string> = { lost_to_competitor: 35, no_decision: 40, price: 25 };

/** Handed over again after a rejection or recycling, at most `handoffs` times in all. Lag in days. */
export const NURTURE = { again: 0.35, after: { median: 50, sigma: 0.6 }, handoffs: 3 } as const;
/** Disqualified leads that come back as LEAD. Lag in days. */
export const REOPENING = { share: 0.03, after: { median: 140, sigma: 0.4 } } as const;

/** Lags in days; `lost`: share of the SQLs and QSOs that go no further which are closed, the rest just stays. */
export const SALES_CYCLE = {
  toQso: { median: 13, sigma: 0.7 },
  toCustomer: { median: 32, sigma: 0.6 },
  toLoss: { median: 40, sigma: 0.5 },
  lost: 0.7,
} as const;

/** Each region has its own sales team of two. */
export const REGIONS: Shares<Region> = { north: 26, south: 27, east: 19, west: 28 };
export const TEAMS: Readonly<Record<Region, readonly string[]>> = {
  north: ['Nora Demo', 'Nils Sample'],
  south: ['Sofia Demo', 'Samir Sample'],
  east: ['Elena Demo', 'Emil Sample'],
  west: ['Wanda Demo', 'Walt Sample'],
};

/** Leads without a company; of the others, the share whose company is not known yet (about 6,000 companies). */
export const WITHOUT_ACCOUNT = 0.1;
export const NEW_ACCOUNT = 0.37;

/**
 * What goes wrong, from the start of the last complete calendar quarter on. It all happens between MQL and SQL:
 * e-book readers from paid search are handed over to sales, who turn nearly all of them away as outside the
 * target group; and the west team falls behind, so that its first responses come days late or never.
 */
export const FAULT = {
  source: 'paid_search',
  leadType: 'e-book',
  /** Factor on `accepted`: 24 % becomes about 4 %. */
  acceptance: 0.18,
  rejectionReasons: { not_target_group: 85, no_need_now: 15 } as Shares<string>,
  region: 'west' as Region,
  response: { after: { median: 20, sigma: 0.9 }, never: 0.18 } satisfies ResponseRates,
} as const;

export interface SpendLine {
  readonly category: string;
  readonly source: string | null;
  readonly campaign?: string;
  readonly costScope?: 'SALES';
  /** Workspace currency per month, in the first month. */
  readonly monthly: number;
  /** Factor per year. */
  readonly growth: number;
  readonly months?: readonly number[];
}

export const SPEND: readonly SpendLine[] = [
  { category: 'content', source: 'organic_search', monthly: 5_400, growth: 1.1 },
  { category: 'advertising', source: 'paid_search', monthly: 4_200, growth: 1.3 },
  { category: 'advertising', source: 'paid_search', campaign: 'search_brand', monthly: 1_900, growth: 1.2 },
  { category: 'advertising', source: 'paid_search', campaign: 'search_generic', monthly: 6_300, growth: 1.4 },
  { category: 'advertising', source: 'social', monthly: 3_100, growth: 1.25 },
  { category: 'advertising', source: 'social', campaign: 'social_video', monthly: 2_400, growth: 1.3 },
  { category: 'mailing', source: 'email', monthly: 1_450, growth: 1.15 },
  { category: 'commission', source: 'referral', monthly: 1_800, growth: 1.25 },
  {
    category: 'trade_fairs',
    source: 'event',
    monthly: 6_800,
    growth: 1.12,
    months: [0.2, 0.6, 2.6, 0.4, 1.6, 0.4, 0.1, 0.3, 2.4, 1.6, 1.4, 0.1],
  },
  { category: 'tools', source: null, monthly: 3_650, growth: 1.08 },
  { category: 'salaries', source: null, costScope: 'SALES', monthly: 41_500, growth: 1.12 },
];
/** Each month's amount lies within this share of its plan. */
export const SPEND_NOISE = 0.08;
