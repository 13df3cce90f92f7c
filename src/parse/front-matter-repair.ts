import {
  blockLines,
  continuedLines,
  isQuoted,
  type OpeningLine,
  opensBlock,
  quotedLines,
  readOpening,
} from './front-matter-lines.ts';

/** How deep the fields stand: a key deeper than one that already has its value belongs beside it. */
interface Level {
  indent: number;
  open: boolean;
}

/**
 * YAML that strict parsers take, from YAML as people write it: continuation lines of quotes are indented, plain values
 * with `: ` or a forbidden first character are quoted, tabs and stray indents mended; line count is kept, nothing else changes.
 */
export function repairYaml(raw: string): string {
  const lines = raw.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd').split('\n');
  const mended: string[] = [];
  const level: Level = { indent: 0, open: true };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const opening = readOpening(line);
    const count = opening ? extent(lines, at, opening) : 0;
    const rest = lines.slice(at + 1, at + 1 + count);
    mended.push(...(opening ? mendEntry(opening, rest, level) : [line.replaceAll('\t', '  ')]));
    at += count + 1;
  }
  return mended.join('\n');
}

function extent(lines: readonly string[], at: number, opening: OpeningLine): number {
  if (opensBlock(opening.value)) return blockLines(lines, at, opening.indent);
  const quoted = quotedLines(lines, at, opening.value);
  return quoted + (opening.value === '' ? 0 : continuedLines(lines, at + quoted));
}

function mendEntry(opening: OpeningLine, rest: readonly string[], level: Level): string[] {
  const indent = settle(opening, level);
  const head = `${' '.repeat(indent)}${opening.item ? '- ' : ''}`;
  const key = opening.key === undefined ? '' : `${quoteKey(opening.key)}:`;
  const inner = ' '.repeat(head.length + 2);
  if (opensBlock(opening.value)) {
    return [`${head}${key} ${opening.value}`, ...rest.map((line) => shift(line, opening, indent))];
  }
  const value = mendValue([opening.value, ...rest.map((line) => line.trim())]);
  const [first = '', ...more] = value;
  return [
    `${head}${key}${key && first ? ' ' : ''}${first}`,
    ...more.map((line) => (line === '' ? '' : inner + line)),
  ];
}

/** The text of a block scalar keeps its own depth below its key. */
function shift(line: string, opening: OpeningLine, indent: number): string {
  const text = line.replace(/^[ \t]+/, (blanks) => blanks.replaceAll('\t', '  '));
  return ' '.repeat(Math.max(0, indent - opening.indent)) + text;
}

function settle(opening: OpeningLine, level: Level): number {
  const stray = opening.indent > level.indent && !level.open;
  const indent = stray ? level.indent : opening.indent;
  level.indent = indent;
  level.open = opening.item || opening.value === '' || /^[&!]\S*$/.test(opening.value);
  return indent;
}

function quoteKey(key: string): string {
  return /^(?:<<|[\p{L}_][\p{L}\p{N}_ .-]*)$/u.test(key) ? key : single(key);
}

/** The lines of a value, as many as came in: quoted if YAML would take them for something else. */
function mendValue(lines: readonly string[]): readonly string[] {
  const joined = lines.join('\n');
  if (isQuoted(joined)) return joined.startsWith('"') ? mendEscapes(joined).split('\n') : lines;
  if (!needsQuotes(joined.replaceAll('\n', ' '))) return lines;
  return single(unwrap(joined)).split('\n');
}

function mendEscapes(value: string): string {
  return value.replace(
    /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0abtnvfre "/\\N_LP\n]|)/g,
    (found) => (found === '\\' ? '\\\\' : found),
  );
}

/** A value that begins with a quote but is none: the quotes at both ends go if they are a pair, else they are text. */
function unwrap(value: string): string {
  const quote = value[0] ?? '';
  if (quote !== '"' && quote !== "'") return value;
  if (value.length > 1 && value.endsWith(quote)) return value.slice(1, -1);
  return value.indexOf(quote, 1) < 0 ? value.slice(1) : value;
}

function needsQuotes(value: string): boolean {
  if (/^[["{]/.test(value)) return !isFlow(value);
  return /^(?:[@%`|>}\],!'*]|[-?:] |&(?!\S+(?: |$)))|:(?: |$)/.test(value);
}

/** A list or map within brackets, and no template mark such as `{{ … }}`. */
function isFlow(value: string): boolean {
  if (/^\{[{%]/.test(value)) return false;
  const text = value.replace(/\s+#[^\]}"']*$/, '');
  return (text[0] === '[' && text.endsWith(']')) || (text[0] === '{' && text.endsWith('}'));
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
