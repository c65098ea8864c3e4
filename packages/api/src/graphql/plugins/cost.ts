import { type ExecutionArgs, type ExecutionResult, type FragmentDefinitionNode, getOperationAST, Kind } from 'graphql';
import { type Charge, purseFor } from '../../access/rate-budget.js';
import type { Context } from '../../context.js';
import { actualCost, requestedCost } from '../../limits/cost.js';
import { limitsOf } from '../../limits/limits.js';
import { type Planned, planOf } from '../../limits/plan.js';
import type { Sent } from '../../limits/price.js';
import { costly, type Refusal, refused, spent, timedOut } from '../../limits/refusal.js';
import type { ServerPlugin } from './index.js';

/** `extensions.cost` of every answer to an operation, points. */
interface Told {
  readonly requested: number;
  readonly actual: number;
  /** Null without a key, and where the server sets no budget. */
  readonly budget: { readonly maximum: number; readonly available: number; readonly restoreRate: number } | null;
}

/**
 * Works out what an operation costs before anything of it is read, refuses what costs too much and what the key cannot
 * pay now, and settles afterwards by what came back.
 */
export const costLimits: ServerPlugin = (serving) => {
  const limits = limitsOf(serving);
  const { maxCost, budget, budgetRestore } = limits;
  const most = budget === 0 ? maxCost : Math.min(maxCost, budget);
  const purse = purseFor(limits);

  const told = (requested: number, actual: number, charge: Charge | null): Told => ({
    requested,
    actual,
    budget: charge && {
      maximum: budget,
      available: Math.min(budget, charge.available + (charge.granted ? requested - actual : 0)),
      restoreRate: budgetRestore,
    },
  });
  const refusal = (why: Refusal, cost: Told): ExecutionResult => ({ errors: [refused(why)], extensions: { cost } });

  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const context = args.contextValue as Context;
      const plan = planFor(args);
      const requested = requestedCost(plan);
      if (requested > most) {
        setResultAndStopExecution(refusal(costly(requested, most), told(requested, 0, null)));
        return undefined;
      }
      const { access } = context;
      const charge = access && (await purse.charge(context.database, access, requested));
      if (charge && !charge.granted) {
        const why = spent(requested, charge);
        setResultAndStopExecution(refusal(why, told(requested, 0, charge)));
        return undefined;
      }
      return {
        onExecuteDone({ result, setResult }) {
          // Answers come whole: nothing here is streamed.
          if (Symbol.asyncIterator in result) return;
          const actual = wasCutOff(result) ? requested : actualCost(plan, result.data, context.meter);
          if (access && charge) purse.giveBack(access, requested - actual);
          context.request.facts.cost = actual;
          const cost = told(requested, actual, charge);
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
};

function planFor({ schema, document, operationName, variableValues }: ExecutionArgs): Planned[] {
  const operation = getOperationAST(document, operationName);
  if (!operation) return [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return planOf({ schema, operation, fragments, variables: (variableValues ?? {}) as Sent });
}

/** What took too long has been worked on until then. */
function wasCutOff({ errors }: ExecutionResult): boolean {
  return errors?.some((error) => timedOut(error) !== null) ?? false;
}
