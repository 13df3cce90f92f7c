// How paragraphs are broken: greedy, as a whole (fit), and as a whole with hyphens, on the seed story and both corpora.
// `node bench/typography.mjs`; the corpora are beside the project (../shared), without them only articles/ is measured.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(root, 'node_modules/.sijori-bench-'));
const entry = `
export { parse } from './src/parse/parse.ts';
export { fill } from './src/layout/wrap.ts';
export { glueFor } from './src/layout/glue.ts';
export { hyphenator } from './src/layout/hyphenate.ts';
export { cutClusters } from './src/layout/hard-break.ts';
export { descendants } from './src/model/tree.ts';
export { textOf } from './src/model/text.ts';
export { lineWidth } from './src/model/line.ts';
`;
await build({
  stdin: { contents: entry, resolveDir: root, loader: 'ts' },
  outfile: join(scratch, 'sijori.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const sijori = await import(pathToFileURL(join(scratch, 'sijori.mjs')).href);

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}
const articles = join(root, 'articles');
const corpora = {
  'seed story': files(articles).filter((name) => name.includes('putin')),
  'opensource-guide': files(join(root, '../shared/corpus/opensource-guide')),
  '18F': files(join(root, '../shared/corpus/18f')),
  articles: files(articles),
};

/** The paragraphs of prose of some files, with the tools of their language. */
async function paragraphs(paths) {
  const found = [];
  for (const path of paths) {
    const article = await sijori.parse({ path, text: readFileSync(path, 'utf8') });
    const { lang } = article.meta;
    const tools = {
      glue: sijori.glueFor(lang),
      hyphenate: lang && (await sijori.hyphenator(lang)),
    };
    for (const node of sijori.descendants(article.body)) {
      if (node.type !== 'paragraph') continue;
      const text = sijori.textOf(node).replace(/\s+/g, ' ').trim();
      if (text !== '') found.push({ text, tools });
    }
  }
  return found;
}

const WAYS = {
  greedy: { wrap: 'greedy', hyphens: false },
  fit: { wrap: 'fit', hyphens: false },
  'fit, hyphens': { wrap: 'fit', hyphens: true },
};

function set(all, width, { wrap, hyphens }) {
  const hardBreak = sijori.cutClusters;
  return all.map(({ text, tools: { glue, hyphenate } }) =>
    sijori.fill([{ text, style: {} }], {
      width,
      wrap,
      hardBreak,
      glue,
      hyphenate: hyphens ? hyphenate : undefined,
    }),
  );
}

/** One word; a line of a script without spaces is more than one. */
const ONE_WORD = /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;

function figures(pages, width) {
  const shown = pages.map((lines) => lines.map((line) => line.map((part) => part.text).join('')));
  const gapsOf = (lines) => lines.map((line) => width - sijori.lineWidth(line));
  const gaps = pages.flatMap((lines) => gapsOf(lines.slice(0, -1)));
  const long = shown.filter((lines) => lines.length > 1);
  const lonely = long.filter((lines) => ONE_WORD.test(lines.at(-1)));
  const all = shown.flat();
  const hyphenated = all.filter((line) => /\p{L}-$/u.test(line)).length;
  return {
    lines: all.length,
    rms: rootMeanSquare(gaps),
    rmsOfAll: rootMeanSquare(pages.flatMap(gapsOf)),
    largest: Math.max(0, ...gaps),
    lonely: lonely.length,
    hyphenated: (100 * hyphenated) / Math.max(1, all.length),
  };
}

function rootMeanSquare(values) {
  return Math.sqrt(values.reduce((sum, one) => sum + one * one, 0) / Math.max(1, values.length));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

console.log(
  '| text | columns | way | lines | rms gap | rms gap with last lines | largest gap | one-word last lines | lines ending in a hyphen | time |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const [name, paths] of Object.entries(corpora)) {
  const all = await paragraphs(paths);
  if (all.length === 0) continue;
  for (const width of [40, 66, 80]) {
    const times = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
    const pages = {};
    for (let round = 0; round < 5; round++) {
      for (const [way, how] of Object.entries(WAYS)) {
        const start = performance.now();
        pages[way] = set(all, width, how);
        times[way].push(performance.now() - start);
      }
    }
    const base = median(times.greedy);
    for (const way of Object.keys(WAYS)) {
      const { lines, rms, rmsOfAll, largest, lonely, hyphenated } = figures(pages[way], width);
      const time = median(times[way]);
      console.log(
        `| ${name} | ${width} | ${way} | ${lines} | ${rms.toFixed(2)} | ${rmsOfAll.toFixed(2)} | ${largest} | ${lonely} | ${hyphenated.toFixed(1)} % | ${time.toFixed(0)} ms, × ${(time / base).toFixed(2)} |`,
      );
    }
  }
}
rmSync(scratch, { recursive: true });
