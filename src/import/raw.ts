import type { Draft } from '../model/draft.ts';
/** Placeholder until the importer lands. */
export function readRaw(text: string): Draft {
  return { meta: { title: text.slice(0, 20) }, body: text, lines: [], doubts: [] };
}
/** Placeholder. */
export function looksRaw(_text: string): number {
  return 0;
}
