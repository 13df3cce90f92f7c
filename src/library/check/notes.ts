import type { Article, Node } from '../../model/article.ts';
import { descendants } from '../../model/tree.ts';
import type { Remark } from './finding.ts';

/** Longest label that CommonMark reads, in characters. */
const LABEL = '(?:[^\\[\\]\\\\\\n]|\\\\.){0,999}';
const REFERENCE = new RegExp(`(?<![\\\\\\]])\\[(${LABEL})\\]\\[(${LABEL})\\]`, 'g');
const FOOTNOTE = /(?<!\\)\[\^([^\]\s[]{1,200})\](?!\()/g;

/** References and footnotes that lead nowhere, and footnotes that nothing leads to. */
export function checkNotes(article: Article): Remark[] {
  const prose = proseOf(article);
  return [...undefinedOnes(prose, article), ...unusedNotes(article)];
}

/**
 * The lines of the body with blanks for everything that the parser understood: what looks like a reference in the rest
 * is text.
 */
function proseOf(article: Article): string[] {
  const { source } = article;
  const out: string[] = [];
  let at = 0;
  for (const [start, end] of understood(article)) {
    if (end <= at) continue;
    out.push(source.slice(at, Math.max(at, start)));
    out.push(source.slice(Math.max(at, start), end).replace(/[^\n]/g, ' '));
    at = end;
  }
  out.push(source.slice(at));
  return out.join('').split('\n');
}

const UNDERSTOOD: ReadonlySet<Node['type']> = new Set<Node['type']>([
  'code',
  'inlineCode',
  'math',
  'inlineMath',
  'html',
  'link',
  'image',
  'definition',
  'footnoteReference',
  'abbreviationDefinition',
  'verbatim',
]);

/** Stretches of the source that are code, math, links and the like, in order; UTF-16 offsets. */
function understood(article: Article): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const node of descendants(article.body)) {
    const { position } = node;
    if (position?.start.offset === undefined || position.end.offset === undefined) continue;
    if (UNDERSTOOD.has(node.type)) found.push([position.start.offset, position.end.offset]);
    if (node.type === 'footnoteDefinition') {
      const mark = article.source.indexOf(']:', position.start.offset);
      found.push([position.start.offset, Math.max(mark, position.start.offset) + 2]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function undefinedOnes(lines: readonly string[], { bodyOffset }: Article): Remark[] {
  return lines.flatMap((text, index): Remark[] => {
    if (!text.includes('[')) return [];
    const line = index + 1 + bodyOffset;
    const notes = [...text.matchAll(FOOTNOTE)].map((match): Remark => {
      const details = { label: match[1] ?? '' };
      return { code: 'footnote-undefined', details, line, column: match.index + 1 };
    });
    const references = [...text.matchAll(REFERENCE)].flatMap((match): Remark[] => {
      const label = (match[2] || match[1] || '').trim();
      // `[1][2]` is two marks of sources side by side; `[ ][ ]` is boxes.
      if (label === '' || label.startsWith('^') || /^\[[\d\s]*\]\[\d*\]$/.test(match[0])) return [];
      return [{ code: 'reference-undefined', details: { label }, line, column: match.index + 1 }];
    });
    return [...notes, ...references];
  });
}

function unusedNotes(article: Article): Remark[] {
  const used = new Set<string>();
  const notes: { identifier: string; label: string; line: number; column: number }[] = [];
  for (const node of descendants(article.body)) {
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type !== 'footnoteDefinition') continue;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const { identifier, label } = node;
    notes.push({ identifier, label: label ?? identifier, line: line + article.bodyOffset, column });
  }
  return notes
    .filter(({ identifier }) => !used.has(identifier))
    .map(({ label, line, column }) => ({
      code: 'footnote-unused',
      details: { label },
      line,
      column,
    }));
}
