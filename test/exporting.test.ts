import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textFrom } from 'node:stream/consumers';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReaderError } from '../src/model/errors.ts';

/** A folder in which nothing can be made, which even the owner of the machine is told. */
const sealed = vi.hoisted(() => ({ folder: '' }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const openSync: typeof real.openSync = (path, flags, mode) => {
    if (sealed.folder !== '' && flags === 'wx' && String(path).startsWith(sealed.folder))
      throw Object.assign(new Error('EROFS'), { code: 'EROFS', errno: -30 });
    return real.openSync(path, flags, mode);
  };
  return { ...real, openSync };
});

const { exportTo } = await import('../src/cli/exporting/exporting.ts');
const { streamed } = await import('../src/cli/exporting/streaming.ts');
const { PipeClosed } = await import('../src/cli/output.ts');
const { readLibrary } = await import('../src/reader.ts');
const { contextFor } = await import('./import/importing.ts');
type FileFormat = import('../src/cli/exporting/format.ts').FileFormat;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-exporting-'));
  mkdirSync(join(home, 'library'));
});
afterEach(() => {
  sealed.folder = '';
  rmSync(home, { recursive: true });
});

const article = (name: string, text: string) => writeFileSync(join(home, 'library', name), text);
const out = (name = '') => join(home, 'out', name);
const textOf = (name: string) => readFileSync(out(name), 'utf8');

async function* entries() {
  yield* readLibrary(join(home, 'library')).entries;
}

async function run(format: FileFormat = 'html', force = false) {
  const said = { out: '', errors: '', failures: [] as unknown[] };
  const config = { path: '', themes: {}, queries: {} } as never;
  await exportTo(entries(), { folder: out(), format, force, config }, contextFor(home, said));
  const codes = (said.failures as ReaderError[]).map(({ code, details }) => [
    code,
    String(details['path']).replace(`${home}/`, ''),
  ]);
  return { errors: said.errors, codes };
}

describe('an export into a folder', () => {
  it('writes a file for each article, and leaves what is the same alone', async () => {
    article('a.md', '---\ndate: 2024-05-06\n---\n[dua](b.md)\n');
    article('b.md', '---\nslug: index\n---\nDua.\n');
    expect(await run()).toEqual({ errors: 'exported: 2\n', codes: [] });
    expect(readdirSync(out()).sort()).toEqual(['2024-05-06-a.html', 'index-2.html', 'index.html']);
    expect(textOf('2024-05-06-a.html')).toContain('<a href="index-2.html">dua</a>');
    const before = lstatSync(out('index.html')).ino;
    expect(await run('html', true)).toEqual({ errors: 'unchanged: 2\n', codes: [] });
    expect(lstatSync(out('index.html')).ino).toBe(before);
  });

  it('loses nothing that is there, and goes on', async () => {
    for (const name of ['a', 'b', 'c']) article(`${name}.md`, `# ${name}\n`);
    mkdirSync(out('c.html'), { recursive: true });
    writeFileSync(out('a.html'), 'milik orang');
    writeFileSync(out('index.html'), 'juga');
    expect(await run()).toEqual({
      errors: 'exported: 1, failed: 3\n',
      codes: [
        ['taken', 'out/a.html'],
        ['not-a-file', 'out/c.html'],
        ['taken', 'out/index.html'],
      ],
    });
    expect([textOf('a.html'), textOf('index.html')]).toEqual(['milik orang', 'juga']);
    const { errors } = await run('html', true);
    expect(errors).toBe('replaced: 1, unchanged: 1, failed: 1\n');
    expect(textOf('a.html')).toContain('<h1 class="page-title"');
  });

  it('replaces no article of the export by another, though it is told to', async () => {
    article('a.md', '---\nslug: b\n---\nSatu.\n');
    article('b.md', '---\nslug: a\n---\nDua.\n');
    article('c.md', 'Tiga.\n');
    symlinkSync(join(home, 'library'), out());
    const { errors, codes } = await run('markdown', true);
    expect(errors).toBe('replaced: 1, failed: 2\n');
    expect(codes).toEqual([
      ['of-another', 'out/b.md'],
      ['of-another', 'out/a.md'],
    ]);
    expect([textOf('a.md'), textOf('b.md')].map((text) => text.slice(-5).trim())).toEqual([
      'atu.',
      'Dua.',
    ]);
  });

  it('writes its list anew where nobody changed it', async () => {
    article('a.md', '# Satu\n');
    await run();
    article('b.md', '# Dua\n');
    expect((await run()).codes).toEqual([]);
    expect(textOf('index.html')).toContain('<a href="b.html"');
    const mine = textOf('index.html').replace('Dua', 'Kedua');
    writeFileSync(out('index.html'), mine);
    expect((await run()).codes).toEqual([['taken', 'out/index.html']]);
    expect(textOf('index.html')).toBe(mine);
  });

  it('follows no link out of the folder', async () => {
    article('a.md', '# Satu\n');
    const outside = join(home, 'outside');
    writeFileSync(outside, 'luar');
    mkdirSync(out());
    symlinkSync(outside, out('a.md'));
    expect((await run('markdown')).codes).toEqual([['taken', 'out/a.md']]);
    expect((await run('markdown', true)).errors).toBe('replaced: 1\n');
    expect(readFileSync(outside, 'utf8')).toBe('luar');
    expect(lstatSync(out('a.md')).isSymbolicLink()).toBe(false);
  });

  it('reports each file that a read-only folder does not take', async () => {
    article('a.md', '# Satu\n');
    article('b.md', '# Dua\n');
    mkdirSync(out());
    writeFileSync(out('lama'), 'x');
    sealed.folder = out();
    expect(await run('plain')).toEqual({
      errors: 'failed: 2\n',
      codes: [
        ['write', 'out/a.txt'],
        ['write', 'out/b.txt'],
      ],
    });
    expect(readdirSync(out())).toEqual(['lama']);
  });

  it.skipIf(process.getuid?.() === 0)('the same by permissions (not as root)', async () => {
    article('a.md', '# Satu\n');
    mkdirSync(out());
    chmodSync(out(), 0o500);
    expect((await run('json')).codes).toEqual([['write', 'out/a.json']]);
    chmodSync(out(), 0o700);
  });

  it('reports what cannot be read any more', async () => {
    article('a.md', '# Satu\n');
    article('b.md', '# Dua\n');
    const found = readLibrary(join(home, 'library')).entries;
    rmSync(join(home, 'library', 'a.md'));
    const said = { out: '', errors: '', failures: [] as unknown[] };
    const config = { path: '', themes: {}, queries: {} } as never;
    const given = (async function* () {
      yield* found;
    })();
    const asked = { folder: out(), format: 'markdown', force: false, config } as const;
    await exportTo(given, asked, contextFor(home, said));
    expect(said.errors).toBe('exported: 1, failed: 1\n');
    expect(readdirSync(out())).toEqual(['b.md']);
  });
});

/** What of a page could act: elements, attributes and addresses, as a browser reads them. */
function dangersIn(node: DefaultTreeAdapterTypes.Node): string[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const attributes = 'attrs' in node ? node.attrs : [];
  const bad = attributes.filter(({ name, value }) =>
    /^(?:href|src)$/.test(name)
      ? /^\s*(?!https?:|mailto:)[\w+.-]+:/i.test(value)
      : /^on/i.test(name),
  );
  const acts = /^(?:script|iframe|object|embed|form|base|link)$/.test(node.nodeName);
  const own = [...(acts ? [node.nodeName] : []), ...bad.map(({ name, value }) => name + value)];
  return [...own, ...children.flatMap(dangersIn)];
}

it('leaves whole files and no others when it is interrupted', { timeout: 30_000 }, async () => {
  for (let at = 0; at < 390; at += 1)
    article(`${at}.md`, `# Nomor ${at}\n\n${'Kata. '.repeat(500)}\n`);
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home };
  const args = ['dist/sijori.cjs', 'export', '--library', join(home, 'library'), '-o', out()];
  const child = spawn(process.execPath, args, { env: { ...env, SIJORI_LANG: 'en' } });
  const errors = textFrom(child.stderr);
  while (!existsSync(out()) || readdirSync(out()).filter((name) => name.endsWith('.md')).length < 3)
    await new Promise((resume) => setTimeout(resume, 1));
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
  const files = readdirSync(out());
  expect(await errors).toBe(`exported: ${files.length}\n`);
  expect(files.length).toBeLessThan(390);
  for (const file of files) expect(textOf(file)).toMatch(/^---\n[\s\S]*Kata\.\n$/);
});

describe('hostile articles', () => {
  const TITLES = [
    '../../x',
    'CON',
    '..',
    '.hidden',
    '/etc/passwd',
    'a\\b:c*?"<>|',
    '\x1b]0;x\x07\x00\r\n',
    '\u202egnp.exe',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'index',
    'kata '.repeat(1000),
    '書'.repeat(500),
    '   ',
  ];
  const BODY =
    '[js](javascript:alert(1)) <a href="javascript:alert(1)">x</a> <script>alert(1)</script> ' +
    '[d](data:text/html,x) ![p](x.png" onerror="alert) <iframe src="/x"></iframe> [up](../../../../etc/passwd)\n';
  const FORMATS: readonly FileFormat[] = ['html', 'markdown', 'plain', 'json'];

  it.each(FORMATS)('stay in the folder and act nowhere as %s', async (format) => {
    for (const [at, title] of TITLES.entries()) {
      const head = `title: ${JSON.stringify(title)}\nslug: ${JSON.stringify(title)}`;
      article(`${at}.md`, `---\n${head}\ntags: [${JSON.stringify(title)}]\n---\n\n${BODY}`);
    }
    const { codes } = await run(format);
    expect(codes).toEqual([]);
    expect(readdirSync(home).sort()).toEqual(['library', 'out']);
    const files = readdirSync(out());
    expect(files).toHaveLength(TITLES.length + (format === 'html' ? 1 : 0));
    for (const file of files) {
      expect(file).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.(?:html|md|txt|json)$/u);
      expect(file).not.toMatch(/^(?:con|nul)\./i);
      const text = textOf(file);
      expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
      if (format === 'html') expect(dangersIn(parse(text))).toEqual([]);
    }
  });
});

describe('a stream', () => {
  it('writes each article before it reads the next, and goes on after what cannot be read', async () => {
    article('a.md', '# Satu\n');
    article('c.md', '# Tiga\n');
    const events: string[] = [];
    const said = { out: '', errors: '', failures: [] as unknown[] };
    const context = contextFor(home, said);
    const given = (async function* () {
      for (const name of ['a', 'b', 'c']) {
        events.push(`read ${name}`);
        yield { path: join(home, 'library', `${name}.md`), meta: {} as never };
      }
    })();
    const write = async (text: string) => {
      events.push('written');
      return context.write(text);
    };
    await streamed(given, Object.assign(Object.create(context), { write }));
    expect(events).toEqual(['read a', 'written', 'read b', 'read c', 'written']);
    const lines = said.out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).meta.title)).toEqual(['Satu', 'Tiga']);
    expect(said.failures).toHaveLength(1);
  });

  it('ends when its reader leaves', async () => {
    article('a.md', '# Satu\n');
    article('b.md', '# Dua\n');
    const said = { out: '', errors: '', failures: [] as unknown[] };
    let tries = 0;
    const write = async () => {
      tries += 1;
      throw new PipeClosed();
    };
    const context = Object.assign(Object.create(contextFor(home, said)), { write });
    await expect(streamed(entries(), context)).rejects.toBeInstanceOf(PipeClosed);
    expect([tries, said.failures]).toEqual([1, []]);
    expect(existsSync(out())).toBe(false);
  });
});
