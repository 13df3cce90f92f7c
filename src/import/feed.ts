import type { Draft } from '../model/draft.ts';
/** Placeholder until the importer lands. */
export function readFeed(_text: string, _base: string): { items: { draft: Draft }[] } {
  return { items: [] };
}
