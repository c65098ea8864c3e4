/* Every number of a report that has a `behind` beside it, told by its type: which list it leads to, and how long it is. */
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';

export type List = 'leads' | 'handoffs' | 'accounts';

/** A number with the text beside it. */
export interface Numbered {
  /** `<Type> <arguments of behind>`. */
  readonly of: string;
  readonly list: List;
  readonly count: number;
  readonly behind: string;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
type Node = any;

interface Told {
  /** Besides `behind`. */
  readonly select: string;
  readonly numbers: readonly {
    readonly args: string;
    readonly list?: List | ((node: Node) => List);
    /** Null or undefined: no such number, so no text either. */
    readonly count: (node: Node) => number | null | undefined;
  }[];
}

const PARTS = ['NUMERATOR', 'DENOMINATOR'] as const;
const listOfJudged = ({ metric }: Node): List => (metric === 'STEP_RATE' ? 'leads' : 'handoffs');

/** All four counts of two compared rates. */
const COMPARED: Told = {
  select: 'metric step { to { key } } period { numerator denominator } baseline { numerator denominator }',
  numbers: (['PERIOD', 'BASELINE'] as const).flatMap((side) =>
    PARTS.map((part) => ({
      args: `(of: ${side}, part: ${part})`,
      list: listOfJudged,
      count: (node: Node) => (side === 'PERIOD' ? node.period : node.baseline)?.[part.toLowerCase()],
    })),
  ),
};

const OF_HANDOFFS = ['acceptanceRate', 'acceptanceRateOfDecided', 'complianceRate'];

export const TOLD: Readonly<Record<string, Told>> = {
  FunnelStage: {
    select: 'reached entered unassigned stepRate { numerator } matureShare { numerator }',
    numbers: [
      { args: '', count: (node) => node.reached ?? node.entered },
      { args: '(of: STEP)', count: (node) => node.stepRate?.numerator },
      { args: '(of: MATURE)', count: (node) => node.matureShare?.numerator },
      { args: '(of: UNASSIGNED)', list: 'leads', count: (node) => node.unassigned },
    ],
  },
  AcceptanceFigures: {
    select: 'handedOver accepted rejected recycled disqualified open acceptanceRateOfDecided { denominator }',
    numbers: [
      { args: '', list: 'handoffs', count: (node) => node.handedOver },
      ...['accepted', 'rejected', 'recycled', 'disqualified', 'open'].map((state) => ({
        args: `(state: ${state.toUpperCase()})`,
        list: 'handoffs' as const,
        count: (node: Node) => node[state],
      })),
      { args: '(state: DECIDED)', list: 'handoffs', count: (node) => node.acceptanceRateOfDecided.denominator },
    ],
  },
  RejectionCount: { select: 'handoffs', numbers: [{ args: '', list: 'handoffs', count: (node) => node.handoffs }] },
  GoalStanding: { select: 'entered', numbers: [{ args: '', list: 'leads', count: (node) => node.entered }] },
  VelocityFigures: { select: 'count', numbers: [{ args: '', list: 'leads', count: (node) => node.count }] },
  TimeInStage: { select: 'open', numbers: [{ args: '', list: 'leads', count: (node) => node.open }] },
  SlaFigures: {
    select: 'handoffs wasted neverWorked',
    numbers: [
      { args: '', list: 'handoffs', count: (node) => node.handoffs },
      { args: '(of: WASTED)', list: 'handoffs', count: (node) => node.wasted },
      { args: '(of: NEVER_WORKED)', list: 'handoffs', count: (node) => node.neverWorked },
    ],
  },
  SlaClockFigures: {
    select: 'met breached overdue pending',
    numbers: [
      { args: '', list: 'handoffs', count: (node) => node.met + node.breached + node.overdue + node.pending },
      ...['met', 'breached', 'overdue', 'pending'].map((status) => ({
        args: `(status: ${status.toUpperCase()})`,
        list: 'handoffs' as const,
        count: (node: Node) => node[status],
      })),
    ],
  },
  SlaResponseOutcome: {
    select: 'handoffs sqlRate { numerator } customerRate { numerator }',
    numbers: [
      { args: '', list: 'handoffs', count: (node) => node.handoffs },
      { args: '(of: SQL)', list: 'handoffs', count: (node) => node.sqlRate.numerator },
      { args: '(of: CUSTOMER)', list: 'handoffs', count: (node) => node.customerRate.numerator },
    ],
  },
  CostStage: { select: 'entered', numbers: [{ args: '', list: 'leads', count: (node) => node.entered }] },
  Cac: { select: 'entered', numbers: [{ args: '', list: 'leads', count: (node) => node.entered }] },
  Roi: { select: 'won', numbers: [{ args: '', list: 'leads', count: (node) => node.won }] },
  PipelineValue: { select: 'leads', numbers: [{ args: '', list: 'leads', count: (node) => node.leads }] },
  DiagnosisStep: COMPARED,
  DiagnosisFinding: COMPARED,
  ThinComparison: COMPARED,
  StandardMetric: {
    select: 'metric value numerator denominator',
    numbers: PARTS.map((part) => ({
      args: `(part: ${part})`,
      list: ({ metric }) => (OF_HANDOFFS.includes(metric) ? 'handoffs' : 'leads'),
      count: ({ metric, value, numerator, denominator }) => {
        if (metric === 'attainment') return null;
        return part === 'DENOMINATOR' ? denominator : metric === 'entered' ? value : numerator;
      },
    })),
  },
};

/** Every kind of number there is, as `of` names them. */
export const KINDS = Object.entries(TOLD).flatMap(([type, { numbers }]) =>
  numbers.map(({ args }) => `${type} ${args}`),
);

/** Every type that has a `behind` which a list takes. */
export function typesWithBehind(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.filter((type) => 'behind' in type.getFields()).map(({ name }) => name);
}

/** The ways from a type to numbers with a text beside them, and all of these, as a selection; empty where there are none. */
export function numbersBelow(type: GraphQLObjectType, above: readonly string[] = []): string {
  const told = TOLD[type.name];
  const below = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isObjectType(inner) || above.includes(inner.name) || field.args.some(isRequiredArgument)) return [];
    const selected = numbersBelow(inner, [...above, type.name]);
    return selected === '' ? [] : [`${field.name} ${selected}`];
  });
  const own = told
    ? ['__typename', told.select, ...told.numbers.map(({ args }, index) => `behind${index}: behind${args}`)]
    : [];
  const all = [...own, ...below];
  return all.length === 0 ? '' : `{ ${all.join(' ')} }`;
}

/**
 * Every number of an answer to such a selection. Throws where a number has no text, or a text no number.
 * @param unit what a funnel counts
 */
export function numbersIn(answer: Node, unit: List = 'leads', inReplay = false): Numbered[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => numbersIn(each, unit, inReplay));
  if (typeof answer !== 'object' || answer === null) return [];
  const below = Object.entries(answer).flatMap(([name, each]) => numbersIn(each, unit, inReplay || name === 'replay'));
  const { __typename: type } = answer;
  if (type === undefined) return below;
  const own = (TOLD[type] as Told).numbers.flatMap(({ args, list = unit, count: counted }, index): Numbered[] => {
    const [behind, count] = [answer[`behind${index}`], inReplay ? null : (counted(answer) ?? null)];
    const of = `${type} ${args}`;
    // Where a rate was not even asked for, as of a period of which nothing has been watched, it is of nothing.
    if (behind === null && (count === null || (TOLD[type] === COMPARED && count === 0))) return [];
    if (behind === null || count === null) throw new Error(`${of}: ${count} of ${JSON.stringify(answer)}`);
    return [{ of, list: typeof list === 'string' ? list : list(answer), count, behind }];
  });
  return [...own, ...below];
}
