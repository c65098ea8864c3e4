import { createHash } from 'node:crypto';
import {
  type Instant,
  type PackAnswer,
  type PackDocument,
  type PackQuestion,
  packAgain,
  type Restatement,
  restatementsOf,
  type StandardMetricsQuestion,
  standardMetrics,
} from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import canonicalize from 'canonicalize';
import { answerIn } from './run-report.js';
import { sql } from './sql.js';
import { loadWorkspace, type WorkspaceState } from './workspace-state.js';

/** A pack as it was published. */
export interface PublishedPack {
  readonly id: number;
  readonly name: string;
  readonly publishedAt: Instant;
  /** Canonical JSON (RFC 8785), and the SHA-256 over its UTF-8 in lower-case hex. */
  readonly canonical: string;
  readonly sha256: string;
  readonly document: PackDocument;
}

const PACK = sql`id, name, published_at AS "publishedAt", document AS canonical, sha256::text AS sha256`;

type Row = Omit<PublishedPack, 'document'>;

/** Every pack, the latest first. There are as many as people have published. */
export async function metricPacks(transaction: Transaction, workspaceId: string): Promise<PublishedPack[]> {
  const rows = await transaction.query<Row>(sql`
    SELECT ${PACK} FROM published_pack WHERE workspace_id = ${workspaceId}::uuid ORDER BY published_at DESC, id DESC`);
  return rows.map(withDocument);
}

/** Null where there is none of that id, or the text is no id. */
export async function metricPack(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<PublishedPack | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const [row] = await transaction.query<Row>(sql`
    SELECT ${PACK} FROM published_pack WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)}`);
  return row ? withDocument(row) : null;
}

function withDocument(row: Row): PublishedPack {
  return { ...row, document: JSON.parse(row.canonical) as PackDocument };
}

/** A document as it is hashed, and its hash. */
export function sealed(document: PackDocument): Pick<PublishedPack, 'canonical' | 'sha256'> {
  const canonical = canonicalize(document) ?? '';
  return { canonical, sha256: sha256Of(canonical) };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The standard metrics with all that a pack tells of how they were measured. */
export async function askForPack(
  transaction: Transaction,
  workspace: WorkspaceState,
  question: StandardMetricsQuestion,
  now: Instant,
): Promise<PackAnswer> {
  return { ...(await answerIn(transaction, workspace, standardMetrics, question, now)), calendar: workspace };
}

/** Whether a pack still comes out as it was published. */
export interface Reproduction {
  readonly reproduces: boolean;
  /** Of the document as it is computed again. */
  readonly sha256: string;
  /** Members of the document that differ: `total`, `stages` … */
  readonly changed: readonly string[];
  /** The metrics among them. */
  readonly differences: readonly Restatement[];
}

/** Computes a pack again as it was known then. The transaction is a snapshot. */
export async function reproductionOf(
  transaction: Transaction,
  workspaceId: string,
  { document, canonical, sha256 }: PublishedPack,
): Promise<Reproduction> {
  const again = await asked(transaction, workspaceId, document, document.question);
  const seal = sealed(again);
  const members = Object.keys({ ...document, ...again }) as (keyof PackDocument)[];
  return {
    // A document that somebody changed in the database no longer has its hash.
    reproduces: seal.canonical === canonical && seal.sha256 === sha256,
    sha256: seal.sha256,
    changed: members.filter((member) => canonicalize(document[member]) !== canonicalize(again[member])).sort(),
    differences: restatementsOf(document, again),
  };
}

/** What of a pack is no longer as it was published, by all that is recorded now. The transaction is a snapshot. */
export async function restatementsNow(
  transaction: Transaction,
  workspaceId: string,
  { document }: PublishedPack,
): Promise<Restatement[]> {
  // The dates stay, even where a changed calendar would name others.
  const { knownAt: _, ...question } = { ...document.question, period: document.period };
  return restatementsOf(document, await asked(transaction, workspaceId, document, question));
}

async function asked(
  transaction: Transaction,
  workspaceId: string,
  document: PackDocument,
  question: StandardMetricsQuestion & Pick<PackQuestion, 'asOf'>,
): Promise<PackDocument> {
  const workspace = await loadWorkspace(transaction, workspaceId, question.knownAt);
  if (!workspace) throw new Error('the workspace of a pack is gone');
  return packAgain(document, await askForPack(transaction, workspace, question, question.asOf));
}
