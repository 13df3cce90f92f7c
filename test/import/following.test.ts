import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';

// `sijori feed` as a user runs it, against a server on the loopback address.

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const routes = new Map<string, Answer>();
const asked: string[] = [];
/** Requests that are being answered, and the most there ever were at once. */
const busy = { now: 0, most: 0 };
let server: Server;
let base = '';
let home = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    busy.most = Math.max(busy.most, ++busy.now);
    response.on('close', () => {
      busy.now -= 1;
    });
    const answer = routes.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-feed-'));
  routes.clear();
  asked.length = 0;
});
afterEach(() => rmSync(home, { recursive: true }));

const sink = (into: string[]) => ({
  write: (text: string, done: (error?: Error | null) => void) => {
    into.push(text);
    done();
    return true;
  },
  on: () => undefined,
});

/** A command, run to its end: its exit code, its output and its errors. */
async function sijori(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main({
    argv: [...argv, '--library', join(home, 'articles')],
    env: { HOME: home, SIJORI_LANG: 'en' },
    stdin: Object.assign(
      (async function* () {
        // Nobody types.
      })(),
      { isTTY: false },
    ),
    stdout: sink(out),
    stderr: sink(err),
    cwd: () => home,
  });
  const shown = (parts: string[]) => parts.join('').replaceAll(base, 'BASE').replaceAll(home, '~');
  return { code, out: shown(out), err: shown(err) };
}

const fetchAll = (...options: string[]) => sijori('feed', 'fetch', '--allow-private', ...options);
const articles = () =>
  existsSync(join(home, 'articles')) ? readdirSync(join(home, 'articles')).sort() : [];

interface Item {
  readonly title: string;
  readonly path?: string;
  readonly id?: string;
  readonly text?: string;
}
function rss(items: readonly Item[], title = 'Kabar Dermaga'): string {
  const shown = items.map(
    ({ title: name, path, id, text = 'Isi.' }) =>
      `<item><title>${name}</title>${path ? `<link>${base}${path}</link>` : ''}${id ? `<guid isPermaLink="false">${id}</guid>` : ''}<description><![CDATA[<p>${text}</p><p>Lanjutan.</p>]]></description></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${shown.join('')}</channel></rss>`;
}
const serve = (path: string, body: string | Uint8Array, headers = {}) =>
  routes.set(path, (_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body),
  );
async function following(...paths: string[]) {
  return sijori('feed', 'add', ...paths.map((path) => base + path));
}

describe('following a feed', () => {
  it('keeps its entries as articles, and calls it as it calls itself', async () => {
    await following('/a');
    serve(
      '/a',
      rss([
        { title: 'Satu', path: '/1' },
        { title: 'Dua', path: '/2' },
      ]),
    );
    expect(await fetchAll()).toEqual({
      code: 0,
      out: '~/articles/satu.md\n~/articles/dua.md\n',
      err: 'imported: 2\n',
    });
    expect((await sijori('feed', 'list', '--plain')).out).toMatch(/^1\tKabar Dermaga\tBASE\/a\t/);
    expect(readFileSync(join(home, '.config/sijori/feeds.opml'), 'utf8')).toContain(
      'text="Kabar Dermaga"',
    );
  });

  it('keeps nothing twice, though all of it comes again', async () => {
    await following('/a');
    serve(
      '/a',
      rss([
        { title: 'Satu', path: '/1' },
        { title: 'Tanpa alamat', id: 'x-1' },
      ]),
    );
    await fetchAll();
    expect(await fetchAll()).toEqual({ code: 0, out: '', err: 'unchanged: 2\n' });
    expect(articles()).toEqual(['satu.md', 'tanpa-alamat.md']);
  });

  it('does not bring back what was removed, unless forced', async () => {
    await following('/a');
    const two = [
      { title: 'Satu', path: '/1' },
      { title: 'Dua', id: 'x-2' },
    ];
    serve('/a', rss(two));
    await fetchAll();
    for (const name of articles()) rmSync(join(home, 'articles', name));
    serve('/a', rss([...two, { title: 'Tiga', path: '/3' }]));
    await fetchAll();
    expect(articles()).toEqual(['tiga.md']);
    await fetchAll('--force');
    expect(articles()).toEqual(['dua.md', 'satu.md', 'tiga.md']);
  });

  it('says when an entry has changed, and replaces it only when told to', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Satu', path: '/1', text: 'Lama.' }]));
    await fetchAll();
    serve('/a', rss([{ title: 'Satu', path: '/1', text: 'Baru.' }]));
    const refused = await fetchAll();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('satu.md: its source has changed');
    expect(readFileSync(join(home, 'articles/satu.md'), 'utf8')).toContain('Lama.');
    expect((await fetchAll('--update')).err).toContain('updated: 1');
    expect(readFileSync(join(home, 'articles/satu.md'), 'utf8')).toContain('Baru.');
  });

  it('knows an entry without address again by its name, when its title has changed', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Satu', id: 'x-1' }]));
    await fetchAll();
    serve('/a', rss([{ title: 'Satu saja', id: 'x-1' }]));
    await fetchAll('--update');
    expect(articles()).toEqual(['satu.md']);
    expect(readFileSync(join(home, 'articles/satu.md'), 'utf8')).toContain('title: Satu saja');
  });

  it('asks only for what has changed', async () => {
    await following('/a');
    const heard: (string | undefined)[] = [];
    routes.set('/a', ({ headers }, response) => {
      heard.push(headers['if-none-match'], headers['if-modified-since']);
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"1"', 'last-modified': 'Thu, 14 Sep 2023 01:21:00 GMT' })
          .end(rss([{ title: 'Satu', path: '/1' }]));
    });
    await fetchAll();
    expect(await fetchAll()).toEqual({ code: 0, out: '', err: 'nothing new\n' });
    expect(heard).toEqual([undefined, undefined, '"1"', 'Thu, 14 Sep 2023 01:21:00 GMT']);
  });

  it('asks for all of it again while an article could not be kept', async () => {
    await following('/a');
    routes.set('/a', ({ headers }, response) => {
      if (headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss([{ title: 'Satu', path: '/1' }]));
    });
    writeFileSync(join(home, 'articles'), 'no folder');
    expect((await fetchAll()).code).toBe(1);
    rmSync(join(home, 'articles'));
    expect((await fetchAll()).err).toBe('imported: 1\n');
  });

  it('goes on after a bad entry, and after a bad feed', async () => {
    await following('/bad', '/gone', '/a');
    serve('/bad', 'not a feed');
    serve(
      '/a',
      `${rss([{ title: 'Satu', path: '/1' }]).replace('</channel>', '<item/></channel>')}`,
    );
    const { code, out, err } = await fetchAll();
    expect(code).toBe(1);
    expect(out).toBe('~/articles/satu.md\n');
    expect(err).toContain('BASE/bad: no feed');
    expect(err).toContain('BASE/gone');
    expect(err).toContain('404');
    expect(err).toContain('BASE/a: an entry cannot be read');
    expect(err).toContain('imported: 1, failed: 3');
  });

  it('follows redirects, decompresses, and says what servers refuse', async () => {
    await following('/moved', '/gzip', '/broken');
    routes.set('/moved', (_, response) => response.writeHead(301, { location: '/a' }).end());
    serve('/a', rss([{ title: 'Pindah', path: '/1' }]));
    serve('/gzip', gzipSync(rss([{ title: 'Mampat', path: '/2' }])), {
      'content-encoding': 'gzip',
    });
    routes.set('/broken', (_, response) => response.writeHead(500).end());
    const { code, err } = await fetchAll();
    expect(code).toBe(1);
    expect(articles()).toEqual(['mampat.md', 'pindah.md']);
    expect(err).toContain('500');
  });

  it('reads broken XML as far as it goes, with a notice', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Tahu & tempe', path: '/1' }]).replace('</channel></rss>', ''));
    const { code, err } = await fetchAll();
    expect(code).toBe(0);
    expect(err).toContain('BASE/a: warning: is not well-formed XML');
    expect(articles()).toEqual(['tahu-tempe.md']);
  });

  it('refuses a feed that is too large, and one that unpacks to be', async () => {
    await following('/bomb');
    serve('/bomb', gzipSync(Buffer.alloc(11_000_000, 32)), { 'content-encoding': 'gzip' });
    const { code, err } = await fetchAll();
    expect(code).toBe(1);
    expect(err).toContain('10 MB');
  });

  it('asks one host for one feed at a time', async () => {
    const paths = ['/1', '/2', '/3', '/4', '/5', '/6'];
    await following(...paths);
    busy.most = 0;
    for (const path of paths) {
      routes.set(path, (_, response) => {
        setTimeout(() => response.writeHead(200).end(rss([{ title: `Judul ${path}`, path }])), 5);
      });
    }
    await fetchAll();
    expect(articles()).toHaveLength(6);
    expect(asked).toEqual(paths);
    expect(busy.most).toBe(1);
  });

  it('asks nothing of this machine unless allowed', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Satu', path: '/1' }]));
    expect((await sijori('feed', 'fetch')).code).toBe(1);
    expect(asked).toEqual([]);
  });

  it('says where the feed of a page is', async () => {
    await following('/page');
    serve('/page', '<!doctype html><link rel=alternate type="application/atom+xml" href="/f">', {
      'content-type': 'text/html',
    });
    expect((await fetchAll()).err).toContain('its feed is BASE/f');
  });

  it('fetches only the feeds that are named', async () => {
    await following('/a', '/b');
    serve('/a', rss([{ title: 'Satu', path: '/1' }], 'Alfa'));
    serve('/b', rss([{ title: 'Dua', path: '/2' }], 'Beta'));
    await fetchAll('2');
    expect(asked).toEqual(['/b']);
    await fetchAll('bet');
    expect(asked).toEqual(['/b', '/b']);
    expect((await fetchAll('zeta')).err).toContain('no feed is called zeta');
  });

  it('survives a state that is damaged', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Satu', path: '/1' }]));
    await fetchAll();
    writeFileSync(join(home, '.local/state/sijori/feeds.json'), '{"a": [1, {"etag');
    expect((await fetchAll()).code).toBe(0);
  });

  it('forgets a feed, and keeps its articles', async () => {
    await following('/a');
    serve('/a', rss([{ title: 'Satu', path: '/1' }]));
    await fetchAll();
    expect((await sijori('feed', 'remove', 'kabar')).out).toBe('BASE/a\n');
    expect(articles()).toEqual(['satu.md']);
    expect(readFileSync(join(home, '.local/state/sijori/feeds.json'), 'utf8')).toBe('{}\n');
  });
});
