import { nearestTo } from './did-you-mean.js';
import type { CostEntry, HistorySection, Mapping, StageEntry, StatusValue } from './mapping-schema.js';

/** What is wrong with a mapping, and where: `['stages', 0, 'stage']`. */
export interface MappingIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** A more exact place than `path` to show the line of. */
  readonly key?: PropertyKey | undefined;
}

type Report = (message: string, ...path: PropertyKey[]) => void;

/** What no single section can tell: sections that need each other, keys that exclude each other, unknown stages. */
export function brokenRules(mapping: Mapping, stageKeys?: readonly string[]): MappingIssue[] {
  const issues: MappingIssue[] = [];
  const report: Report = (message, ...path) => issues.push({ path, message });
  const { account, lead, stages, history, activities, costs } = mapping;

  if (!lead && !account && !costs) report('needs at least one of the sections lead, account, costs');
  if (!lead) {
    const orphan = Object.entries({ stages, history, activities }).find(([, section]) => section !== undefined)?.[0];
    if (orphan !== undefined) report(`needs a section lead with the lead's id, such as lead: { id: LeadId }`, orphan);
  }
  if (lead && lead.create !== false && !lead.createdAt && !stages && !history) {
    report('needs createdAt for new leads (or stages or history); or create: false to update known leads only', 'lead');
  }
  stages?.forEach((entry, index) => {
    checkStage(entry, (message, ...path) => report(message, 'stages', index, ...path));
  });
  if (history) checkHistory(history, (message, ...path) => report(message, 'history', ...path));
  for (const [value, meaning] of Object.entries(history?.to.values ?? {})) {
    checkStatus(meaning, (message, ...path) => report(message, 'history', 'to', 'values', value, ...path));
  }
  costs?.forEach((entry, index) => {
    checkPeriod(entry, (message, ...path) => report(message, 'costs', index, ...path));
  });
  if (stageKeys !== undefined) reportUnknownStages(mapping, stageKeys, report);
  return issues;
}

const FOLLOWS = 'follows from what the value means: leave it out beside crmField';

function checkStage({ stage, out, crmField, value, kind, reason }: StageEntry, report: Report): void {
  const meanings = [stage !== undefined, out === true, crmField !== undefined].filter(Boolean).length;
  if (meanings !== 1) report('needs exactly one of stage, out: true and crmField');
  if (crmField !== undefined) {
    if (kind !== undefined) report(FOLLOWS, 'kind');
    if (reason !== undefined) report(FOLLOWS, 'reason');
    return;
  }
  if (value !== undefined) report('stands beside crmField only', 'value');
  if (out === true && reason === undefined) {
    report('needs a reason, a column or { constant: "..." }: every lead that leaves the ladder has one');
  }
  if (out === true && kind !== undefined && kind !== 'DISQUALIFIED') report('is DISQUALIFIED with out: true', 'kind');
  if (out !== true && kind === 'DISQUALIFIED') report('needs out: true instead of a stage', 'kind');
  if (kind === 'REJECTED' && reason === undefined) report('needs a reason', 'kind');
}

function checkHistory({ to, kind, reason }: HistorySection, report: Report): void {
  if (to.crmField === undefined) return;
  if (to.values !== undefined)
    report('is instead of crmField: what values mean is then mapped in the workspace', 'to', 'values');
  if (kind !== undefined) report(FOLLOWS, 'kind');
  if (reason !== undefined) report(FOLLOWS, 'reason');
}

function checkStatus({ stage, out, skip, kind }: StatusValue, report: Report): void {
  const meanings = [stage !== undefined, out === true, skip === true].filter(Boolean).length;
  if (meanings !== 1) report('must be a stage, { stage, kind }, { out: true } or { skip: true }');
  if (out === true && kind !== undefined && kind !== 'DISQUALIFIED') report('is DISQUALIFIED with out: true', 'kind');
  if (out !== true && kind === 'DISQUALIFIED') report('needs out: true instead of a stage', 'kind');
}

function checkPeriod({ from, to, toInclusive, days, month }: CostEntry, report: Report): void {
  const ways = [from && to, from && days, month].filter((way) => way !== undefined).length;
  const strays = month ? from || to || days : !from || (to && days);
  if (ways !== 1 || strays) report('needs its dates in one of three ways: from and to; from and days; month');
  if (toInclusive !== undefined && !to) report('stands beside to only', 'toInclusive');
}

function reportUnknownStages(mapping: Mapping, stageKeys: readonly string[], report: Report): void {
  const check = (stage: string | undefined, ...path: PropertyKey[]) => {
    if (stage === undefined || stageKeys.includes(stage)) return;
    const near = nearestTo(stage, stageKeys);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    report(`unknown stage ${JSON.stringify(stage)}: the workspace has ${stageKeys.join(', ')}${hint}`, ...path);
  };
  mapping.stages?.forEach(({ stage }, index) => {
    check(stage, 'stages', index, 'stage');
  });
  for (const [value, { stage }] of Object.entries(mapping.history?.to.values ?? {})) {
    check(stage, 'history', 'to', 'values', value);
  }
}
