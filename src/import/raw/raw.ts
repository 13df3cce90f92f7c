import type { Draft, Recognised, RecognisedLine } from '../../model/draft.ts';
import { blocksOf } from './blocks.ts';
import { bodyOf, readBody } from './body.ts';
import type { RawTools } from './date.ts';
import { metaOf } from './fields.ts';
import { readFooter } from './footer.ts';
import { readHeader } from './header.ts';
import { type RawLine, rawLines } from './lines.ts';
import { type Reading, reading } from './reading.ts';

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
  return [{ key: 'doubt-noise', details: { count: numbers.length, lines: shortened(numbers) } }];
}

function shortened(numbers: readonly number[]): string {
  const first = numbers.slice(0, 8).join(', ');
  return numbers.length > 8 ? `${first}, …` : first;
}
