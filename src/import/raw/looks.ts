import { readCredit } from './credit.ts';
import { type RawTools, readDateLine } from './date.ts';
import { readDateline } from './dateline.ts';
import { rawLines } from './lines.ts';
import { readTags } from './reading.ts';

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
