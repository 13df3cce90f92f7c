import type { Meta } from '../../model/article.ts';
import { fold } from '../../model/fold.ts';

/** An article of a list, with the number that `read` takes. */
export interface Listed {
  readonly path: string;
  readonly number: number;
  readonly meta: Meta;
}

/** What articles can be grouped by. */
export const GROUPINGS = ['tag', 'author', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Articles under one name: empty for those that have none, undefined where nothing is grouped. */
export interface Group {
  readonly name: string | undefined;
  readonly entries: readonly Listed[];
}

/**
 * Articles in groups, in the order of the list within each: months in the order in which they come, tags and authors
 * by how many articles they have, then A to Z. An article with two tags stands under both; one with none comes last.
 */
export function grouped(entries: readonly Listed[], by: Grouping | undefined): Group[] {
  if (by === undefined) return [{ name: undefined, entries }];
  const groups = new Map<string, { name: string; entries: Listed[] }>();
  for (const entry of entries) {
    for (const name of NAMES[by](entry.meta)) {
      const group = groups.get(fold(name)) ?? { name, entries: [] };
      group.entries.push(entry);
      groups.set(fold(name), group);
    }
  }
  const all = [...groups.values()];
  return by === 'month' ? all : all.sort(bySize);
}

const NAMES: Readonly<Record<Grouping, (meta: Meta) => readonly string[]>> = {
  tag: ({ tags }) => (tags.length > 0 ? tags : ['']),
  author: ({ authors }) => (authors.length > 0 ? authors : ['']),
  month: ({ date }) => [date?.iso.slice(0, 7) ?? ''],
};

function bySize(a: Group, b: Group): number {
  const [last, first] = [a, b].map(({ name }) => Number(name === ''));
  if (last !== first) return (last ?? 0) - (first ?? 0);
  return b.entries.length - a.entries.length || (fold(a.name ?? '') < fold(b.name ?? '') ? -1 : 1);
}
