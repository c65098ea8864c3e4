import { type HandoffChange, projectHandoffs } from '../projections/project-handoffs.js';
import { projectLeads } from '../projections/project-leads.js';
import { generationsOf, spanning } from '../projections/projection.js';
import { familiesOf } from '../query/families.js';
import { applyRules } from '../rules/apply-rules.js';
import { judgeHandoffs } from '../sla/judge-handoffs.js';
import { wakeForLeads } from '../sla/wake-for-leads.js';
import { eventsOf, storeEvents } from '../webhooks/events.js';
import type { Recording } from './recording.js';

/**
 * Brings everything that follows from the record along with what a command recorded: facts, rollups and handoffs of
 * the leads it touched; due instants of the handoffs that opened; what rules make of it, and the same for that; and
 * the events that webhooks are told of.
 */
export async function carryThrough(recording: Recording): Promise<void> {
  const handoffs: HandoffChange[] = [];
  const families = (leads: readonly number[]) => familiesOf(recording.transaction, recording.state, leads);
  for (let leads = await families([...recording.touched]); leads.length > 0; ) {
    handoffs.push(...(await project(recording, leads)));
    const moved = recording.state.hasEnabledRules ? await applyRules(recording, leads) : [];
    leads = await families(moved);
  }
  if (recording.state.wantedEvents.length > 0) {
    recording.events.push(...(await eventsOf(recording, handoffs)));
    await storeEvents(recording);
  }
}

async function project(recording: Recording, leadIds: readonly number[]): Promise<HandoffChange[]> {
  const { transaction } = recording;
  const state = spanning(recording.state, recording.occurred);
  const [current, ...next] = generationsOf(state);
  await projectLeads(transaction, current, { leadIds });
  const changes = await projectHandoffs(transaction, current, { leadIds });
  for (const generation of next) {
    await projectLeads(transaction, generation, { leadIds });
    await projectHandoffs(transaction, generation, { leadIds });
  }
  const opened = changes.filter((change) => change.opened);
  if (recording.state.hasPolicies) {
    if (opened.length > 0) await judgeHandoffs(recording, opened);
    await wakeForLeads(recording, leadIds);
  }
  return changes;
}
