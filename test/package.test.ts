import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
interface Locked {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** What an installed sijori brings along by name; each has its home in test/architecture.ts. */
const DEPENDENCIES = [
  '@mozilla/readability',
  '@types/mdast', // the published types speak of its nodes
  'chalk',
  'commander',
  'feedsmith',
  'fflate',
  'gemoji',
  'get-east-asian-width',
  'gray-matter',
  'hast-util-from-html',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'highlight.js',
  'htmlparser2',
  'js-yaml',
  'linkedom',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-math',
  'mdast-util-to-hast',
  'mdast-util-to-markdown',
  'micromark-extension-gfm',
  'micromark-extension-math',
  'satteri',
  'smol-toml',
  'unicode-segmenter',
  'wrap-ansi',
];
/** What it brings along where there is a binary for the system, and does without elsewhere. */
const OPTIONAL = ['libsql'];
/** Files of the package outside of dist and articles. */
const TOP = ['CHANGELOG.md', 'LICENSE', 'README.id.md', 'README.md', 'SECURITY.md', 'package.json'];

let folder = '';
let packed: Packed = { filename: '', files: [] };
const run = (program: string, args: readonly string[], cwd = folder) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-package-'));
  const [made] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], process.cwd()),
  ) as Packed[];
  if (made) packed = made;
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', [
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    `./${packed.filename}`,
  ]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sijori = (...args: string[]) => run(join(folder, 'node_modules/.bin/sijori'), args);

describe('the package, installed into an empty folder', () => {
  it('runs, and has articles of its own', () => {
    expect(sijori('--version').trim()).toBe('0.1.0');
    expect(sijori('read', 'seed', '--plain', '--width', '0')).toContain(
      'MOSKOW (sijori.id) - Presiden',
    );
    expect(sijori('list', '--tag', 'rusia', '--json')).toContain('presiden-vladimir-putin');
    expect(sijori('read', 'specimen', '--html')).toContain('<!doctype html>');
  });

  it('finds a driver for its index', () => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), LC_ALL: 'C.UTF-8' };
    const library = join(folder, 'node_modules/sijori/articles');
    const program = join(folder, 'node_modules/.bin/sijori');
    const said = execFileSync(program, ['index', '--library', library], { env, encoding: 'utf8' });
    expect(said).toMatch(/^\d+ articles; \d+ new, 0 changed, 0 gone\n$/);
  });

  it('can be imported', () => {
    const code = `import { parse, ReaderError } from 'sijori';
      const article = await parse({ path: 'x.md', text: '# Judul\\n\\nSatu kata.' });
      console.log([article.meta.title, article.words, typeof ReaderError].join(' '));`;
    expect(run(process.execPath, ['--input-type=module', '-e', code]).trim()).toBe(
      'Judul 3 function',
    );
  });

  it('has types that hold without the sources', () => {
    const code = `import { openArticle, parse, ReaderError, type Article, type Block } from 'sijori';
      export async function title(path: string): Promise<string> {
        const article: Article = await openArticle(path);
        const block: Block | undefined = article.body.children[0];
        return block?.type === 'descriptionList' ? String(block.children.length) : article.meta.title;
      }
      export const wrong: unknown = new ReaderError('no-match');
      // @ts-expect-error the text is missing
      export const broken = parse({ path: 'x.md' });`;
    writeFileSync(join(folder, 'importer.ts'), code);
    const options = '--noEmit --strict --module nodenext --target es2023 importer.ts'.split(' ');
    run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...options]);
  });

  it('holds what it needs and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const top = paths.filter((path) => !/^(?:dist|articles)\//.test(path));
    expect(top.sort()).toEqual(TOP.filter((path) => existsSync(path)));
    expect(paths).toContain('README.md');
    const strange =
      /\.(?:map|tsbuildinfo|test\..*)$|(?:^|\/)(?:test|bench|node_modules)\/|\.(?<!d\.)ts$/;
    expect(paths.filter((path) => strange.test(path))).toEqual([]);
    const articles = readdirSync('articles', { recursive: true, withFileTypes: true });
    const named = articles.filter((entry) => entry.isFile()).map(({ name }) => name);
    const shipped = paths.filter((path) => path.startsWith('articles/'));
    expect(shipped.map((path) => basename(path)).sort()).toEqual(named.sort());
  });

  it('says nothing of the machine that built it', () => {
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .map((path) => join('dist', path))
      .filter((path) => statSync(path).isFile());
    expect(built.filter((path) => readFileSync(path, 'utf8').includes(process.cwd()))).toEqual([]);
  });

  it('has the licence of every package that it contains', () => {
    const notices = readFileSync('dist/THIRD-PARTY-LICENCES.md', 'utf8').split(/^## /m).slice(1);
    const names = notices.map((notice) => notice.split(/[ \n]/, 1)[0]);
    expect(names).toEqual(expect.arrayContaining(['chalk', 'commander', 'satteri', 'Hyphenation']));
    expect(notices.filter((notice) => notice.length < 150)).toEqual([]);
  });
});

describe('the dependencies', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

  it('are those that it needs, each pinned with what it brings', () => {
    expect(Object.keys(lock.packages['']?.dependencies ?? {})).toEqual(DEPENDENCIES);
    expect(Object.keys(lock.packages['']?.optionalDependencies ?? {})).toEqual(OPTIONAL);
    expect(lock.packages['']?.dependencies?.['satteri']).toMatch(/^\d+\.\d+\.\d+$/);
    const loose = Object.entries(lock.packages).filter(
      ([path, one]) => path !== '' && one.integrity === undefined,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('of the package run nothing when they are installed', () => {
    const scripts = Object.entries(lock.packages).filter(
      ([, one]) => one.dev !== true && one.hasInstallScript,
    );
    expect(scripts.map(([path]) => path)).toEqual([]);
  });
});
