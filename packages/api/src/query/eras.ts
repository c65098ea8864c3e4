import { erasOf, findStage, handoffStage, type StageDefinition, type StandardStage, stageBit } from '@leadstage/core';
import { isoInstant, type Sql, sql } from './sql.js';

/**
 * One row per stage and era of the ladder: its `rank` in order of position, the mask of the stages that an entry into
 * it `reaches` (0 once it is retired), whether it is the era's first stage, the rank of the era's handoff stage, and
 * the rank above which an entry closes a handoff: the same, or in a ladder without handoff stage that of the last one;
 * and the masks of what stands for SQL and for CUSTOMER (0: nothing does).
 */
export function eras(definitions: readonly StageDefinition[]): Sql {
  let lastHandoff: number | undefined;
  const rows = erasOf(definitions).flatMap((era) => {
    const first = era.stages[0]?.id;
    const handoff = handoffStage(era.stages)?.id;
    lastHandoff = handoff ?? lastHandoff;
    const rankOf = (stage: number | undefined) => {
      const rank = era.withRetired.findIndex(({ id }) => id === stage);
      return rank < 0 ? null : rank;
    };
    const [handoffRank, closingRank] = [rankOf(handoff), rankOf(lastHandoff)];
    const bitOf = (standard: StandardStage) => {
      const stage = findStage(era.stages, standard);
      return stage ? stageBit(stage.id) : 0;
    };
    const [sqlBit, customerBit] = [bitOf('SQL'), bitOf('CUSTOMER')];
    let below = 0;
    return era.withRetired.map(({ id, retired }, rank) => {
      if (!retired) below |= stageBit(id);
      return {
        era,
        id,
        rank,
        reaches: retired ? 0 : below,
        isFirst: id === first,
        handoffRank,
        closingRank,
        sqlBit,
        customerBit,
      };
    });
  });
  return sql`SELECT * FROM unnest(
    ${rows.map((row) => isoInstant(row.era.from))}::timestamptz[],
    ${rows.map((row) => (row.era.until === null ? null : isoInstant(row.era.until)))}::timestamptz[],
    ${rows.map((row) => row.id)}::int[], ${rows.map((row) => row.rank)}::int[], ${rows.map((row) => row.reaches)}::int[],
    ${rows.map((row) => row.isFirst)}::boolean[], ${rows.map((row) => row.handoffRank)}::int[],
    ${rows.map((row) => row.closingRank)}::int[], ${rows.map((row) => row.sqlBit)}::int[], ${rows.map((row) => row.customerBit)}::int[]
  ) AS era (from_at, until_at, stage_id, rank, reaches, is_first, handoff_rank, closing_rank, sql_bit, customer_bit)`;
}
