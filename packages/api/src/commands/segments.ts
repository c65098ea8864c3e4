import { sql } from '../query/sql.js';
import type { Recording } from './recording.js';

/** What a segment is a distinct combination of. */
export interface Segment {
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly region: string | null;
}

/** The id of a segment; a combination not seen before becomes a new one. */
export async function segmentIdOf(recording: Recording, segment: Segment): Promise<number> {
  const { transaction, workspaceId } = recording;
  const { source, leadType, campaign, region } = segment;
  const [known] = await transaction.query<{ id: number }>(sql`
    SELECT id FROM segment
    WHERE workspace_id = ${workspaceId}::uuid AND source IS NOT DISTINCT FROM ${source}::text
      AND lead_type IS NOT DISTINCT FROM ${leadType}::text AND campaign IS NOT DISTINCT FROM ${campaign}::text
      AND region IS NOT DISTINCT FROM ${region}::text`);
  if (known) return known.id;
  const id = recording.nextId('segment');
  await transaction.query(sql`
    INSERT INTO segment (workspace_id, id, source, lead_type, campaign, region)
    VALUES (${workspaceId}::uuid, ${id}, ${source}, ${leadType}, ${campaign}, ${region})`);
  return id;
}
