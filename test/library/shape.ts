import type { Query } from '../../src/library/query/syntax.ts';

/** A query without the places where its parts stand, and without how they were written. */
export function shapeOf(query: Query): unknown {
  if (query.kind === 'and' || query.kind === 'or') return { ...query, of: query.of.map(shapeOf) };
  if (query.kind === 'not') return { ...query, of: shapeOf(query.of) };
  if (query.kind === 'all') return query;
  const { at: _, ...placed } = query;
  const { written: __, ...shape } = { written: '', ...placed };
  return shape;
}
