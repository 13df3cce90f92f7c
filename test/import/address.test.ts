import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

// The built program against a server of the test's own.

/** What the server answers: type and body by path. */
const pages = new Map<string, readonly [type: string, body: string | Uint8Array]>();
const asked: IncomingMessage[] = [];
let server: Server;
let base = '';
let home = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const page = pages.get(request.url ?? '');
    if (!page) return response.writeHead(404).end('tiada');
    const [type, body] = page;
    const packed = typeof body === 'string' ? {} : { 'content-encoding': 'gzip' };
    return response.writeHead(200, { 'content-type': type, ...packed }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-address-'));
  asked.length = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Done {
  readonly out: string;
  readonly errors: string;
  readonly code: number | null;
}

function sijori(...args: string[]): Promise<Done> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    LANG: 'C.UTF-8',
    XDG_CACHE_HOME: join(tmpdir(), 'sijori-test-cache'),
  };
  const child = spawn(process.execPath, ['dist/sijori.cjs', ...args], { env });
  const said = { out: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.errors += text;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...said, code }));
  });
}

const library = () => join(home, '.local/share/sijori');
const NEWS = 'Kapal Baru\n\nSenin, 6 Mei 2024 08.21 WIB\n\nNATUNA - Kapal itu tiba.\n';

describe('an address', () => {
  it('is imported, and remembered in the article', async () => {
    pages.set('/berita', ['text/plain; charset=utf-8', NEWS]);
    const { errors, code } = await sijori('import', '--allow-private', `${base}/berita`);
    expect([errors, code]).toEqual(['imported: 1\n', 0]);
    const text = readFileSync(join(library(), '2024-05-06-kapal-baru.md'), 'utf8');
    expect(text).toContain(`\nsource: ${base}/berita\n`);
    expect(text).toMatch(/\n\nNATUNA - Kapal itu tiba\.\n$/);
    expect(asked[0]?.headers['user-agent']).toMatch(/^sijori\/\d/);
  });

  it('of a page, a feed or Markdown is read as what it is', async () => {
    const paragraph = 'Kapal itu berlayar dari Natuna ke Tarempa pada pagi hari yang cerah. ';
    pages.set('/halaman', [
      'text/html; charset=utf-8',
      `<!doctype html><html lang="id"><head><title>Kapal Baru - Kabar</title><meta property="article:published_time" content="2024-05-06T08:21:00+07:00"></head><body><nav><a href="/">Beranda</a></nav><article><h1>Kapal Baru</h1>${`<p>${paragraph.repeat(4)}</p>`.repeat(4)}<p>Lihat <a href="lain">berita lain</a>.</p></article><footer>Hak cipta</footer></body></html>`,
    ]);
    pages.set('/umpan', [
      'application/rss+xml',
      `<rss version="2.0"><channel><title>Kabar</title><item><title>Satu</title><link>${base}/satu</link><pubDate>Tue, 07 May 2024 08:00:00 +0700</pubDate><description>Isi.</description></item></channel></rss>`,
    ]);
    pages.set('/a.md', ['text/plain', '---\ntitle: Dua\ndate: 2024-05-08\n---\n\n*Isi*.\n']);
    const addresses = ['halaman', 'umpan', 'a.md'].map((path) => `${base}/${path}`);
    const all = () => sijori('import', '--allow-private', ...addresses);
    const { out, code } = await all();
    expect(out.replaceAll(`${library()}/`, '')).toBe(
      '2024-05-06-kapal-baru.md\n2024-05-07-satu.md\n2024-05-08-a.md\n',
    );
    expect(code).toBe(0);
    const page = readFileSync(join(library(), '2024-05-06-kapal-baru.md'), 'utf8');
    expect(page).toContain(`[berita lain](${base}/lain)`);
    expect(page).toContain(`${base}/halaman`);
    expect(page).not.toMatch(/Beranda|Hak cipta/);
    expect(await all()).toMatchObject({ out: '', errors: 'unchanged: 3\n', code: 0 });
  });

  it('changes nothing the second time, and updates its article when it has changed', async () => {
    pages.set('/berita', ['text/plain', NEWS]);
    const again = () => sijori('import', '--allow-private', '--update', `${base}/berita`);
    await again();
    expect(await again()).toMatchObject({ out: '', code: 0 });
    pages.set('/berita', ['text/plain', NEWS.replace('Kapal Baru', 'Kapal Lama')]);
    expect(await again()).toMatchObject({ errors: 'updated: 1\n', code: 0 });
    expect(readdirSync(library())).toEqual(['2024-05-06-kapal-baru.md']);
  });

  it('of this machine is not even asked without --allow-private', async () => {
    const { errors, code } = await sijori('import', `${base}/berita`);
    expect(errors).toContain('leads to this machine or a private network');
    expect(code).toBe(1);
    expect(asked).toEqual([]);
  });

  it('that fails never stops the next', async () => {
    pages.set('/bom', ['text/plain', gzipSync(Buffer.alloc(11_000_000, 'a'))]);
    pages.set('/kosong', ['text/plain', '']);
    pages.set('/gambar', ['image/png', gzipSync(Buffer.alloc(4000))]);
    pages.set('/berita', ['text/plain', NEWS]);
    const paths = ['tiada', 'bom', 'kosong', 'gambar', 'berita'].map((path) => `${base}/${path}`);
    const { errors, code } = await sijori('import', '--allow-private', ...paths);
    expect(errors.replaceAll(base, '')).toBe(
      [
        'sijori: /tiada: the server answered 404',
        'sijori: /bom: larger than 10 MB',
        'sijori: /kosong: is empty',
        'sijori: /gambar: is not text',
        'imported: 1, failed: 4\n',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });
});
