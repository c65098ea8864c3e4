import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryHistory, renaming, withRecordedAt } from './arbitrary.js';
import { recordInstantsOf } from './build-question.js';
import { createdEntry, firstEntries } from './first-entries.js';
import { fold, type KnownLead } from './fold.js';
import { type Handoff, handoffs, handoffsOf } from './handoffs.js';
import { definitionAt, handoffStageOf, ladderAt } from './ladder.js';
import { type LogEvent, logOf } from './log.js';
import type { History } from './model.js';
import { ownerAt } from './owners.js';

/** The limit bounds the shrinking of a failure. */
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 20_000 };
const lifecycles = arbitraryHistory({ lifecycle: true });

function forEachLead(check: (lead: KnownLead, history: History) => void): void {
  const property = fc.property(lifecycles, (history) => {
    for (const lead of fold(history).leads) check(lead, history);
  });
  fc.assert(property, RUNS);
}

/** Every instant at which anything of a lead happened, and those a millisecond before. */
function instantsOf({ createdAt, transitions, activities, assignments }: KnownLead): number[] {
  const happened = [...transitions, ...assignments].map((each) => each.occurredAt);
  return [...new Set([createdAt, ...activities, ...happened])].flatMap((instant) => [instant - 1, instant]);
}

test('handoffs of a lead follow one another, and at most the last one is open', () => {
  forEachLead((lead, { ladder }) => {
    const known = handoffsOf(lead, ladder);
    for (const [index, handoff] of known.entries()) {
      const { openedAt, closedAt, outcome, closedBy, firstResponseAt } = handoff;
      const next = known[index + 1];
      expect(closedAt === null).toBe(outcome === null);
      expect(closedBy === null).toBe(outcome === null);
      expect(closedAt ?? Infinity).toBeGreaterThanOrEqual(openedAt);
      if (next) expect(closedAt ?? Infinity).toBeLessThanOrEqual(next.openedAt);
      if (closedAt !== null) expect(firstResponseAt).toBeLessThanOrEqual(closedAt);
      if (firstResponseAt !== null) expect(firstResponseAt).toBeGreaterThanOrEqual(openedAt);
    }
  });
});

test('every entry into the handoff stage from below or outside lies in exactly one handoff', () => {
  forEachLead((lead, { ladder }) => {
    const log = logOf(lead, ladder);
    const place = (externalId: string | null, otherwise: number) =>
      externalId === null ? otherwise : log.findIndex((event) => event.externalId === externalId);
    const passages = handoffsOf(lead, ladder).map(({ openedBy, closedBy }) => {
      return { from: place(openedBy, -1), to: place(closedBy, log.length) };
    });
    log.forEach((event, index) => {
      const holding = passages.filter(({ from, to }) => from <= index && index <= to).length;
      expect(holding).toBeLessThanOrEqual(1);
      if (entersFromBelow(event, ladder)) expect(holding).toBe(1);
    });
    const openers = passages.flatMap(({ from }) => log[from] ?? []);
    for (const event of openers) expect(entersFromBelow(event, ladder)).toBe(true);
  });
});

/** By ranks: a stage that is not yet in force is below all. */
function entersFromBelow({ stage, from, kind, occurredAt }: LogEvent, ladder: History['ladder']): boolean {
  // A decision of sales hands nothing over, whatever stage it names.
  if (kind === 'REJECTED' || kind === 'RECYCLED') return false;
  const handoffStage = handoffStageOf(ladderAt(ladder, occurredAt));
  if (!handoffStage || stage !== handoffStage.id) return false;
  const rank = (id: number) => definitionAt(ladder, id, occurredAt)?.position ?? -Infinity;
  return from === 'NONE' || from === 'OUT' || rank(from) < rank(stage);
}

test('handoffs as of an instant are those of later on, cut there', () => {
  forEachLead((lead, { ladder }) => {
    const last = handoffsOf(lead, ladder);
    for (const asOf of instantsOf(lead)) {
      const cut = last.filter(({ openedAt }) => openedAt <= asOf).map((handoff) => cutAt(handoff, asOf, lead));
      expect(handoffsOf(lead, ladder, asOf)).toEqual(cut);
    }
  });
});

function cutAt(handoff: Handoff, asOf: number, lead: KnownLead): Handoff {
  const { openedBy, openedAt, closedAt, firstResponseAt } = handoff;
  if (closedAt !== null && closedAt <= asOf) return handoff;
  return {
    openedBy,
    openedAt,
    outcome: null,
    closedBy: null,
    closedAt: null,
    closedInto: null,
    reason: null,
    owner: ownerAt(lead.assignments, asOf),
    firstResponseAt: firstResponseAt !== null && firstResponseAt <= asOf ? firstResponseAt : null,
  };
}

test('what was accepted has entered a later stage; what was disqualified is out', () => {
  forEachLead((lead, { ladder }) => {
    const entries = firstEntries(lead, ladder, Infinity);
    const log = logOf(lead, ladder);
    for (const { outcome, openedAt, closedAt, closedBy, closedInto, reason } of handoffsOf(lead, ladder)) {
      const end = log.find((event) => event.externalId === closedBy);
      expect(reason).toBe(end?.reason ?? null);
      expect(outcome === 'DISQUALIFIED').toBe(outcome !== null && closedInto === null);
      if (outcome !== null && outcome !== 'ACCEPTED') expect(end?.kind).toBe(outcome);
      if (outcome !== 'ACCEPTED' || !end || closedAt === null || end.stage === null) continue;
      expect(entries.get(end.stage)?.at).toBeLessThanOrEqual(closedAt);
      expect(ladderAt(ladder, closedAt).map(({ key }) => key)).toContain(closedInto);
      expect(['REJECTED', 'RECYCLED', 'DISQUALIFIED']).not.toContain(end.kind);
      expect(openedAt).toBeLessThanOrEqual(closedAt);
    }
  });
});

test('a created entry opens a handoff exactly where the lead stands in the handoff stage by it', () => {
  forEachLead((lead, { ladder }) => {
    const created = createdEntry(lead, ladder);
    const isHandoff = created !== undefined && handoffStageOf(ladderAt(ladder, lead.createdAt))?.id === created.id;
    const opened = handoffsOf(lead, ladder).filter(({ openedBy }) => openedBy === null);
    expect(opened.map(({ openedAt }) => openedAt)).toEqual(isHandoff ? [lead.createdAt] : []);
  });
});

test('each event is found where the one before it left the lead, and kinds that are given stay', () => {
  forEachLead((lead, { ladder }) => {
    const log = logOf(lead, ladder);
    expect(new Set(log.map((event) => event.externalId))).toEqual(new Set(lead.transitions.map((t) => t.externalId)));
    for (const [index, { from, stage, kind, externalId, occurredAt }] of log.entries()) {
      const before = log[index - 1];
      expect(from).toBe(before ? (before.stage ?? 'OUT') : 'NONE');
      expect(before?.occurredAt ?? 0).toBeLessThanOrEqual(occurredAt);
      expect(kind === 'DISQUALIFIED').toBe(stage === null);
      const given = lead.transitions.find((transition) => transition.externalId === externalId)?.kind;
      if (given) expect(kind).toBe(given);
      else if (!before) expect(['ENTERED', 'DISQUALIFIED']).toContain(kind);
    }
  });
});

test('what is known at an instant does not depend on what was recorded later', () => {
  const property = fc.property(lifecycles, (history) => {
    for (const knownAt of [...new Set(recordInstantsOf(history))].slice(0, 4)) {
      const by = <T extends { recordedAt: number }>(records: readonly T[]) =>
        records.filter(({ recordedAt }) => recordedAt <= knownAt);
      const { batches, voids, commands, ladder } = history;
      const cut = { ...history, batches: by(batches), voids: by(voids), commands: by(commands), ladder: by(ladder) };
      expect(handoffs(cut)).toEqual(handoffs(history, { knownAt }));
      expect(fold(cut)).toEqual(fold(history, knownAt));
    }
  });
  fc.assert(property, { ...RUNS, numRuns: 20 });
});

test('a history recorded at other instants tells the same handoffs', () => {
  const property = fc.property(lifecycles, (history) => {
    const definitions = history.ladder.map((stage) => stage.recordedAt).filter((recordedAt) => recordedAt > 0);
    const own = [...new Set([...recordInstantsOf(history), ...definitions])].sort((a, b) => a - b);
    const renamed = renaming(own.map((instant, index) => [instant, Date.UTC(2027, 0, 1) + index * 17]));
    const other = withRecordedAt(history, renamed);
    for (const knownAt of own.slice(-2)) {
      const asOf = Date.UTC(2026, 0, 31);
      expect(handoffs(other, { asOf, knownAt: renamed(knownAt) })).toEqual(handoffs(history, { asOf, knownAt }));
    }
  });
  fc.assert(property, RUNS);
});

test("a merge has no direction but for the id, and what happened is nobody else's", () => {
  const property = fc.property(lifecycles, (history) => {
    const commands = history.commands.map((command) =>
      command.op === 'MERGE' ? { ...command, lead: command.into, into: command.lead } : command,
    );
    const turned = { ...history, commands };
    expect(fold(turned).refusedCommands).toEqual(fold(history).refusedCommands);
    expect(unnamed(turned)).toEqual(unnamed(history));
    const { leads, survivors } = fold(history);
    expect(leads.map(({ externalId }) => externalId).filter((id) => survivors.has(id))).toEqual([]);
    const ids = new Set(leads.map(({ externalId }) => externalId));
    for (const survivor of survivors.values()) expect(ids.has(survivor)).toBe(true);
    const events = leads.flatMap((lead) => lead.transitions.map(({ externalId }) => externalId));
    expect(new Set(events).size).toBe(events.length);
  });
  fc.assert(property, RUNS);
});

/** Handoffs without what a merge's direction decides: whose they are. */
function unnamed(history: History): string[] {
  return handoffs(history)
    .map(({ lead, owner, ...handoff }) => JSON.stringify(handoff))
    .sort();
}

test('merges leave as many leads as there were, less one each; unmerged leads keep their handoffs', () => {
  const property = fc.property(lifecycles, (history) => {
    const apart = { ...history, commands: history.commands.filter(({ op }) => op === 'ASSIGN') };
    const [known, unmerged] = [fold(history), fold(apart)];
    expect(known.leads.length + known.survivors.size).toBe(unmerged.leads.length);
    const involved = new Set([...known.survivors].flat());
    const own = (of: History) => handoffs(of).filter(({ lead }) => !involved.has(lead));
    expect(own(history)).toEqual(own(apart));
  });
  fc.assert(property, RUNS);
});
