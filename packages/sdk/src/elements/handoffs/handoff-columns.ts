import type { Handoff, Workspace } from '@leadstage/sdk';
import { html, nothing } from 'lit';
import type { DataTable } from '../frame/data-table.js';
import { nameOf } from '../list/lead-columns.js';
import type { ListColumn, ListScene } from '../list/list-view.js';
import { LIST_WORDS } from '../list/list-words.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { languageOf } from '../words/language.js';
import { decisionOf, type Promised, relativeTime, responseOf, type Standing, standingOf } from './due.js';
import { HANDOFF_WORDS, type HandoffWords } from './handoff-words.js';

export interface HandoffScene extends ListScene {
  readonly handoffWords: HandoffWords;
  readonly workspace: Workspace;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @param tag of the language, as `<leadstage-reports>` has it */
export function handoffScene(workspace: Workspace, tag = 'en'): HandoffScene {
  const language = languageOf(tag);
  return {
    words: COMMON_WORDS[language],
    listWords: LIST_WORDS[language],
    handoffWords: HANDOFF_WORDS[language],
    formats: formatsFor(tag),
    workspace,
    now: Date.now(),
  };
}

/** @param ownerCell what stands for an owner; default the name */
export function handoffColumns(
  scene: HandoffScene,
  ownerCell: (owner: string) => unknown = (owner) => owner,
): ListColumn<Handoff>[] {
  const { listWords, handoffWords: own, formats, workspace } = scene;
  return [
    { title: listWords.lead, shown: ({ lead, owner }) => nameOf(lead, [owner]) },
    { title: listWords.owner, isWide: true, shown: ({ owner }) => (owner === null ? '–' : ownerCell(owner)) },
    {
      title: own.handedOver,
      isWide: true,
      shown: ({ openedAt }) => formats.instant(openedAt, workspace.timeZone),
    },
    { title: own.firstResponse, shown: (handoff) => promise(responseOf(handoff), scene) },
    { title: own.decision, shown: (handoff) => decision(handoff, scene) },
  ];
}

const TONES: Readonly<Partial<Record<Standing, string>>> = { MET: 'good', BREACHED: 'warn', OVERDUE: 'bad' };

function promise(promised: Promised, scene: HandoffScene) {
  const { handoffWords: own, formats, workspace, now } = scene;
  const { doneAt, dueAt } = promised;
  const at = (instant: string) => formats.instant(instant, workspace.timeZone);
  const standing = standingOf(promised, now);
  if (standing === 'WAITING') return html`<span class="tag">${own.waiting}</span>`;
  if (standing === 'DONE') return doneAt === null ? '–' : at(doneAt);
  const words = { MET: own.inTime, BREACHED: own.late, OVERDUE: own.overdue, PENDING: own.due };
  const instant = doneAt ?? dueAt;
  const line = instant === null ? '' : doneAt === null ? relativeTime(instant, now, formats) : at(instant);
  return html`<span class="tag ${TONES[standing] ?? ''}">${words[standing]}</span>
    <span class="second" title=${instant === null ? nothing : at(instant)}>${line}</span>`;
}

function decision(handoff: Handoff, scene: HandoffScene) {
  const { outcome, closedAt, reason } = handoff;
  const { handoffWords: own, formats, workspace } = scene;
  if (outcome === null || closedAt === null) return promise(decisionOf(handoff), scene);
  const late = handoff.decisionStatus === 'BREACHED' ? ` · ${own.late}` : '';
  return html`<span class="tag ${outcome === 'ACCEPTED' ? 'good' : ''}">${outcomeOf(handoff, own)}</span>
    <span class="second">${formats.instant(closedAt, workspace.timeZone)}${late}</span>${
      reason ? html`<span class="second">${reason}</span>` : nothing
    }`;
}

function outcomeOf({ outcome }: Handoff, own: HandoffWords): string {
  const { accepted, rejected, recycled, disqualified } = own;
  const words = { ACCEPTED: accepted, REJECTED: rejected, RECYCLED: recycled, DISQUALIFIED: disqualified };
  return outcome === null ? own.open : words[outcome];
}

/** Everything that the API tells of each, for a file. Instants are UTC. */
export function handoffTable(
  caption: string,
  handoffs: readonly Handoff[],
  { listWords, handoffWords: own }: Pick<HandoffScene, 'listWords' | 'handoffWords'>,
): DataTable {
  const columns: readonly (readonly [string, (handoff: Handoff) => string | null])[] = [
    [listWords.externalId, ({ lead }) => lead.externalId],
    [listWords.name, ({ lead }) => lead.name],
    [listWords.source, ({ lead }) => lead.source],
    [listWords.leadType, ({ lead }) => lead.leadType],
    [listWords.owner, ({ owner }) => owner],
    [own.handedOver, ({ openedAt }) => openedAt],
    [own.responseDue, ({ firstResponseDueAt }) => firstResponseDueAt],
    [own.firstResponse, ({ firstResponseAt }) => firstResponseAt],
    [own.decisionDue, ({ decisionDueAt }) => decisionDueAt],
    [own.decision, ({ closedAt }) => closedAt],
    [own.outcome, (handoff) => outcomeOf(handoff, own)],
    [own.reason, ({ reason }) => reason],
  ];
  const rows = handoffs.map((handoff) =>
    columns.map(([, read]) => ({ text: read(handoff) ?? '', value: read(handoff) })),
  );
  return { caption, columns: columns.map(([title]) => ({ title })), rows };
}
