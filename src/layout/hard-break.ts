import { clusters } from '../model/width.ts';

/**
 * Cuts text without regard to words into pieces of at most `width` columns, never inside a grapheme cluster;
 * the pieces joined are the text.
 */
export type HardBreak = (text: string, width: number) => string[];

/** The cutter that needs nothing loaded: right for any text, linear in its length. */
export const cutClusters: HardBreak = (text, width) => {
  if (!Number.isFinite(width) || width < 1) return [text];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { text: cluster, columns } of clusters(text)) {
    if (used + columns > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += cluster;
    used += columns;
  }
  pieces.push(piece);
  return pieces;
};
