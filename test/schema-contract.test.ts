import { readFileSync } from 'node:fs';
import {
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema, schema } from '../packages/api/src/schema/index.js';

const file = new URL('../packages/api/schema.graphql', import.meta.url);

/** Words that say a unit, what is counted, or between what a number lies. */
const UNIT =
  /[÷×−/]|\b(seconds?|milliseconds?|days?|weekday|HTTP status|leads?|handoffs?|accounts?|keys|acts|entries|items|stays|deliveries|times|rows|stages|periods|currency|versions?|how (many|often|much)|counts? from|place|where in|order|decimals|unit|share|ratio|end of|from 0|0 to 1|\d+–\d+)\b/i;

/**
 * Numbers whose own description needs no unit: those that the field beside them or their type tells what they count, and
 * statistics of tests, which have none. A new number says its unit rather than being added here.
 */
const UNDERSTOOD: readonly string[] = Object.entries({
  AcceptanceFigures: 'accepted open rejected',
  ChangeSplit: 'change mixEffect rateEffect',
  ChangeSplitGroup: 'rateEffect',
  DiagnosisFinding: 'adjustedP z',
  DryRunRuleInput: 'version',
  EnableRuleInput: 'version',
  Goal: 'atRiskBelow',
  MapCrmValuesPayload: 'tookEffect',
  Needed: 'high value',
  Rate: 'denominator',
  Ratio: 'denominator value',
  RuleAnswerCounts: 'leads no tooLittleInformation yes',
  RuleDryRun: 'alreadyThere needsSales no out tooLittleInformation yes',
  RuleDryRunStage: 'alreadyThere needsSales no out tooLittleInformation yes',
  RuleMissingAttribute: 'unreadable',
  SlaClockFigures: 'breached met overdue pending',
  SlaFigures: 'handoffs',
  SlaReplay: 'neverWorked wasted',
  SlaResponseOutcome: 'handoffs',
  StandardMetric: 'numerator',
  TimeInStage: 'ended open',
}).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`));

interface Described {
  readonly name: string;
  readonly description: string;
}

/** Every field and input of a number. */
function numbers(): Described[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)))
      return [];
    const fields = Object.values<{ readonly name: string; readonly type: GraphQLType; readonly description?: unknown }>(
      type.getFields(),
    );
    return fields
      .filter((field) => ['Int', 'Float', 'Decimal'].includes(getNamedType(field.type).name))
      .map(({ name, description }) => ({ name: `${type.name}.${name}`, description: String(description ?? '') }));
  });
}

/** Everything that is deprecated, with its reason. */
function deprecations(): { readonly name: string; readonly reason: string }[] {
  const found: { name: string; reason: string }[] = [];
  const note = (name: string, { deprecationReason }: { readonly deprecationReason?: string | null | undefined }) => {
    if (deprecationReason != null) found.push({ name, reason: deprecationReason });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return found;
}

/** What is used instead, then the last day: scripts/check-schema.mjs lets it go after that. */
function isDated(reason: string): boolean {
  const date = /\. Remove after (\d{4}-\d{2}-\d{2})\.$/.exec(reason)?.[1];
  return date !== undefined && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

describe('the schema', () => {
  it('is the one that is checked in', () => {
    expect(printedSchema(), 'run `npm run generate -w packages/api` and read the difference').toBe(
      readFileSync(file, 'utf8'),
    );
  });

  it('describes every type, field, argument, enum value and input', () => {
    const silent: string[] = [];
    const note = (name: string, { description }: { readonly description?: string | null | undefined }) => {
      if (!description?.trim()) silent.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      note(type.name, type);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          note(`${type.name}.${field.name}`, field);
          for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
        }
      } else if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
      } else if (isEnumType(type)) {
        for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
      }
    }
    for (const directive of schema.getDirectives())
      if (!isSpecifiedDirective(directive)) note(`@${directive.name}`, directive);
    expect(silent).toEqual([]);
  });

  it('says of every number what it counts, in which unit, or between which bounds', () => {
    const silent = numbers().flatMap(({ name, description }) => (UNIT.test(description) ? [] : name));
    expect(silent.filter((name) => !UNDERSTOOD.includes(name))).toEqual([]);
    expect(
      UNDERSTOOD.filter((name) => !silent.includes(name)),
      'say their unit by now, or are gone',
    ).toEqual([]);
  });

  it('says of everything deprecated until when it stays', () => {
    expect(deprecations().filter(({ reason }) => !isDated(reason))).toEqual([]);
    expect(isDated('Use `total`. Remove after 2027-06-01.')).toBe(true);
    for (const reason of [
      'Use `total`.',
      'Remove after 2027-06-01.',
      'Use it. Remove after 2027-02-30.',
      'Use it. Remove after June.',
    ]) {
      expect(isDated(reason), reason).toBe(false);
    }
  });

  it('names things as GraphQL does', () => {
    const odd: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type)) continue;
      if (!/^[A-Z][A-Za-z0-9]*$/.test(type.name)) odd.push(type.name);
      if (isEnumType(type))
        odd.push(...type.getValues().flatMap(({ name }) => (/^[A-Z][A-Z0-9_]*$/.test(name) ? [] : name)));
      if (isObjectType(type) || isInputObjectType(type)) {
        odd.push(...Object.keys(type.getFields()).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)));
      }
      if (isInputObjectType(type) && !type.name.endsWith('Input')) odd.push(type.name);
    }
    expect(odd).toEqual([]);
  });
});
