import type { StoredRule } from './stored-rule.js';

/** What begins the external id of every transition that a rule made. */
export const RULE_PREFIX = 'rule:';

const ACTOR = /^rule:(?<key>[A-Z][A-Z0-9_]*)@(?<version>[1-9]\d{0,8})$/;

/** Who made the transition: `rule:ICP_TO_MQL@2`. */
export function actorOf({ key, version }: Pick<StoredRule, 'key' | 'version'>): string {
  return `${RULE_PREFIX}${key}@${version}`;
}

/** Begins the external ids of all transitions that this version made: `rule:7:2:`. */
export function marksOf({ id, version }: Pick<StoredRule, 'id' | 'version'>): string {
  return `${RULE_PREFIX}${id}:${version}:`;
}

/** The external id of the one transition that this version may make of the lead: `rule:7:2:1001`. */
export function markOf(rule: Pick<StoredRule, 'id' | 'version'>, leadId: number): string {
  return `${marksOf(rule)}${leadId}`;
}

/** Which rule made a transition, if one did. */
export function ruleNamedBy(transition: {
  readonly externalId: string;
  readonly actor: string | null;
}): Pick<StoredRule, 'key' | 'version'> | null {
  if (!transition.externalId.startsWith(RULE_PREFIX)) return null;
  const { key, version } = ACTOR.exec(transition.actor ?? '')?.groups ?? {};
  return key === undefined ? null : { key, version: Number(version) };
}
