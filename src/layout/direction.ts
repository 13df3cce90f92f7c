import { type Line, lineWidth, segment } from '../model/line.ts';
import type { Frame } from './frame.ts';
import type { Run } from './wrap.ts';

const STRONG = () => /[\p{L}]/u;
const RIGHT_TO_LEFT = () =>
  /[\u0590-\u05ff\u0600-\u07bf\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether the first strong letter of a text runs from right to left (UAX #9, rule P2). */
function isRightToLeft(text: string): boolean {
  const first = STRONG().exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT().test(first);
}

/** Lines of a right-to-left paragraph moved to the right edge of a page; others as they are. */
export function aligned(lines: Line[], runs: readonly Run[], frame: Frame): Line[] {
  if (frame.settings.plain || !Number.isFinite(frame.width)) return lines;
  if (!runs.some(({ text }) => /[\u0590-\u08ff\ufb1d-\ufefc\ud802-\ud83b]/.test(text)))
    return lines;
  if (!isRightToLeft(runs.map(({ text }) => text).join(''))) return lines;
  return lines.map((line) => {
    const free = frame.width - lineWidth(line);
    return free > 0 ? [segment(' '.repeat(free)), ...line] : line;
  });
}

/** Code, addresses and links as isolates, where the terminal reorders text and some of it runs from right to left. */
export function isolated(runs: readonly Run[], frame: Frame): readonly Run[] {
  if (!frame.settings.bidi || !runs.some(({ text }) => RIGHT_TO_LEFT().test(text))) return runs;
  return runs.map((run, at) => {
    const isolate = run.unit ?? (run.verbatim ? -1 - at : undefined);
    return isolate === undefined ? run : { ...run, style: { ...run.style, isolate } };
  });
}
