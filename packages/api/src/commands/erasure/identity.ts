import type { Transaction } from '@leadstage/prisma';
import { sql } from '../../query/sql.js';

/** What stands in the place of a free text. */
export const ERASED = '(erased)';

const SHORTEST_TELLING_ID = 6;
/** Matches nothing: a character after the end. */
const NEVER = '$.';

/** By what a lead, and those merged with it, can be recognised in texts. */
export interface Identity {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly externalIds: readonly string[];
}

/** Who leads are, as far as it is still known. */
export async function identityOf(
  transaction: Transaction,
  workspaceId: string,
  family: readonly number[],
): Promise<Identity> {
  const rows = await transaction.query<{ name: string | null; email: string | null; externalId: string }>(sql`
    SELECT name, email, external_id AS "externalId" FROM lead
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...family]}::bigint[]) AND erased_at IS NULL`);
  return {
    names: distinct(rows.map(({ name }) => name)),
    emails: distinct(rows.map(({ email }) => email)),
    externalIds: distinct(rows.map(({ externalId }) => externalId)),
  };
}

/** Texts that are the person, in lower case without surrounding spaces: what a whole value is compared with. */
export function valuesOf({ names, emails, externalIds }: Identity): string[] {
  return [...names, ...emails, ...externalIds].map((text) => text.trim().toLowerCase());
}

/** The same texts as they stand within JSON. */
export function inJson({ names, emails, externalIds }: Identity): Identity {
  const escaped = (texts: readonly string[]) => texts.map((text) => JSON.stringify(text).slice(1, -1));
  return { names: escaped(names), emails: escaped(emails), externalIds: escaped(externalIds) };
}

/**
 * A regular expression of PostgreSQL, for `~*`, of whatever names the person where a short word ("Ann", "7") may well
 * mean something else: e-mail addresses, names of two words or more, external ids of six characters or more.
 */
export function tellingMention({ names, emails, externalIds }: Identity): string {
  const fullNames = names.filter((name) => /\S\s+\S/.test(name));
  return anyOf([...fullNames, ...emails, ...externalIds.filter((id) => id.trim().length >= SHORTEST_TELLING_ID)]);
}

/** The same of anything that names the person, however short. */
export function anyMention({ names, emails, externalIds }: Identity): string {
  return anyOf([...names, ...emails, ...externalIds]);
}

/** Any of the texts, not as a part of a longer word. */
function anyOf(texts: readonly string[]): string {
  const words = texts.map((text) =>
    text
      .trim()
      .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replaceAll(/\s+/g, '\\s+'),
  );
  return words.length === 0 ? NEVER : `(^|[^[:alnum:]])(${words.join('|')})([^[:alnum:]]|$)`;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text): text is string => text !== null && text.trim() !== ''))];
}
