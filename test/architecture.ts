/** Source files by path from the top of the repository, as the checks below read them. */
export type Sources = ReadonlyMap<string, string>;

/** What each room of src may import besides itself. `model` imports nothing; stages import only `model`. */
export const REACH: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model'],
  parse: ['model'],
  layout: ['model'],
  emit: ['model'],
  theme: ['model'],
  library: ['model'],
  // What others write is read with the same eyes as our own: dates, names, front matter, Markdown.
  import: ['model', 'parse'],
  terminal: ['model'],
  locale: ['model'],
  // The one place where stages meet.
  'reader.ts': ['model', 'source', 'parse', 'layout', 'emit', 'library'],
  // What the index keeps of a file, and the library as it is asked.
  'cataloguer-thread.ts': ['cataloguer.ts'],
  'cataloguer.ts': ['model', 'source', 'parse', 'library'],
  'librarian.ts': ['model', 'source', 'library', 'reader.ts', 'cataloguer.ts'],
  'importer.ts': ['model', 'source', 'parse', 'emit', 'library', 'import'],
  'version.ts': [],
  'checker.ts': ['model', 'source', 'parse', 'library'],
  'tagger.ts': ['model', 'source', 'parse', 'library'],
  'index.ts': ['reader.ts', 'locale', 'model', 'parse', 'theme'],
  // Lists are lines and records, which emit writes; what cannot be read is found out by source.
  cli: [
    'reader.ts',
    'checker.ts',
    'tagger.ts',
    'librarian.ts',
    'importer.ts',
    'version.ts',
    'model',
    'library',
    'import',
    'terminal',
    'locale',
    'theme',
    'emit',
  ],
};

/** The only files (or folders, with a slash at the end) that import each package. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  chalk: ['src/emit/ansi.ts'],
  commander: ['src/cli/'],
  'gray-matter': ['src/parse/front-matter.ts'],
  'wrap-ansi': ['src/layout/hard-break-ansi.ts'],
  satteri: ['src/parse/satteri.ts', 'src/model/article.ts'],
  'js-yaml': ['src/parse/front-matter.ts', 'src/parse/front-matter-fault.ts'],
  'smol-toml': [
    'src/parse/front-matter.ts',
    'src/parse/front-matter-fault.ts',
    'src/cli/config/config.ts',
  ],
  htmlparser2: ['src/parse/html-tokens.ts', 'src/import/'],
  feedsmith: ['src/import/'],
  'hast-util-from-html': ['src/import/'],
  linkedom: ['src/import/html/article.ts'],
  '@mozilla/readability': ['src/import/html/article.ts'],
  fflate: ['src/import/epub/'],
  'hast-util-to-mdast': ['src/import/html/fragment'],
  gemoji: ['src/parse/emoji.ts'],
  'mdast-util-from-markdown': ['src/parse/markdown-fallback.ts'],
  'micromark-extension-gfm': ['src/parse/markdown-fallback.ts'],
  'micromark-extension-math': ['src/parse/markdown-fallback.ts'],
  'mdast-util-gfm': ['src/parse/markdown-fallback.ts', 'src/emit/markdown.ts'],
  'mdast-util-math': ['src/parse/markdown-fallback.ts', 'src/emit/markdown.ts'],
  'mdast-util-to-markdown': ['src/emit/markdown'],
  'mdast-util-to-hast': ['src/emit/html-'],
  'hast-util-to-html': [
    'src/emit/html.ts',
    'src/emit/markdown-blocks.ts',
    'src/import/html/article.ts',
  ],
  'hast-util-sanitize': ['src/emit/html.ts', 'src/emit/html-schema.ts'],
  'highlight.js': ['src/layout/highlight.ts', 'src/layout/grammars.ts'],
  'unicode-segmenter': ['src/model/width.ts', 'src/layout/line-break-tailoring.ts'],
  'get-east-asian-width': ['src/model/width.ts'],
  libsql: ['src/library/index/driver.ts'],
};

/** Packages whose types are the vocabulary of the tree: imported wherever a node is named, never run. */
const VOCABULARY = new Set(['mdast', 'hast', 'unist']);
const MOST_LINES = 250;
const MOST_COMMAND_LINES = 40;
const VAGUE = /(?:^|\/)(?:utils?|helpers?|managers?|misc|common-utils)\.ts$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

/** Every import of a file: static, type-only, re-export, and `import()`. */
function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  // A command of that name in quotes begins no statement.
  for (const match of code.matchAll(
    /(?<!')(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/g,
  )) {
    found.push({ from: path, to: match[2] ?? '', typesOnly: match[1] !== undefined });
  }
  for (const match of code.matchAll(/import\(\s*'([^']+)'\s*\)/g)) {
    found.push({ from: path, to: match[1] ?? '', typesOnly: false });
  }
  return found;
}

function target({ from, to }: Import): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const path = from.split('/').slice(0, -1);
  for (const step of to.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Imports that leave a room by a door it does not have. */
export function wrongReach(sources: Sources): string[] {
  return allImports(sources)
    .map((one) => ({ from: one.from, to: target(one) ?? '' }))
    .filter(({ from, to }) => from.startsWith('src/') && to.startsWith('src/'))
    .filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && !REACH[roomOf(from)]?.includes(roomOf(to)),
    )
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** Doors of the table that no import goes through: they are to be closed. */
export function unusedDoors(sources: Sources): string[] {
  const used = new Set(
    allImports(sources).map((one) => `${roomOf(one.from)} → ${roomOf(target(one) ?? '')}`),
  );
  return Object.entries(REACH)
    .flatMap(([room, others]) => others.map((other) => `${room} → ${other}`))
    .filter((door) => !used.has(door));
}

/** Packages imported outside of their homes, and packages without one. */
export function wrongHomes(sources: Sources): string[] {
  return allImports(sources)
    .filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'))
    .map(({ from, to }) => ({ from, name: packageOf(to) }))
    .filter(
      ({ from, name }) =>
        !VOCABULARY.has(name) && !HOMES[name]?.some((home) => from.startsWith(home)),
    )
    .map(({ from, name }) => `${from} imports ${name}`);
}

function allImports(sources: Sources): Import[] {
  return [...sources].flatMap(([path, text]) => importsOf(path, text));
}

function packageOf(specifier: string): string {
  const steps = specifier.split('/');
  return specifier.startsWith('@') ? steps.slice(0, 2).join('/') : (steps[0] ?? '');
}

/** Circles of imports, type-only ones too: the first file of each that comes back to itself. */
export function cycles(sources: Sources): string[] {
  const edges = new Map(
    [...sources].map(([path, text]) => [
      path,
      importsOf(path, text).flatMap((one) => target(one) ?? []),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string) => {
    if (state.get(path) === 'open') found.push(path);
    if (state.has(path)) return;
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next);
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path);
  return found;
}

/** Uses of the process, the console or the clock outside of cli, bin, and the pager's own child. */
export function wrongWorld(sources: Sources): string[] {
  return matching(sources, /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)/, (path) =>
    /^(?:src\/cli\/|bin\/|src\/terminal\/pager\.ts$)/.test(path),
  );
}

/** Text declared printable anywhere but where that is made sure. */
export function wrongPrintable(sources: Sources): string[] {
  return matching(
    sources,
    /\bas (?:unknown as )?Printable\b/,
    (path) => path === 'src/model/printable.ts',
  );
}

/** Default exports: every name is said where it is used. */
export function defaultExports(sources: Sources): string[] {
  return matching(sources, /^export default\b/m, (path) => path === 'src/model/string-width.ts');
}

function matching(sources: Sources, pattern: RegExp, allowed: (path: string) => boolean): string[] {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  return [...sources]
    .filter(([path, text]) => !allowed(path) && pattern.test(code(text)))
    .map(([path]) => path);
}

/** Files that grew too long, data aside, and commands that do more than lead to what they do. */
export function tooLong(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => !path.endsWith('-data.ts'))
    .filter(([path, text]) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > (path.startsWith('src/cli/commands/') ? MOST_COMMAND_LINES : MOST_LINES);
    })
    .map(([path, text]) => `${path} has ${text.trimEnd().split('\n').length} lines`);
}

/** File names that say nothing. */
export function vagueNames(sources: Sources): string[] {
  return [...sources.keys()].filter((path) => VAGUE.test(path));
}
