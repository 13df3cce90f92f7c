import type { Draft, Recognised, RecognisedLine } from '../model/draft.ts';
import { blocksOf } from './raw-blocks.ts';
import { bodyOf, readBody } from './raw-body.ts';
import { readCredit } from './raw-credit.ts';
import { type RawTools, readDateLine } from './raw-date.ts';
import { readDateline } from './raw-dateline.ts';
import { metaOf } from './raw-fields.ts';
import { readFooter } from './raw-footer.ts';
import { readHeader } from './raw-header.ts';
import { type RawLine, rawLines } from './raw-lines.ts';
import { type Reading, reading, readTags } from './raw-reading.ts';

/**
 * Raw news text as an article. Words go to the front matter or stay in the body, in their order and unchanged;
 * `lines` tells of every line where it went, and what was left out as noise. Linear in the text; never throws.
 */
export function readRaw(text: string, tools: RawTools): Draft {
  const lines = rawLines(text);
  const read = reading(blocksOf(lines), tools);
  const start = readHeader(read);
  const end = readFooter(read, start);
  readBody(read, start, end);
  for (let at = end; at < read.blocks.length; at += 1) {
    if (read.kinds[at] === undefined) read.kinds[at] = 'paragraph';
  }
  return {
    meta: metaOf(read.fields),
    body: bodyOf(read),
    lines: recognised(lines, read),
    doubts: [...read.doubts, ...noiseDoubts(read)],
  };
}

function recognised(lines: readonly RawLine[], { blocks, kinds }: Reading): RecognisedLine[] {
  const kindOfLine = new Map<RawLine, Recognised>();
  blocks.forEach((block, at) => {
    for (const line of block.lines) kindOfLine.set(line, kinds[at] ?? 'paragraph');
  });
  return lines.map((line) => ({
    line: line.number,
    text: line.text,
    as: kindOfLine.get(line) ?? 'blank',
  }));
}

/** Nothing is left out in silence. */
function noiseDoubts({ blocks, kinds }: Reading): Draft['doubts'] {
  const numbers = blocks.flatMap((block, at) =>
    kinds[at] === 'noise' ? block.lines.map(({ number }) => number) : [],
  );
  if (numbers.length === 0) return [];
  return [{ key: 'import-noise', details: { count: numbers.length, lines: shortened(numbers) } }];
}

function shortened(numbers: readonly number[]): string {
  const first = numbers.slice(0, 8).join(', ');
  return numbers.length > 8 ? `${first}, …` : first;
}

/** Characters and lines by which a text is judged. */
const SAMPLE = 20_000;
const HEADER_LINES = 14;
/** What no raw text has: headings, fences, links, tables, strong words, front matter. */
const MARKDOWN: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [/^(?:---|\+\+\+)\s*\n[\s\S]{0,4000}?\n(?:---|\+\+\+)\s*$/m, 1],
  [/^#{1,6} \S/m, 0.6],
  [/^(?:```|~~~)/m, 0.6],
  [/!?\[[^\]\n]{1,200}\]\([^)\s]{1,500}[^)\n]{0,200}\)/, 0.6],
  [/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+/m, 0.5],
  [/^\S.{0,200}\n(?:={3,}|-{3,})\s*$/m, 0.4],
  [/\*\*\S[^*\n]{0,300}\*\*/, 0.4],
  [/^\[[^\]\n]{1,80}\]:\s*\S/m, 0.4],
  [/^> \S/m, 0.2],
  [/^(?:[-*+] \S.*\n){2}/m, 0.2],
];

/** How sure it is, from 0 to 1, that a text is raw news and no Markdown. */
export function looksRaw(text: string, tools: RawTools): number {
  const sample = text.slice(0, SAMPLE);
  const against = MARKDOWN.reduce(
    (sum, [sign, weight]) => sum + (sign.test(sample) ? weight : 0),
    0,
  );
  const lines = rawLines(sample)
    .map((line) => line.text)
    .filter((line) => line !== '');
  const head = lines.slice(0, HEADER_LINES);
  const tail = lines.slice(-4);
  const signs = [
    head.some((line) => readDateLine(line, tools) !== undefined),
    [...head, ...tail].some((line) => readCredit(line) !== undefined),
    head.some((line) => line.length > 60 && readDateline(line) !== undefined),
    tail.some((line) => readTags(line) !== undefined && !line.startsWith('#')),
  ].filter(Boolean).length;
  return Math.min(1, Math.max(0, 0.5 + signs * 0.25 - against));
}
