import type { Scope } from '../../packages/api/src/access/access.js';
import type { Answer } from './ask.js';
import type { ArgumentsBelow } from './selection.js';
import type { Tenant } from './tenant.js';

/** The arguments of a field, and of fields below it where they differ from `BELOW`. */
export interface Question {
  readonly args: string;
  readonly below?: ArgumentsBelow;
  /** The code with which even the owner of what it names is refused, in words of its own. */
  readonly refused?: string;
}

/**
 * What is asked of a field with the key of alpha: its own questions first, and then, by what belongs to bravo. Answers
 * to `own` must not change when bravo comes, those to `foreign` must be empty or a refusal, and those to cursors of
 * bravo's pages must show alpha's at most.
 */
export interface Questions {
  /** The scope that the field asks for; null: none. */
  readonly scope: Scope | null;
  readonly own: readonly (Question | string)[];
  readonly foreign?: (bravo: Tenant) => readonly (Question | string)[];
  readonly turned?: (cursor: Readonly<Record<keyof typeof CURSORS, string>>) => readonly (Question | string)[];
}

export const AT = 'asOf: "2026-06-01T00:00:00Z"';
export const PERIOD = 'period: { start: "2026-01-01", end: "2026-04-01" }';

export const BELOW: ArgumentsBelow = {
  'Account.leads': '(first: 100)',
  'AcceptanceFigures.behind': '',
  'BusinessCalendar.holidays': '(year: 2026)',
  'DiagnosisFinding.behind': '',
  'DiagnosisStep.behind': '(of: BASELINE, part: DENOMINATOR)',
  'FunnelStage.behind': '(of: COUNTED)',
  'Goal.leadsNeeded': '',
  'GoalStanding.leadsNeeded': '',
  'SavedList.leads': '(first: 100)',
  'SavedReport.acceptance': `(${AT})`,
  'SavedReport.cost': `(${AT})`,
  'SavedReport.diagnosis': `(${AT})`,
  'SavedReport.funnel': `(${AT})`,
  'SavedReport.sla': `(${AT})`,
  'SavedReport.standardMetrics': `(${AT})`,
  'SavedReport.velocity': `(${AT})`,
  'SlaClockFigures.behind': '(status: OVERDUE)',
  'SlaFigures.behind': '(of: WASTED)',
  'SlaResponseOutcome.behind': '(of: SQL)',
  'StandardMetric.behind': '(part: DENOMINATOR)',
  'ThinComparison.behind': '',
  'Webhook.deliveries': '(first: 100)',
};

const BY_ALL = ['["source", "leadType", "campaign"]', '["owner", "account", "plan"]', '["region"]'];
const EDGES = '{ edges { cursor } }';

/** Questions of a tenant that answer cursors of pages, or references to what is behind a number, by what they are of. */
export const CURSORS = {
  leads: () => `leads(first: 100) ${EDGES}`,
  entered: ({ prefix }: Tenant) =>
    `leads(first: 100, orderBy: { field: ENTERED, stage: "${prefix}_FIT", direction: DESC }) ${EDGES}`,
  handoffs: () => `handoffs(first: 100) ${EDGES}`,
  due: () => `handoffs(first: 100, orderBy: { field: DUE }) ${EDGES}`,
  accounts: () => `accounts(first: 100) ${EDGES}`,
  furthest: () => `accounts(first: 100, orderBy: { field: FURTHEST }) ${EDGES}`,
  costs: () => `costs(first: 100) ${EDGES}`,
  answers: ({ prefix }: Tenant) => `ruleAnswers(key: "${prefix}_RULE", answer: YES, first: 100) ${EDGES}`,
  keys: () => `apiKeys(first: 100) ${EDGES}`,
  audit: () => `auditLog(first: 100) ${EDGES}`,
  deliveries: () => `webhooks { deliveries(first: 100) ${EDGES} }`,
  list: ({ ids }: Tenant) => `savedList(id: "${ids.list}") { leads(first: 100) ${EDGES} }`,
  leadsBehind: ({ name }: Tenant) =>
    `funnel(input: { ${PERIOD}, ${AT}, filter: { source: { in: ["${name} source 1"] } } }) { total { stages { behind } } }`,
  accountsBehind: ({ name }: Tenant) =>
    `funnel(input: { ${PERIOD}, ${AT}, unit: ACCOUNT, filter: { source: { in: ["${name} source 1"] } } }) { total { stages { behind } } }`,
  handoffsBehind: ({ name }: Tenant) =>
    `acceptance(input: { ${PERIOD}, ${AT}, by: ["source"], filter: { owner: { in: ["${name} owner"] } } }) { groups { figures { behind } } }`,
};

/** Every field of Query. One that is not here fails the test. */
export const questionsOf = (alpha: Pick<Tenant, 'ids'>): Readonly<Record<string, Questions>> => ({
  viewer: { scope: null, own: [''] },
  workspace: { scope: 'reports:read', own: [''] },
  metricDefinitions: { scope: 'reports:read', own: [''] },
  ladderJob: { scope: 'reports:read', own: [''] },
  benchmarks: { scope: 'reports:read', own: ['', '(voided: true)'] },
  businessCalendars: { scope: 'reports:read', own: ['', '(at: "2026-03-01T00:00:00Z")'] },
  slaPolicies: { scope: 'reports:read', own: ['', '(at: "2026-03-01T00:00:00Z")'] },
  goals: { scope: 'reports:read', own: [`(${AT})`, `(${AT}, retired: true)`] },
  rules: { scope: 'reports:read', own: [''] },
  savedReports: {
    scope: 'reports:read',
    own: ['', { args: '', below: { 'SavedReport.funnel': `(${AT}, ${PERIOD})` } }],
  },
  savedReport: {
    scope: 'reports:read',
    own: [`(id: "${alpha.ids.report}")`],
    foreign: ({ ids }) => [`(id: "${ids.report}")`],
  },
  metricPacks: { scope: 'reports:read', own: [''] },
  metricPack: {
    scope: 'reports:read',
    own: [`(id: "${alpha.ids.pack}")`],
    foreign: ({ ids }) => [`(id: "${ids.pack}")`],
  },
  savedLists: { scope: 'leads:read', own: ['', { args: '', below: { 'SavedList.leads': '(last: 1)' } }] },
  webhooks: {
    scope: 'admin',
    own: ['', { args: '', below: { 'Webhook.deliveries': '(last: 1, status: DEAD)' } }],
    turned: ({ deliveries }) => pages('', 'Webhook.deliveries', deliveries),
  },
  apiKeys: { scope: 'admin', own: ['(first: 100)', '(last: 1)'], turned: ({ keys }) => turns(keys) },
  auditLog: {
    scope: 'admin',
    own: ['(first: 100)', '(last: 1, filter: { act: "createApiKey", since: "2026-01-01T00:00:00Z" })'],
    foreign: ({ spareKey }) => [`(first: 100, filter: { actorId: "${spareKey}" })`],
    turned: ({ audit }) => turns(audit),
  },
  stages: { scope: 'reports:read', own: ['', '(at: "2026-03-01T00:00:00Z")'] },
  stageVersions: {
    scope: 'reports:read',
    own: ['(stage: "ALPHA_FIT")', '(stage: "MQL")'],
    foreign: ({ prefix }) => [`(stage: "${prefix}_FIT")`],
  },
  crmValues: {
    scope: 'leads:read',
    own: ['', '(field: "alpha field")'],
    foreign: ({ name }) => [`(field: "${name} field")`],
  },
  rule: {
    scope: 'reports:read',
    own: ['(key: "ALPHA_RULE")'],
    foreign: ({ prefix }) => [`(key: "${prefix}_RULE")`],
  },
  ruleAnswers: {
    scope: 'leads:read',
    own: ['(key: "ALPHA_RULE", answer: YES, first: 100)', '(key: "ALPHA_RULE", answer: YES, first: 1, version: 1)'],
    foreign: ({ prefix }) => [`(key: "${prefix}_RULE", answer: YES, belowTarget: false, first: 100)`],
    turned: ({ answers }) => [`(key: "ALPHA_RULE", answer: YES, first: 100, after: "${answers}")`],
  },
  savedList: {
    scope: 'leads:read',
    own: [`(id: "${alpha.ids.list}")`],
    foreign: ({ ids }) => [`(id: "${ids.list}")`],
    turned: ({ list }) => pages(`(id: "${alpha.ids.list}")`, 'SavedList.leads', list),
  },
  lead: {
    scope: 'leads:read',
    own: ['(id: "1")', '(externalId: "alpha-lead-2")', '(externalId: "alpha-twin")'],
    foreign: ({ leads, name }) => [
      `(id: "${leads}")`,
      `(externalId: "${name}-lead-1")`,
      `(externalId: "${name}-twin")`,
    ],
  },
  leads: {
    scope: 'leads:read',
    own: ['(first: 100)', '(last: 100)', '(first: 2)', '(first: 100, filter: { openHandoff: true })'],
    foreign: ({ name, prefix }) => [
      `(first: 100, filter: { owner: "${name} owner" })`,
      `(first: 100, filter: { attributes: { account: { in: ["${name}-account-1"] } } })`,
      `(first: 100, filter: { stage: ["${prefix}_FIT"] })`,
      `(first: 100, filter: { reached: "${prefix}_FIT" })`,
      `(first: 100, orderBy: { field: ENTERED, stage: "${prefix}_FIT" })`,
      `(first: 100, filter: { notReached: "${prefix}_FIT" })`,
      `(first: 100, filter: { entered: { stage: "${prefix}_FIT", ${PERIOD} } })`,
      `(first: 100, filter: { attributes: ${everyAttribute(name)} })`,
    ],
    turned: ({ leads, entered, leadsBehind }) => [
      `(first: 100, filter: { behind: "${leadsBehind}" })`,
      ...turns(leads),
      ...turns(entered, 'orderBy: { field: ENTERED, stage: "ALPHA_FIT", direction: DESC }'),
    ],
  },
  handoffs: {
    scope: 'leads:read',
    own: ['(first: 100)', '(last: 100, orderBy: { field: DUE })', '(first: 100, filter: { open: true })'],
    foreign: ({ name }) => [
      `(first: 100, filter: { owner: "${name} manager" })`,
      `(first: 100, filter: { attributes: { leadType: { in: ["${name} type"] } } })`,
      `(first: 100, filter: { attributes: ${everyAttribute(name)} })`,
    ],
    turned: ({ handoffs, due, handoffsBehind }) => [
      `(first: 100, filter: { behind: "${handoffsBehind}" })`,
      ...turns(handoffs),
      ...turns(due, 'orderBy: { field: DUE }'),
    ],
  },
  account: {
    scope: 'leads:read',
    own: ['(id: "1")', '(externalId: "alpha-account-1")'],
    foreign: ({ name, accounts }) => [`(id: "${accounts}")`, `(externalId: "${name}-account-1")`],
  },
  accounts: {
    scope: 'leads:read',
    own: [
      '(first: 100)',
      '(last: 1)',
      '(first: 100, orderBy: { field: FURTHEST })',
      '(first: 1, filter: { target: true })',
    ],
    foreign: ({ name }) => [
      `(first: 100, filter: { text: "${name}" })`,
      `(first: 100, filter: { tier: "${name} tier" })`,
    ],
    turned: ({ accounts, furthest, accountsBehind }) => [
      `(first: 100, filter: { behind: "${accountsBehind}" })`,
      ...turns(accounts),
      ...turns(furthest, 'orderBy: { field: FURTHEST }'),
    ],
  },
  costs: {
    scope: 'reports:read',
    own: ['(first: 100)', '(last: 1, filter: { standing: false })'],
    foreign: ({ name }) => [
      `(first: 100, filter: { category: "${name} ads" })`,
      `(first: 100, filter: { source: "${name} source 1" })`,
    ],
    turned: ({ costs }) => turns(costs),
  },
  funnel: report('', ({ prefix }) => [`base: "${prefix}_FIT"`]),
  acceptance: report(''),
  velocity: report('from: "LEAD", to: "SQL"', ({ prefix }) => [
    `from: "${prefix}_FIT", to: "SQL"`,
    `from: "LEAD", to: "${prefix}_FIT"`,
    `timeInStage: ["${prefix}_FIT"]`,
    `clock: BUSINESS, calendar: "${prefix}_HOURS"`,
  ]),
  cost: report('', ({ prefix }) => [
    `stages: ["${prefix}_FIT"]`,
    `method: SHIFTED, lagFrom: MQL_TIME_PLUS_SLA, policy: "${prefix}_POLICY"`,
  ]),
  sla: report('', ({ name, prefix }) => [
    `replay: [{ calendar: "${prefix}_HOURS", decision: { within: "PT8H", clock: BUSINESS } }]`,
    `filter: { source: { in: ["${name} source 1"] } }, replay: [{ filter: ${everyAttribute(name)},
      decision: { within: "P1D", clock: CALENDAR } }]`,
  ]),
  diagnosis: withForeign(report('baselinePeriods: 2'), ({ ids }) => ({
    args: `(input: { ${PERIOD}, ${AT}, benchmarks: ["${ids.benchmark}"] })`,
    refused: 'BENCHMARK_NOT_COMPARABLE',
  })),
  standardMetrics: report('', () => [], []),
});

function turns(cursor: string, more = ''): string[] {
  return [`(first: 100, after: "${cursor}", ${more})`, `(last: 100, before: "${cursor}", ${more})`];
}

function pages(args: string, field: string, cursor: string): Question[] {
  return turns(cursor).map((turn) => ({ args, below: { [field]: turn } }));
}

/** @param breakdowns none where the report takes no `by` */
function report(more: string, asks: (bravo: Tenant) => string[] = () => [], breakdowns = BY_ALL): Questions {
  const asked = (...parts: string[]) => `(input: { ${[PERIOD, AT, ...parts].filter(Boolean).join(', ')} })`;
  const input = (...parts: string[]) => asked(more, ...parts);
  return {
    scope: 'reports:read',
    own: [input(), input('grain: MONTH'), ...breakdowns.map((by) => input(`by: ${by}`))],
    foreign: (bravo) => [
      input(`filter: { source: { in: ["${bravo.name} source 1"] } }`),
      input(`filter: { account: { in: ["${bravo.name}-account-1"] } }`),
      input(`filter: { owner: { in: ["${bravo.name} owner"] } }`),
      input(`filter: { attributes: [{ name: "plan", in: ["${bravo.name} plan"] }] }`),
      input(`filter: ${everyAttribute(bravo.name)}`),
      ...(breakdowns.length > 0 ? [input(`by: ["${bravo.name}_only"]`)] : []),
      ...asks(bravo).map((part) => asked(part)),
    ],
  };
}

function withForeign(questions: Questions, more: (bravo: Tenant) => Question): Questions {
  return { ...questions, foreign: (bravo) => [...(questions.foreign?.(bravo) ?? []), more(bravo)] };
}

/** A filter that names every attribute there is, by values of a tenant and by an attribute that only it has. */
function everyAttribute(name: string): string {
  const none = `notIn: ["${name} none"]`;
  const own = ['source', 'leadType', 'campaign', 'region', 'owner'].map((each) => `${each}: { ${none} }`);
  return `{ ${own.join(', ')}, account: { in: ["${name}-account-1"] }, attributes: [
    { name: "plan", ${none} }, { name: "${name}_only", in: ["${name} own"] }
  ] }`;
}

/** An answer without what the question said itself; what is left of the other tenant's is a leak. */
export function toldBeyond(question: string, { text }: Answer): string {
  const said = [...question.matchAll(/"([^"]+)"/g)].map(([, literal]) => literal ?? '');
  const longestFirst = said.sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (rest, each) => rest.replaceAll(new RegExp(`(?<![\\w-])${escaped(each)}(?![\\w-])`, 'g'), '…'),
    text,
  );
}

function escaped(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
