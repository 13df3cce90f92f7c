import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Node, Root } from '../../src/model/article.ts';
import { readHtml } from '../../src/parse/html.ts';
import { hasHtml } from '../../src/parse/html-presence.ts';
import { toMdast } from '../../src/parse/satteri.ts';
import { CASES } from './html-data.ts';

function parsed(markdown: string): Root {
  return toMdast(markdown) as Root;
}

function read(markdown: string): Root {
  const root = parsed(markdown);
  readHtml(root, (fragment) => parsed(fragment).children);
  return root;
}

/** A node on one line: its type, its fields that say something, its value, its children. */
function short(node: Node): string {
  let text: string = node.type;
  for (const [key, value] of Object.entries(node)) {
    if (['type', 'position', 'children', 'value'].includes(key)) continue;
    if (value !== null && value !== undefined && value !== false) {
      text += ` ${key}=${JSON.stringify(value)}`;
    }
  }
  if ('value' in node) text += ` ${JSON.stringify(node.value)}`;
  if ('children' in node) text += `[${node.children.map(short).join(', ')}]`;
  return text;
}

function depthOf(root: Root): number {
  let depth = 0;
  let level: Node[] = [root];
  for (; level.length > 0; depth++) {
    level = level.flatMap((node): Node[] => ('children' in node ? node.children : []));
  }
  return depth;
}

/** Letters and digits of all texts, in order, without the spaces between. */
function letters(node: Node): string {
  const own = 'value' in node ? node.value : '';
  const alt = 'alt' in node ? (node.alt ?? '') : '';
  const inner = 'children' in node ? node.children.map(letters).join('') : '';
  return (own + alt).replace(/[^\p{L}\p{N}]/gu, '') + inner;
}

describe('HTML in Markdown', () => {
  it.each(CASES)('%s', (_name, markdown, expected) => {
    const root = read(markdown);
    expect(root.children.map(short)).toEqual(expected);
    expect(hasHtml(root)).toBe(false);
  });

  it('is noticed at any depth', () => {
    expect(hasHtml(parsed('a *b*\n\n- c'))).toBe(false);
    expect(hasHtml(parsed('> - a *b <u>c</u>*'))).toBe(true);
  });

  it('hands the position of its node to what it becomes', () => {
    const [first, second] = read(
      'a <kbd>b</kbd>\n\n<details><summary>c</summary>\n\nd\n\n</details>',
    ).children as [Block, Block];
    expect(first).toHaveProperty('children.1.position.start.column', 3);
    expect(second.position?.start.line).toBe(3);
    expect(second.position?.end.line).toBe(7);
    expect(second).toHaveProperty('children.0.position.start.line', 3);
    expect(second).toHaveProperty('children.1.position.start.line', 5);
  });

  it('gives Markdown read inside HTML the position of the HTML', () => {
    const root = read('a\n\n<p markdown="1">b *c*</p>');
    expect(root.children[1]).toHaveProperty('children.1.children.0.position.start.line', 3);
  });
});

const PIECES = [
  ...[
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
  ],
  ...['<table>', '<tr>', '<td>', '<th>', '</td>', '</tr>', '</table>', '<caption>', '</caption>'],
  ...[
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
    '<figure>',
    '<figcaption>',
    '</figcaption>',
  ],
  ...['</figure>', '<dl>', '<dt>', '<dd>', '</dl>', '<pre>', '</pre>', '<code>', '</code>', '<br>'],
  ...[
    '<a href="u">',
    '</a>',
    '<img src=i alt=one>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    '</blockquote>',
  ],
  ...['<sub>', '</sub>', '<kbd>', '</kbd>', '<hr>', '<foo>', '</foo>', '<ol>', '</ol>', '<object>'],
  ...['two', '*three*', '`four`', '\n', '\n\n', '\n\n- ', '> ', ' ', '&amp;', '<', '&'],
];

describe('HTML that nobody would write', () => {
  it('loses no word and leaves no tag, however tags are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const root = parsed(pieces.join(''));
        const words = pieces.join(' ').match(/\b(?:one|two|three|four)\b/g) ?? [];
        readHtml(root, () => []);
        expect(hasHtml(root)).toBe(false);
        expect(
          letters(root)
            .replace(/u(?=$|[^r])/g, '')
            .match(/one|two|three|four/g) ?? [],
        ).toEqual(words);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it.each([
    ['<div>', 101],
    ['<b>', 101],
    ['<blockquote>', 101],
    ['<ul><li>', 101],
    ['<details><summary>', 101],
    ['<table><tr><td>', 101],
    ['<a href=', 3],
    ['<', 3],
    ['</div>', 3],
    ['<p><b><i><u>x', 8],
    ['<td colspan=1000 rowspan=1000>x', 101],
  ])('stays shallow: %s, many times', (piece, most) => {
    for (const start of ['<div>\n', 'x ']) {
      const root = read(start + piece.repeat(100_000 / piece.length));
      expect(hasHtml(root)).toBe(false);
      expect(depthOf(root)).toBeLessThanOrEqual(most + 4);
    }
  });

  it('does not grow a table beyond its source', () => {
    const table = `<table><tr>${'<td colspan=1000 rowspan=1000>x'.repeat(50)}${'<tr><td>y'.repeat(2000)}</table>`;
    expect(JSON.stringify(read(table)).length).toBeLessThan(100 * table.length);
  });
});

const corpus = new URL('../../../shared/corpus/18f/', import.meta.url);

describe('real articles', () => {
  it.skipIf(!existsSync(corpus))('keep no tag (needs ../shared/corpus)', () => {
    for (const name of readdirSync(corpus)) {
      if (!name.endsWith('.md')) continue;
      const body = readFileSync(new URL(name, corpus), 'utf8').replace(/^---[\s\S]*?\n---/, '');
      expect(hasHtml(read(body)), name).toBe(false);
    }
  });
});
