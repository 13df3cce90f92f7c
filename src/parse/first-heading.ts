/** A body's first heading of level 1. */
export interface FirstHeading {
  /** Its words without inline marks. */
  readonly text: string;
  /** Whether nothing but blank lines stands before it. */
  readonly leads: boolean;
}

const FARTHEST = 100_000;

/** Finds the first `# heading` (or a line underlined by `=`) outside code, within the first 100,000 UTF-16 units; linear, without a parser. */
export function findFirstHeading(body: string): FirstHeading | undefined {
  const text = body.slice(0, FARTHEST);
  if (!text.includes('#') && !text.includes('=')) return undefined;
  const lines = text.split(/\r?\n/);
  const start = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  let fence: string | undefined;
  for (let at = start; at < lines.length; at += 1) {
    const heading = fence === undefined ? headingText(lines, at) : undefined;
    if (heading) return { text: heading, leads: at === start };
    fence = fenceAfter(lines[at] ?? '', fence);
  }
  return undefined;
}

/** The heading of level 1 that a body begins with. */
export function findLeadingHeading(body: string): FirstHeading | undefined {
  const first = body.search(/\S/);
  if (first < 0) return undefined;
  const start = body.lastIndexOf('\n', first) + 1;
  const end = body.indexOf('\n', body.indexOf('\n', first) + 1);
  return findFirstHeading(body.slice(start, end < first ? undefined : end));
}

function headingText(lines: readonly string[], at: number): string | undefined {
  const text = hashed(lines[at] ?? '') ?? underlined(lines, at);
  return text === undefined ? undefined : plainInline(text);
}

/** `# text`, the closing hashes left out. */
function hashed(line: string): string | undefined {
  const match = /^ {0,3}#[ \t](.*)$/.exec(line);
  const text = match?.[1]?.trim();
  return text?.replace(/(^|[ \t])#+$/, '').trimEnd();
}

/** A line of its own above a line of `=`. */
function underlined(lines: readonly string[], at: number): string | undefined {
  const alone = (lines[at - 1] ?? '').trim() === '';
  const text = lines[at]?.trim() ?? '';
  const ruled = /^ {0,3}=+[ \t]*$/.test(lines[at + 1] ?? '');
  return alone && ruled && !/^(?: {4}|\t)/.test(lines[at] ?? '') ? text : undefined;
}

/** The mark that would close the code block which is open after a line. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) && line.trim() === mark ? undefined : open;
}

/** The words of an inline text: links and pictures by their text, without emphasis, code marks, attributes and escapes. */
function plainInline(text: string): string {
  return text
    .replace(/[ \t]\{[#.][^{}]*\}$/, '')
    .replace(/!?\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*]*[^\s*])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)([^_]*[^\s_])\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(`+|~~)([^`~]+)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
