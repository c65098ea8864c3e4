import { STANDARD_LADDER, type StageDefinition } from '@leadstage/core';

/** A version of a stage; without more said, as a workspace begins with it. */
export function version(key: string, more: Partial<StageDefinition> = {}): StageDefinition {
  const index = STANDARD_LADDER.findIndex((stage) => stage.key === key);
  const standard = STANDARD_LADDER[index];
  return {
    id: index + 1,
    key,
    version: 1,
    effectiveFrom: 0,
    recordedAt: 0,
    name: standard?.name ?? key,
    position: (index + 1) * 10,
    standard: standard?.key ?? null,
    team: standard?.team ?? 'SALES',
    objective: standard?.objective ?? null,
    actions: standard?.actions ?? [],
    criteria: standard?.criteria ?? null,
    notes: null,
    crmValues: [],
    retired: false,
    ...more,
  };
}

/** The ladder that a workspace begins with: CONTACT 10, LEAD 20, MQL 30, SQL 40, QSO 50, CUSTOMER 60. */
export const LADDER: readonly StageDefinition[] = STANDARD_LADDER.map(({ key }) => version(key));
