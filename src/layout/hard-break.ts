import wrapAnsi from 'wrap-ansi';
import { clusters } from '../model/width.ts';

/** wrap-ansi takes time quadratic in an unbroken run: no run longer than this reaches it. */
const LONGEST_RUN = 1000;

/**
 * Cuts text without regard to words into pieces of at most `width` columns, never inside a grapheme cluster;
 * the pieces joined are the text.
 */
export function hardBreak(text: string, width: number): string[] {
  if (!Number.isFinite(width) || width < 1) return [text];
  if (text.length <= LONGEST_RUN && text === text.normalize() && !/[\t\xad\u200b\u2060\ufeff]/.test(text)) {
    return wrapAnsi(text, width, { hard: true, wordWrap: false, trim: false }).split('\n');
  }
  return byClusters(text, width);
}

/** For text that wrap-ansi would alter (it composes letters and drops controls) or be slow on. */
function byClusters(text: string, width: number): string[] {
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
}
