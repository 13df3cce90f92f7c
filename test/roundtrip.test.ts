import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type * as mdast from 'mdast';
import { describe, expect, it } from 'vitest';
import { markdown } from '../src/emit/markdown.ts';
import type { Meta } from '../src/model/article.ts';
import { EMPHASES } from '../src/model/tree.ts';
import { parse } from '../src/parse/parse.ts';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '../shared/corpus');

/**
 * A tree as it is compared, a line for each node: without places, with texts side by side joined, and emphases of one kind,
 * whose marks would meet, and with line breaks in code and math as the spaces that they stand for.
 */
function shape(node: mdast.Nodes, depth = 0): string[] {
  const fields = Object.entries(node).filter(
    ([key, value]) =>
      !['position', 'children'].includes(key) && value !== null && value !== undefined,
  );
  const own = Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  if (node.type === 'inlineCode' || node.type === 'inlineMath') {
    own['value'] = node.value.replace(/\n/g, ' ');
  }
  const line = ' '.repeat(depth) + JSON.stringify(own);
  return [line, ...childrenOf(node).flatMap((child) => shape(child, depth + 1))];
}

function childrenOf(node: mdast.Nodes): mdast.Nodes[] {
  const out: mdast.Nodes[] = [];
  for (const child of 'children' in node ? node.children : []) {
    const last = out.at(-1);
    const one = last?.type === child.type ? asOne(last, child) : undefined;
    if (one) out[out.length - 1] = one;
    else if (!(child.type === 'text' && child.value === '')) out.push(child);
  }
  return out;
}

function asOne(last: mdast.Nodes, next: mdast.Nodes): mdast.Nodes | undefined {
  if (last.type === 'text' && next.type === 'text')
    return { type: 'text', value: last.value + next.value };
  if (!EMPHASES.has(last.type)) return undefined;
  const [before, after] = [last, next] as [mdast.Strong, mdast.Strong];
  return { ...before, children: [...before.children, ...after.children] };
}

/** What front matter says, wherever a date was found; the time of a file is not written. */
function told({ date, updated, ...meta }: Meta): object {
  return { ...meta, date: date?.origin === 'file' ? undefined : date?.iso, updated: updated?.iso };
}

async function twice(path: string, text: string) {
  const first = await parse({ path, text });
  const written = markdown(first);
  return { first, written, second: await parse({ path, text: written }) };
}

async function holds(path: string, text: string): Promise<void> {
  const { first, written, second } = await twice(path, text);
  expect(shape(second.body), path).toEqual(shape(first.body));
  expect(told(second.meta), path).toEqual(told(first.meta));
  expect(markdown(second), path).toBe(written);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('markdown, read again, gives the same article', () => {
  it.each(files(join(root, 'articles')))('%s', async (path) => {
    await holds(path, readFileSync(path, 'utf8'));
  });

  it.skipIf(!existsSync(corpus))(
    'for every file of the corpora (skipped where ../shared is absent)',
    async () => {
      const all = files(corpus);
      expect(all.length).toBeGreaterThan(600);
      for (const path of all) await holds(path, readFileSync(path, 'utf8'));
    },
    120_000,
  );

  /** `strong` in `strong` in `strong` with nothing between: only a run of six stars says that. */
  const SIX_STARS = /\*{6}/;

  it.each(['commonmark', 'gfm', 'gfm-extensions'])('for every example of %s', async (suite) => {
    const path = join(import.meta.dirname, 'spec-data', `${suite}.json`);
    const examples: { markdown: string; example: number }[] = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    for (const example of examples.filter((one) => !SIX_STARS.test(one.markdown))) {
      const { first, second } = await twice('example.md', example.markdown);
      expect(shape(second.body), `example ${example.example}`).toEqual(shape(first.body));
    }
  });
});

const PIECES =
  'a|b c|word|1|5| |\n|\n\n|*|**|_|`|[|]|(|)|[a]|](b)|!|$|==|^|~|~~|\\|<|>|&|&amp;|:|: |#|# |- |1. |> |"|é|读|@|www.a.b|http://a.b|+|***|---'.split(
    '|',
  );

describe('any text', () => {
  it('keeps its words and, nearly always, its tree', async () => {
    let same = 0;
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), async (pieces) => {
        const { first, second } = await twice('example.md', pieces.join(''));
        runs += 1;
        if (shape(second.body).join('\n') === shape(first.body).join('\n')) same += 1;
      }),
      { seed: 20_230_914, numRuns: 1000 },
    );
    expect(same / runs).toBeGreaterThan(0.995);
  });
});
