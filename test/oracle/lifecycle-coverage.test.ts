import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryHistory } from './arbitrary.js';
import { fold } from './fold.js';
import { handoffsOf } from './handoffs.js';
import { ladderAt } from './ladder.js';
import { logOf } from './log.js';
import { ownerAt } from './owners.js';

const lifecycles = arbitraryHistory({ lifecycle: true });

test('random lifecycles hold what they are meant to hold', () => {
  const seen: Record<string, number> = {};
  const see = (name: string, happened: boolean | number = true) => {
    seen[name] = (seen[name] ?? 0) + Number(happened);
  };
  for (const history of fc.sample(lifecycles, { numRuns: 250, seed: 7 })) {
    const { leads, survivors, refusedCommands } = fold(history);
    const { commands, ladder, batches } = history;
    for (const { code } of refusedCommands) see(code);
    see('merged', survivors.size);
    const isChain = ({ op, lead }: (typeof commands)[number]) =>
      op === 'MERGE' && commands.some((other) => other.op === 'MERGE' && other.into === lead);
    see('chain', survivors.size > 1 && commands.some(isChain));
    const named = (after: number) =>
      batches.filter(({ recordedAt }) => recordedAt > after).flatMap(({ units }) => units.map((unit) => unit.lead));
    for (const command of commands) {
      if (command.op !== 'MERGE' || !survivors.has(command.lead)) continue;
      see(
        'row of an absorbed lead',
        named(command.recordedAt).some((row) => row?.externalId === command.lead),
      );
    }
    for (const lead of leads) {
      const known = handoffsOf(lead, ladder);
      see('twice handed over', known.length > 1);
      see('of several leads', new Set(known.map(({ openedBy }) => openedBy?.split('-')[0])).size > 1);
      for (const { outcome, openedBy, openedAt, closedAt, closedInto, reason, owner, firstResponseAt } of known) {
        see(outcome ?? 'open');
        see(`${openedBy === null ? 'created' : 'entered'}, ${outcome === null ? 'open' : 'closed'}`);
        see('accepted by SAL', outcome === 'ACCEPTED' && closedInto === 'SAL');
        see('with a reason', reason !== null);
        see('without a reason', outcome !== null && reason === null);
        see('closed at once', closedAt === openedAt);
        see('answered before the decision', firstResponseAt !== null && firstResponseAt !== closedAt);
        see('unanswered', firstResponseAt === null);
        see('with an owner', owner !== null);
        see('with an owner who changed', owner !== ownerAt(lead.assignments));
      }
      for (const { kind, from, stage, occurredAt } of logOf(lead, ladder)) {
        see(`${kind} from ${typeof from === 'number' ? 'a stage' : from}`);
        const isIn = (id: unknown) => ladderAt(ladder, occurredAt).some((each) => each.id === id);
        see('into a stage outside the ladder', stage !== null && !isIn(stage));
        see('from a stage outside the ladder', typeof from === 'number' && !isIn(from));
      }
    }
  }
  for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(3);
  expect(Object.keys(seen).length).toBeGreaterThan(35);
});
