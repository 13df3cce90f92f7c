import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from '../src/emit/json.ts';
import { plain } from '../src/emit/plain.ts';
import { localeFor } from '../src/locale/locale.ts';
import type { Article } from '../src/model/article.ts';
import { type Line, lineWidth, type Segment, type Style, trimmed } from '../src/model/line.ts';
import { parse } from '../src/parse/parse.ts';
import { theme } from '../src/theme/themes.ts';
import { pageOf, type Wanted } from './page.ts';

const FOLDER = join(import.meta.dirname, 'spec');
/** Write what is printed into the fences instead of comparing it. */
const WRITES = process.env['SIJORI_SPEC'] === 'write';

/** A fence of a spec: its first word, the words after it, and where in the file its body is. */
interface Fence {
  readonly kind: string;
  readonly words: readonly string[];
  readonly body: string;
  readonly start: number;
  readonly line: number;
}

/** Fences of three backticks or more with a word after them, at the margin. */
function fencesOf(text: string): Fence[] {
  const found: Fence[] = [];
  for (const match of text.matchAll(/^(`{3,})(\w+)([^\n`]*)\n([\s\S]*?)^\1$/gm)) {
    const [all, ticks = '', kind = '', words = '', body = ''] = match;
    const start = match.index + all.length - ticks.length - body.length;
    const line = text.slice(0, match.index).split('\n').length;
    found.push({ kind, words: words.split(' ').filter(Boolean), body, start, line });
  }
  return found;
}

const option = (fence: Fence, name: string) =>
  fence.words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);

/** The article as it is meant: pictures of controls become controls. */
function articleOf(fence: Fence): Promise<Article> {
  const text = fence.body.replace(/[\u2400-\u2421]/g, (picture) => {
    const code = picture.charCodeAt(0) - 0x2400;
    return code === 0x21 ? '\x7f' : String.fromCharCode(code);
  });
  const path = option(fence, 'path') ?? '-';
  return parse({ path, text }, { emoji: fence.words.includes('emoji') });
}

function wantedBy(fence: Fence): Wanted {
  const has = (word: string) => fence.words.includes(word);
  const width = Number(option(fence, 'width') ?? 60);
  const looks = theme(option(fence, 'theme') ?? 'terminal')!;
  return {
    width: width === 0 ? Number.POSITIVE_INFINITY : width,
    hyphens: (option(fence, 'hyphens') ?? 'auto') as 'auto',
    wrap: (option(fence, 'wrap') ?? 'fit') as 'fit',
    hyperlinks: option(fence, 'links') === 'osc8',
    plain: fence.kind === 'plain',
    justify: has('justify'),
    smart: has('smart'),
    lineNumbers: has('numbers'),
    header: has('header'),
    bidi: has('bidi'),
    locale: localeFor((option(fence, 'lang') ?? 'en') as 'en'),
    ...(fence.kind === 'plain' ? {} : { theme: looks }),
  } as Wanted;
}

/** Segments of one look between `‹…›` and `‹/›`. */
function styled(lines: readonly Line[]): string {
  return lines.map((line) => `${lookOf(trimmed(line))}\n`).join('');
}

function lookOf(line: Line): string {
  const parts: { look: string; text: string }[] = [];
  for (const part of line) {
    const look = wordsOf(part.style);
    const last = parts.at(-1);
    if (last?.look === look) last.text += part.text;
    else parts.push({ look, text: part.text });
  }
  return parts.map(({ look, text }) => (look === '' ? text : `‹${look}›${text}‹/›`)).join('');
}

function wordsOf({ color, background, link, isolate, ...switches }: Style): string {
  const on = Object.entries(switches).filter(([, value]) => value);
  return [
    ...on.map(([name]) => name),
    color,
    background && `on ${background}`,
    isolate === undefined ? undefined : 'isolate',
    link && `link=${link}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The value at a path such as `links.0.url`. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

async function printed(article: Article, fence: Fence): Promise<string> {
  if (fence.kind === 'json') return jsonPart(article, fence);
  const wanted = wantedBy(fence);
  const lines = await pageOf(article, wanted);
  if (fence.kind === 'styled') return styled(lines);
  if (fence.kind === 'text') expectToFit(lines, wanted.width);
  return plain(lines);
}

/** No line of a page is wider than the page, but for addresses, which are not cut. */
function expectToFit(lines: readonly Line[], width: number): void {
  const seen = (line: Line) => line.map(({ text }: Segment) => text).join('');
  const wide = lines.filter((line) => lineWidth(line) > width).map(seen);
  expect(wide.filter((line) => !/^\[\d+\]: /.test(line))).toEqual([]);
}

/** On one line where it is short, as `JSON.stringify` indents it where it is not. */
function jsonPart(article: Article, fence: Fence): string {
  const value = at(JSON.parse(json(article)), fence.words[0] ?? '');
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  return `${flat.length <= 100 ? flat : JSON.stringify(value, null, 2)}\n`;
}

const KINDS = new Set(['text', 'plain', 'styled', 'json']);

function examplesOf(text: string): { input: Fence; output: Fence }[] {
  const found: { input: Fence; output: Fence }[] = [];
  let input: Fence | undefined;
  for (const fence of fencesOf(text)) {
    if (fence.kind === 'markdown') input = fence;
    else if (KINDS.has(fence.kind) && input) found.push({ input, output: fence });
    else throw new Error(`line ${fence.line}: no example can be called ${fence.kind}`);
  }
  return found;
}

async function rewritten(text: string): Promise<string> {
  let out = text;
  for (const { input, output } of examplesOf(text).reverse()) {
    const body = await printed(await articleOf(input), output);
    out = out.slice(0, output.start) + body + out.slice(output.start + output.body.length);
  }
  return out;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

const specified = (name: string) => {
  const examples = examplesOf(readFileSync(join(FOLDER, name), 'utf8'));
  it('has examples', () => expect(examples.length).toBeGreaterThan(0));
  const cases = examples.map(
    ({ input, output }) =>
      [output.line, `${output.kind} ${output.words.join(' ')}`.trim(), input, output] as const,
  );
  it.each(cases)('line %i: %s', async (_line, _words, input, output) => {
    expect(await printed(await articleOf(input), output)).toBe(output.body);
  });
};

const written = async (name: string) => {
  const path = join(FOLDER, name);
  writeFileSync(path, await rewritten(readFileSync(path, 'utf8')));
};

if (WRITES) it.each(files)('writes %s', written);
else describe.each(files)('%s', specified);
