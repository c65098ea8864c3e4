import type { Page } from '../query/keyset.js';

/** A page as the graph shows it. The total is counted only where somebody asks for it. */
export interface ListConnection<Node> {
  readonly edges: { cursor: string; node: Node }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
}

/** @param nodeOf null where the row's node has gone since the page was read; it is left out */
export function connectionOf<Row, Node>(
  { items, hasNextPage, hasPreviousPage }: Page<Row>,
  nodeOf: (row: Row) => Node | null,
  totalCount: () => Promise<number>,
): ListConnection<Node> {
  return {
    edges: items.flatMap(({ row, cursor }) => {
      const node = nodeOf(row);
      return node === null ? [] : [{ cursor, node }];
    }),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: items[0]?.cursor ?? null,
      endCursor: items.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
