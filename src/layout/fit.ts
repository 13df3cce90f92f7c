/** A stretch of a paragraph between two places where a line may end. */
export interface Box {
  /** UTF-16 offsets in the paragraph: `end` is before the white space that follows. */
  readonly start: number;
  readonly end: number;
  /** Columns of the text from `start` to `end`. */
  readonly columns: number;
  /** Columns of the white space after it, when no line ends there. */
  readonly space: number;
  /** Columns of the hyphen shown when a line ends there: 0 or 1. */
  readonly hyphen: number;
  /** What ending a line here costs beyond its looks. */
  readonly penalty: number;
  /** A line must end here. */
  readonly forced: boolean;
}

/** Cost of a lonely last word, in squares of the width: more than any raggedness it can save. */
const LONELY = 4;
/** Cost of two hyphens in a row, in squares of the width: only a word wider than the page is worth it. */
const DOUBLED = 1000;

/** Ends of lines (indexes into `boxes`, the last box of each line) that fill each line as far as it goes. */
export function greedyEnds(boxes: readonly Box[], width: number): number[] {
  const ends: number[] = [];
  let used = 0;
  let line = 0;
  boxes.forEach((box, at) => {
    const needs = box.columns + box.hyphen;
    if (at > line && used + needs > width) {
      ends.push(at - 1);
      line = at;
      used = 0;
    }
    used += box.columns + box.space;
    if (box.forced) {
      ends.push(at);
      line = at + 1;
      used = 0;
    }
  });
  if (line < boxes.length) ends.push(boxes.length - 1);
  return ends;
}

/**
 * Ends of lines with the least total raggedness: the sum of squared gaps at the right edge, the last line free
 * but not a lonely word, no two hyphens in a row (total fit, after Knuth and Plass 1981, without stretching).
 * Time is linear in the boxes, for a line holds at most `width` of them.
 */
export function fitEnds(boxes: readonly Box[], width: number): number[] {
  const ends: number[] = [];
  let start = 0;
  for (let at = 0; at < boxes.length; at++) {
    if (!boxes[at]?.forced && at < boxes.length - 1) continue;
    for (const end of fitSpan(boxes, start, at + 1, width)) ends.push(end);
    start = at + 1;
  }
  return ends;
}

/** What the search of one span works on. */
interface Search {
  readonly boxes: readonly Box[];
  /** The first box of the span. */
  readonly from: number;
  /** Boxes in the span. */
  readonly count: number;
  readonly width: number;
  /** Least cost of setting the first n boxes, and where the last of their lines begins. */
  readonly cost: Float64Array;
  readonly before: Int32Array;
}

/** The best ends between two forced ones. `from` is the first box, `to` the one after the last. */
function fitSpan(boxes: readonly Box[], from: number, to: number, width: number): number[] {
  const count = to - from;
  const cost = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const search: Search = { boxes, from, count, width, cost, before: new Int32Array(count + 1) };
  cost[0] = 0;
  let low = 0;
  let total = 0;
  for (let end = 1; end <= count; end++) {
    const last = boxes[from + end - 1]!;
    total += last.columns + last.space;
    while (low < end - 1 && total - last.space + last.hyphen > width)
      total -= spanOf(boxes[from + low++]!);
    settle(search, low, end, total - last.space + last.hyphen);
  }
  return chain(search.before, count, from);
}

function spanOf(box: Box): number {
  return box.columns + box.space;
}

/**
 * Finds the best beginning for a line that ends before box `end`: the longest line that fits begins at `low` and is
 * `longest` columns long. Shorter lines are tried as long as their gap alone costs less than the best line found.
 */
function settle(search: Search, low: number, end: number, longest: number): void {
  const { boxes, from, count, width, cost } = search;
  let used = longest;
  for (let first = low; first < end; first++) {
    const gap = width - used;
    if (end < count && gap > 0 && gap * gap >= cost[end]!) return;
    const total = cost[first]! + lineCost(search, first, end, used);
    if (total < cost[end]!) {
      cost[end] = total;
      search.before[end] = first;
    }
    used -= spanOf(boxes[from + first]!);
  }
}

/** What the line from box `first` up to but without box `end` costs when it is `used` columns long. */
function lineCost(search: Search, first: number, end: number, used: number): number {
  const { boxes, from, count, width } = search;
  const last = boxes[from + end - 1]!;
  const doubled = last.hyphen > 0 && first > 0 && boxes[from + first - 1]!.hyphen > 0;
  const squares = width * width;
  if (end < count)
    return Math.max(0, width - used) ** 2 + last.penalty + (doubled ? DOUBLED * squares : 0);
  return first > 0 && isOneWord(boxes, from + first, from + end) ? LONELY * squares : 0;
}

/** One word, hyphenated or not; in scripts without spaces, one character. */
function isOneWord(boxes: readonly Box[], first: number, end: number): boolean {
  for (let at = first; at < end - 1; at++) {
    const { space, hyphen, penalty } = boxes[at]!;
    // A word goes on after a hyphen, its own or one put in: both have a price.
    if (space > 0 || (hyphen === 0 && penalty === 0)) return false;
  }
  return true;
}

function chain(before: Int32Array, count: number, from: number): number[] {
  const ends: number[] = [];
  for (let end = count; end > 0; end = before[end]!) ends.push(from + end - 1);
  return ends.reverse();
}
