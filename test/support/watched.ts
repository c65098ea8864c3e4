/**
 * What `leadstage_watch` may read, and nothing else: ids and instants by which the server finds where something is due.
 * Of what people wrote, the names of workspaces alone; of what they recorded, how a goal is bounded.
 */
export const WATCHED: Readonly<Record<string, readonly string[]>> = {
  delivery: ['leased_until', 'next_attempt_at', 'status', 'workspace_id'],
  event: ['id', 'recorded_at', 'workspace_id'],
  goal: ['at_risk_below', 'ends_on', 'retired', 'starts_on', 'workspace_id'],
  handoff_due: ['opened_by', 'workspace_id'],
  handoff_fact: ['generation', 'opened_at', 'opened_by', 'workspace_id'],
  idempotency_key: ['recorded_at', 'workspace_id'],
  lead_fact: ['generation', 'workspace_id'],
  reprojection: ['generation', 'workspace_id'],
  sla_policy: ['effective_from', 'workspace_id'],
  workspace: ['created_at', 'id', 'name'],
  workspace_clock: ['generation', 'wake_at', 'workspace_id'],
};
