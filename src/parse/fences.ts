/** How a head is written. */
export type HeadFormat = 'yaml' | 'toml' | 'json';

/** What stands at the top of a text: a fenced head, or why there is none. */
export type Fence =
  | { readonly kind: 'none' }
  | { readonly kind: 'executable'; readonly language: string }
  | { readonly kind: 'unclosed' | 'too-large' }
  | FencedHead;

export interface FencedHead {
  readonly kind: 'head';
  readonly format: HeadFormat;
  /** The text between the fences, with LF line ends. */
  readonly raw: string;
  /** UTF-16 offset of the body in the text. */
  readonly bodyStart: number;
  /** Lines before the body, the fences included. */
  readonly bodyOffset: number;
  /** Lines before `raw`: 1 behind a fence, 0 for a JSON object without one. */
  readonly rawOffset: 0 | 1;
}

/** The longest head that is read, in UTF-16 units: what is longer is text. */
const LARGEST_HEAD = 65_536;

const EXECUTABLE =
  /^(?:[cm]?jsx?|[cm]?tsx?|javascript|typescript|coffee(?:script)?|cson|livescript)$/;
const FORMATS: ReadonlyMap<string, HeadFormat> = new Map([
  ['---', 'yaml'],
  ['---yaml', 'yaml'],
  ['---yml', 'yaml'],
  ['---toml', 'toml'],
  ['---json', 'json'],
  ['+++', 'toml'],
  ['+++toml', 'toml'],
  [';;;', 'json'],
]);
const FIRST_LINES: Readonly<Record<HeadFormat, RegExp>> = {
  yaml: /^["']?[A-Za-z_\u00aa-\uffff][\w\u00aa-\uffff .-]{0,60}["']?[ \t]*:(?:\s|$)/,
  toml: /^(?:["']?[A-Za-z_\u00aa-\uffff][\w\u00aa-\uffff .-]{0,60}["']?[ \t]*=|\[)/,
  json: /^\s*[{"]/,
};

/** Looks at the first line of a text without BOM, then for the line that closes the head; linear. */
export function findFence(text: string): Fence {
  if (text.startsWith('{')) return findObject(text);
  const first = lineAt(text, 0);
  if (first.text.length > 40) return { kind: 'none' };
  const match = /^(---|\+\+\+|;;;)[ \t]*([^\s-]\S*)?$/.exec(first.text.trimEnd());
  if (!match) return { kind: 'none' };
  const [, mark = '', word = ''] = match;
  const language = word.toLowerCase();
  if (EXECUTABLE.test(language)) return { kind: 'executable', language };
  const format = FORMATS.get(mark + language);
  return format ? findClose(text, first.next, mark, format) : { kind: 'none' };
}

function findClose(text: string, start: number, mark: string, format: HeadFormat): Fence {
  const marks = mark === '---' && format === 'yaml' ? ['---', '...'] : [mark];
  for (let at = start, lines = 1; at < text.length; lines += 1) {
    if (!marks.some((each) => text.startsWith(each, at))) {
      at = nextLine(text, at);
      continue;
    }
    const line = lineAt(text, at);
    if (line.text.slice(3).trim() === '') {
      if (at - start > LARGEST_HEAD) return suspect(text, start, format, 'too-large');
      const raw = withNewlines(text.slice(start, at));
      return {
        kind: 'head',
        format,
        raw,
        bodyStart: line.next,
        bodyOffset: lines + 1,
        rawOffset: 1,
      };
    }
    at = line.next;
  }
  return suspect(text, start, format, 'unclosed');
}

function withNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A text that merely begins with a rule is no head, and nothing to remark upon. */
function suspect(
  text: string,
  start: number,
  format: HeadFormat,
  kind: 'unclosed' | 'too-large',
): Fence {
  const first = lineAt(text, start).text.slice(0, 200);
  return { kind: FIRST_LINES[format].test(first) ? kind : 'none' };
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The line from an offset on, without its end, and where the next one starts. */
function lineAt(text: string, at: number): { readonly text: string; readonly next: number } {
  const end = text.indexOf('\n', at);
  const line = end < 0 ? text.slice(at) : text.slice(at, end);
  return {
    text: line.endsWith('\r') ? line.slice(0, -1) : line,
    next: end < 0 ? text.length : end + 1,
  };
}

/** A JSON object at the very top, with a blank line or the end of the text after it. */
function findObject(text: string): Fence {
  const end = objectEnd(text.slice(0, LARGEST_HEAD));
  if (end === undefined) return { kind: 'none' };
  const rest = lineAt(text, end);
  const blank = lineAt(text, rest.next);
  if (rest.text.trim() !== '' || blank.text.trim() !== '') return { kind: 'none' };
  const raw = text.slice(0, end);
  return {
    kind: 'head',
    format: 'json',
    raw,
    bodyStart: rest.next,
    bodyOffset: raw.split('\n').length,
    rawOffset: 0,
  };
}

/** The offset after the brace that closes the first one; braces in strings do not count. */
function objectEnd(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}]/g)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return undefined;
}
