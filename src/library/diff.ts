/** Lines around a change that are shown with it. */
const CONTEXT = 3;
/** Levels of gaps within gaps; what differs deeper is one change. Keeps the time near n log n on hostile texts. */
const DEEPEST = 16;

/** What stands in a unified diff: a mark and the line after it, its line end left out. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+' | '@' | '\\' | 'h';
  readonly text: string;
}

/** A stretch of lines, from and up to, in the old text and in the new one, where they differ. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * What changed from one text to another, as the lines of a unified diff (POSIX `diff -u`, without times); nothing where
 * the texts are the same. A carriage return is part of its line. About n log n in the number of lines: the changes are
 * found between lines that stand once in each text (patience diff), and need not be the fewest.
 */
export function diffLines(before: string, after: string, path: string): DiffLine[] {
  if (before === after) return [];
  const [old, now] = [split(before), split(after)];
  const hunks = hunksOf(changesOf(old, now));
  const head: DiffLine[] = [
    { mark: 'h', text: `--- ${path}` },
    { mark: 'h', text: `+++ ${path}` },
  ];
  return [...head, ...hunks.flatMap((hunk) => hunkLines(hunk, old, now))];
}

/** A diff as text that `patch` and `git apply` take. */
export function unifiedDiff(before: string, after: string, path: string): string {
  return diffLines(before, after, path)
    .map(
      ({ mark, text }) => `${mark === 'h' || mark === '@' || mark === '\\' ? '' : mark}${text}\n`,
    )
    .join('');
}

/** The lines of a text with their newlines, so that a last line without one differs from one with it. */
function split(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const found: Change[] = [];
  let gaps: Change[] = [{ from: 0, to: old.length, newFrom: 0, newTo: now.length }];
  for (let depth = 0; gaps.length > 0; depth += 1) {
    const rests = gaps.map((gap) => trimmed(gap, old, now)).filter(isChange);
    const parts = rests.map((rest) =>
      depth < DEEPEST ? between(rest, anchors(rest, old, now)) : [rest],
    );
    for (const inner of parts) if (inner.length === 1) found.push(...inner);
    gaps = parts.filter((inner) => inner.length > 1).flat();
  }
  return found.sort((a, b) => a.from - b.from || a.newFrom - b.newFrom);
}

function isChange({ from, to, newFrom, newTo }: Change): boolean {
  return from < to || newFrom < newTo;
}

/** The gap without the lines that are the same at its beginning and its end. */
function trimmed(gap: Change, old: readonly string[], now: readonly string[]): Change {
  let { from, to, newFrom, newTo } = gap;
  while (from < to && newFrom < newTo && old[from] === now[newFrom]) {
    from += 1;
    newFrom += 1;
  }
  while (from < to && newFrom < newTo && old[to - 1] === now[newTo - 1]) {
    to -= 1;
    newTo -= 1;
  }
  return { from, to, newFrom, newTo };
}

type Pair = readonly [old: number, now: number];

/** Lines that stand once in both sides of a gap and in the same order, as many as there are. */
function anchors(gap: Change, old: readonly string[], now: readonly string[]): Pair[] {
  const here = once(old, gap.from, gap.to);
  const there = once(now, gap.newFrom, gap.newTo);
  const pairs: Pair[] = [];
  for (const [line, at] of here) {
    const other = there.get(line);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  return longestRise(pairs.sort((a, b) => a[0] - b[0]));
}

/** Where each line stands; -1 for one that stands twice. */
function once(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

/** The longest run of pairs that rises in both places (patience sorting). */
function longestRise(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, now], at) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (piles[low - 1] ?? -1);
    piles[low] = at;
  });
  const rise: Pair[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(pairs[at] as Pair);
  return rise.reverse();
}

/** The gaps that anchors leave. */
function between(gap: Change, pairs: readonly Pair[]): Change[] {
  const gaps: Change[] = [];
  let { from, newFrom } = gap;
  for (const [old, now] of pairs) {
    gaps.push({ from, to: old, newFrom, newTo: now });
    [from, newFrom] = [old + 1, now + 1];
  }
  return [...gaps, { from, to: gap.to, newFrom, newTo: gap.newTo }];
}

/** Changes that are so near each other that their surroundings meet stand in one hunk. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - (last.at(-1)?.to ?? 0) <= CONTEXT * 2) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkLines(
  hunk: readonly Change[],
  old: readonly string[],
  now: readonly string[],
): DiffLine[] {
  const [first, last] = [hunk[0] as Change, hunk.at(-1) as Change];
  const lead = Math.min(CONTEXT, first.from);
  const tail = Math.min(CONTEXT, old.length - last.to);
  const [from, newFrom] = [first.from - lead, first.newFrom - lead];
  const counts = [last.to + tail - from, last.newTo + tail - newFrom] as const;
  const ranges = `-${range(from, counts[0])} +${range(newFrom, counts[1])}`;
  const lines: DiffLine[] = [{ mark: '@', text: `@@ ${ranges} @@` }];
  let at = from;
  for (const change of hunk) {
    lines.push(...marked(' ', old, at, change.from));
    lines.push(...marked('-', old, change.from, change.to));
    lines.push(...marked('+', now, change.newFrom, change.newTo));
    at = change.to;
  }
  return [...lines, ...marked(' ', old, at, last.to + tail)];
}

/** An empty range is named by the line before it. */
function range(from: number, count: number): string {
  const first = count === 0 ? from : from + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}

function marked(
  mark: DiffLine['mark'],
  lines: readonly string[],
  from: number,
  to: number,
): DiffLine[] {
  return lines.slice(from, to).flatMap((line): DiffLine[] => {
    if (line.endsWith('\n')) return [{ mark, text: line.slice(0, -1) }];
    return [
      { mark, text: line },
      { mark: '\\', text: '\\ No newline at end of file' },
    ];
  });
}
