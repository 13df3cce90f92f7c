// Builds dist/: the program as one CommonJS file and its lazily loaded parts, and the library for importers.
import { execFileSync } from 'node:child_process';
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from './licences.mjs';
import { standIn } from './stand-ins.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...path) => join(root, ...path);

/** Modules that are heavy or seldom needed: each becomes a file of its own, read when it is first imported. */
const PARTS = [
  'src/cataloguer-thread.ts',
  'src/cli/commands/check.ts',
  'src/cli/commands/completion.ts',
  'src/cli/commands/config.ts',
  'src/cli/commands/continue.ts',
  'src/cli/commands/edit.ts',
  'src/cli/commands/export.ts',
  'src/cli/commands/feed-fetch.ts',
  'src/cli/commands/feed-opml.ts',
  'src/cli/commands/feed.ts',
  'src/cli/commands/history.ts',
  'src/cli/commands/import.ts',
  'src/cli/commands/mark.ts',
  'src/cli/commands/new.ts',
  'src/cli/commands/next.ts',
  'src/cli/commands/state.ts',
  'src/cli/commands/stats.ts',
  'src/cli/commands/tag.ts',
  'src/cli/commands/undo.ts',
  'src/cli/query/explaining.ts',
  'src/cli/reading/finding.ts',
  'src/cli/reading/placing.ts',
  'src/cli/state/queue.ts',
  'src/cli/reading/remember.ts',
  'src/emit/html.ts',
  'src/emit/json.ts',
  'src/emit/markdown.ts',
  'src/import/epub/epub.ts',
  'src/import/html/html.ts',
  'src/import/feed/feed.ts',
  'src/import/web/fetch.ts',
  'src/import/raw/raw.ts',
  'src/layout/hard-break-ansi.ts',
  'src/layout/highlight.ts',
  'src/layout/hyphenate.ts',
  'src/layout/math.ts',
  'src/parse/emoji.ts',
  'src/parse/html.ts',
  'src/parse/markdown-fallback.ts',
  'src/parse/shield.ts',
];

/** A UTF-16 unit as strings, templates and regular expressions of JavaScript may have it. */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const parts = new Map(
  PARTS.map((path) => [
    at(path),
    `${path
      .replace(/^src\//, '')
      .replace(/\.ts$/, '')
      .replaceAll('/', '-')}.cjs`,
  ]),
);

const plugin = (own) => ({
  name: 'sijori',
  setup(pack) {
    pack.onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (kind !== 'dynamic-import' || !parts.has(file) || file === own) return undefined;
      return { path: `./${parts.get(file)}`, external: true };
    });
    standIn(pack);
    // Only a few functions of these are used; their modules do nothing by being loaded.
    pack.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      const known =
        /^(?:satteri|js-yaml|smol-toml)$/.test(path) ||
        /node_modules[/](?:satteri|smol-toml)[/]/.test(importer);
      if (pluginData === 'seen' || !known || kind !== 'import-statement') return undefined;
      const found = await pack.resolve(path, { kind, resolveDir, importer, pluginData: 'seen' });
      return { ...found, sideEffects: false };
    });
    pack.onResolve({ filter: /^string-width$/ }, () => ({ path: at('src/model/string-width.ts') }));
  },
});

const shared = (own) => ({
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: process.env['SIJORI_READABLE'] !== '1',
  // import() of a part becomes require(): Node's loader for modules costs a third of a start.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  // The native parser picks its binary at run time; import.meta does not exist in CommonJS.
  external: ['@bruits/*', '@libsql/*'],
  define: { 'import.meta.url': '__sijori_url', 'import.meta.dirname': '__dirname' },
  banner: {
    js: "const __sijori_url=require('url').pathToFileURL(__filename).href,__sijori_require=require;",
  },
  plugins: [plugin(own)],
  metafile: true,
  logLevel: 'warning',
  logOverride: { 'empty-import-meta': 'silent' },
});

// Built beside dist/ and moved there when it is whole: what runs meanwhile is never half a program.
const out = (...path) => at('dist.new', ...path);
await rm(out(), { recursive: true, force: true });
const program = out('sijori.cjs');
await build({
  ...shared(undefined),
  banner: { js: '#!/usr/bin/env node' },
  entryPoints: [at('bin/sijori.ts')],
  outfile: program,
});
const whole = await build({
  ...shared(undefined),
  entryPoints: [at('src/cli/run.ts')],
  outfile: out('program.cjs'),
  banner: {
    js: `(function (exports, require, module, __filename, __dirname) {${shared(undefined).banner.js}`,
  },
  footer: { js: '})' },
});
// The start reads the program as Latin-1, which is quick; esbuild leaves regular expressions as they are written.
const code = await readFile(out('program.cjs'), 'utf8');
await writeFile(out('program.cjs'), code.replace(/[^\0-\x7f]/g, escaped));
const lazy = await Promise.all(
  [...parts].map(([file, name]) =>
    build({ ...shared(file), entryPoints: [file], outfile: out(name) }),
  ),
);
await chmod(program, 0o755);

const files = [whole, ...lazy].flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile(out('THIRD-PARTY-LICENCES.md'), noticesOf(files, root));

// The library for importers: ES modules that leave the packages to npm, and their types.
await build({
  entryPoints: [at('src/index.ts')],
  outdir: out(),
  bundle: true,
  splitting: true,
  chunkNames: 'library/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
execFileSync(
  process.execPath,
  [
    at('node_modules/typescript/bin/tsc'),
    '-p',
    at('tsconfig.types.json'),
    '--outDir',
    out('types'),
  ],
  {
    stdio: 'inherit',
  },
);
await rm(at('dist'), { recursive: true, force: true });
await rename(out(), at('dist'));
