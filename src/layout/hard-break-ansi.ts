import wrapAnsi from 'wrap-ansi';
import { cutClusters, type HardBreak } from './hard-break.ts';

/** wrap-ansi takes time quadratic in an unbroken run: no run longer than this reaches it. */
const LONGEST_RUN = 1000;

/** The cutter for code, cells and long words, by wrap-ansi; text that it would alter or be slow on goes another way. */
export const hardBreak: HardBreak = (text, width) => {
  if (!Number.isFinite(width) || width < 1) return [text];
  if (text.length > LONGEST_RUN || isAltered(text)) return cutClusters(text, width);
  return wrapAnsi(text, width, { hard: true, wordWrap: false, trim: false }).split('\n');
};

/** wrap-ansi composes letters, expands tabs, counts controls and spaces at row ends its own way, and is slow on CJK. */
function isAltered(text: string): boolean {
  return /[^\x20-\x7e\xa1-\xac\xae-\u02ff]/.test(text);
}
