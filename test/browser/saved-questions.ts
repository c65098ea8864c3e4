import type {
  AcceptanceReport,
  CostReport,
  DiagnosisReport,
  FunnelReport,
  SlaReport,
  StandardMetricsReport,
  VelocityReport,
} from '../../packages/sdk/src/index.js';
import { count, share } from './element-texts.js';

/** A saved report, and what a page must write that shows its answer. */
export interface SavedQuestion {
  /** As `saveReport` takes it, such as `funnel: { … }`. */
  readonly report: string;
  /** What `savedReport` is asked for. */
  readonly answer: string;
  /** Cells that stand in one row of a table, in that order. */
  readonly rows: (answer: never) => readonly (readonly (string | number)[])[];
  /** What the page says of whom is asked, and of what it leaves out. */
  readonly told: readonly string[];
}

const QUARTER = 'period: { start: "2026-01-01", end: "2026-04-01" }';
const RATE = '{ value low high numerator denominator }';
const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)}`;
const euro = (money: { readonly amount: string } | null) =>
  money === null
    ? '–'
    : new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(money.amount as `${number}`);
const named = (keys: readonly { readonly value: string | null }[]) =>
  keys.map(({ value }) => value ?? '(none)').join(' · ');

const fraction = (numerator: number | null, denominator: number | null) =>
  numerator === null ? [] : [count(numerator), count(denominator)];
const compared = ({ period, baseline, difference }: Compared) => [
  ...[period, baseline].flatMap((rate) =>
    rate ? [share(rate.value), count(rate.numerator), count(rate.denominator)] : [],
  ),
  ...(difference ? [difference.value, difference.low, difference.high].map(points) : []),
];
type Compared = Pick<DiagnosisReport['steps'][number], 'period' | 'baseline' | 'difference'>;

const CLOCK = `met breached overdue pending complianceRate ${RATE}`;
const clock = ({ met, breached, overdue, pending, complianceRate }: SlaReport['total']['decision']) => [
  ...[met, breached, overdue, pending].map(count),
  share(complianceRate.value),
];

/** One of each kind, each with options that its element does not have unless it is told. */
export const SAVED_QUESTIONS: Readonly<Record<string, SavedQuestion>> = {
  funnel: {
    report: `funnel: { ${QUARTER}, filter: { source: { in: ["paid_search", "organic_search"] } }, mode: THROUGHPUT,
      unit: ACCOUNT, by: ["leadType"], grain: MONTH }`,
    answer: `funnel { groups { keys { value } figures { stages { stage { name } entered periodRatio { value } } }
      series { figures { stages { entered } } } } total { stages { stage { name } entered periodRatio { value } } } }`,
    rows: ({ total, groups }: FunnelReport) => [
      ...[{ keys: [{ value: 'Total' }], figures: total }, ...groups].flatMap(({ keys, figures }) =>
        figures.stages.map(({ stage, entered, periodRatio }) => [
          ...[named(keys), stage.name, count(entered)],
          share(periodRatio?.value ?? null),
        ]),
      ),
      ...groups.flatMap(({ keys, series }) =>
        series.map(({ figures }) => [named(keys), count(figures.stages[0]?.entered ?? null)]),
      ),
    ],
    told: [
      'Source: paid_search, organic_search',
      'Entered by lead type',
      'the course of stages after the first over time',
    ],
  },
  acceptance: {
    report: `acceptance: { period: { grain: QUARTER, containing: "2026-02-10" }, filter: { leadType: { notIn: ["newsletter"] } },
      by: ["region", "leadType"], grain: MONTH }`,
    answer: `acceptance { total { handedOver accepted acceptanceRate ${RATE} rejections { reason handoffs } }
      groups { keys { value } figures { handedOver accepted rejected recycled disqualified open acceptanceRate ${RATE} } } }`,
    rows: ({ total, groups }: AcceptanceReport) => [
      ['Total', count(total.handedOver), count(total.accepted), share(total.acceptanceRate.value)],
      ...total.rejections.map(({ reason, handoffs }) => [reason ?? '(none)', count(handoffs)]),
      ...groups.map(({ keys, figures: { acceptanceRate, ...of } }) => [
        named(keys),
        ...[of.handedOver, of.accepted, of.rejected, of.recycled, of.disqualified, of.open].map(count),
        share(acceptanceRate.value),
      ]),
    ],
    told: ['Lead type ≠ newsletter', 'Acceptance by region · lead type', 'the course over time'],
  },
  velocity: {
    report: `velocity: { ${QUARTER}, filter: { source: { in: ["referral", null] } }, from: "MQL", to: "SQL", basis: FROM,
      clock: BUSINESS, timeInStage: ["MQL"], grain: MONTH, by: ["owner"] }`,
    answer: `velocity { total { count histogram { count } timeInStage { stage { name } count ended open } }
      series { figures { count } } groups { keys { value } figures { count } } }`,
    rows: ({ total, series, groups }: VelocityReport) => [
      ...groups.map(({ keys, figures }) => [named(keys), count(figures.count)]),
      ['Jan 1 – Mar 31, 2026', count(total.count)],
      ...['Jan 1 – 31, 2026', 'Feb 1 – 28, 2026', 'Mar 1 – 31, 2026'].map((month, index) => [
        month,
        count(series[index]?.figures.count ?? null),
      ]),
      ...total.histogram.map((each) => [count(each.count)]),
      ...total.timeInStage.map((stay) => [stay.stage.name, ...[stay.count, stay.ended, stay.open].map(count)]),
    ],
    told: ['Source: referral, (none)', 'Working time of the calendar OFFICE.', 'Median by owner'],
  },
  sla: {
    report: `sla: { ${QUARTER}, filter: { leadType: { in: ["demo_request", "webinar"] } }, by: ["owner"], grain: MONTH,
      responseBands: ["PT2H", "P2D"], replay: [{ firstResponse: { within: "PT1H", clock: CALENDAR } }] }`,
    answer: `sla { ${['total', 'groups { keys { value } figures', 'series { figures']
      .map(
        (where) => `${where} { handoffs wasted firstResponse { ${CLOCK} } decision { ${CLOCK} }
        ${where === 'total' ? `outcomes { handoffs sqlRate ${RATE} }` : ''} }${where === 'total' ? '' : ' }'}`,
      )
      .join(' ')} }`,
    rows: ({ total, groups, series }: SlaReport) => [
      ...[
        { name: 'Total', figures: total },
        ...groups.map(({ keys, figures }) => ({ name: named(keys), figures })),
        ...series.map(({ figures }, index) => ({ name: ['Jan 26', 'Feb 26', 'Mar 26'][index] ?? '', figures })),
      ].map(({ name, figures }) => [
        ...[name, count(figures.handoffs), count(figures.wasted)],
        ...[...clock(figures.firstResponse), ...clock(figures.decision)],
      ]),
      ...total.outcomes.map(({ handoffs, sqlRate }, index) => [
        ['Within 2 hr', 'Within 2 days', 'Later', 'Never'][index] ?? '',
        ...[count(handoffs), share(sqlRate.value)],
      ]),
    ],
    told: [
      'Lead type: demo_request, webinar',
      'First response by owner',
      'the course of each group over time · the replay of other targets',
    ],
  },
  cost: {
    report: `cost: { period: { start: "2025-10-01", end: "2026-04-01" }, method: SHIFTED, lagDays: 10,
      costScopes: [MARKETING, SALES], allocation: BY_ENTRIES, by: ["source"], stages: ["SQL"], grain: QUARTER }`,
    answer: `cost { ${['total', 'groups { keys { value } figures', 'series { figures']
      .map(
        (where) => `${where} { stages { stage { name } spend { amount } entered costPerEntry { amount } } }
        ${where === 'total' ? '' : ' }'}`,
      )
      .join(' ')} }`,
    rows: ({ total, groups, series }: CostReport) =>
      [
        { name: 'Total', figures: total },
        ...groups.map(({ keys, figures }) => ({ name: named(keys), figures })),
        ...series.map(({ figures }) => ({ name: 'Total', figures })),
      ].flatMap(({ name, figures }) =>
        figures.stages.map(({ spend, entered, costPerEntry }) => [
          ...[name, euro(spend), count(entered)],
          ...[euro(costPerEntry), '10 days'],
        ]),
      ),
    told: ['Spend moved back by the lag of each stage, per entry. Marketing and sales cost.'],
  },
  diagnosis: {
    report: `diagnosis: { ${QUARTER}, filter: { region: { in: ["west", "north"] } }, by: ["owner"], baselinePeriods: 2,
      conversionWindow: "P45D" }`,
    answer: `diagnosis { findings { attribute value leadsLost period ${RATE} baseline ${RATE} difference { value low high } }
      steps { period ${RATE} baseline ${RATE} difference { value low high } } }`,
    rows: ({ findings, steps }: DiagnosisReport) => [
      ...findings.map(({ value, leadsLost, ...rates }) => [
        value === null ? 'All leads' : `Owner: ${value}`,
        ...compared(rates),
        count(leadsLost === null ? null : Math.round(leadsLost)),
      ]),
      ...steps.map(compared),
    ],
    told: ['Region: west, north', 'each watched for 45 days'],
  },
  standardMetrics: {
    report: `standardMetrics: { period: { start: "2026-02-01", end: "2026-03-15" }, filter: { owner: { in: ["Wanda Demo"] } },
      conversionWindow: "P30D", grain: MONTH, asOf: "2026-06-01T00:00:00Z" }`,
    answer: `standardMetrics { total { metrics { value numerator denominator } }
      series { metrics { value numerator denominator } } }`,
    rows: ({ total, series }: StandardMetricsReport) => [
      ...total.metrics.map(({ numerator, denominator }) => [
        'Feb 1 – Mar 14, 2026',
        ...fraction(numerator, denominator),
      ]),
      ...series.flatMap(({ metrics }, index) =>
        metrics.map(({ numerator, denominator }) => [
          ['Feb 1 – 28, 2026', 'Mar 1 – 14, 2026'][index] ?? '',
          ...fraction(numerator, denominator),
        ]),
      ),
    ],
    told: ['Owner: Wanda Demo · As of: Jun 1, 2026, 2:00 AM'],
  },
};
