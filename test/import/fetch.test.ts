import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublic } from '../../src/import/web/addresses.ts';
import { createFetcher, type FetcherOptions } from '../../src/import/web/fetch.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const routes = new Map<string, Answer>();
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
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

const here = { allowPrivate: true };
const fetchPage = (path: string, asking = {}, options: FetcherOptions = {}) =>
  createFetcher(options).fetchPage(new URL(path, base).href, { ...here, ...asking });
const text = (page: object) =>
  'bytes' in page ? new TextDecoder().decode(page.bytes as Uint8Array) : '';
const route = (path: string, answer: Answer) => {
  routes.set(path, answer);
  return path;
};
const redirect = (path: string, to: string) =>
  route(path, (_, response) => response.writeHead(302, { location: to }).end());

describe('fetching a page', () => {
  it('gives the body, the type, and what the server wants to hear again', async () => {
    route('/page', (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', etag: '"a"', 'last-modified': 'Kamis' })
        .end('halo'),
    );
    const page = await fetchPage('/page#bagian');
    expect(page).toMatchObject({
      url: `${base}/page`,
      contentType: 'text/html',
      etag: '"a"',
      lastModified: 'Kamis',
    });
    expect(text(page)).toBe('halo');
  });

  it('says who asks, and nothing of the user', async () => {
    let headers: IncomingMessage['headers'] = {};
    route('/headers', (request, response) => {
      headers = request.headers;
      response.end('x');
    });
    await fetchPage('/headers', {}, { userAgent: 'sijori/1.2.3' });
    expect(headers['user-agent']).toBe('sijori/1.2.3');
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('asks for what has changed only', async () => {
    route('/feed', (request, response) => {
      const same = request.headers['if-none-match'] === '"v1"';
      response.writeHead(same ? 304 : 200, { etag: '"v1"' }).end(same ? undefined : 'isi');
    });
    expect(text(await fetchPage('/feed'))).toBe('isi');
    expect(await fetchPage('/feed', { etag: '"v1"' })).toEqual({ notModified: true });
    expect(text(await fetchPage('/feed', { etag: '"v0"' }))).toBe('isi');
    expect(text(await fetchPage('/feed', { etag: '"v1\r\nx-evil: 1"' }))).toBe('isi');
  });

  it('takes no “not modified” that it did not ask for', async () => {
    route('/odd', (_, response) => response.writeHead(304).end());
    await expect(fetchPage('/odd')).rejects.toMatchObject({ code: 'http-status' });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('understands %s', async (encoding, compress) => {
    route('/small', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('kata '.repeat(99))),
    );
    expect(text(await fetchPage('/small'))).toBe('kata '.repeat(99));
  });
});

describe('limits', () => {
  it.each([404, 500, 403])('reports %i', async (status) => {
    route('/status', (_, response) => response.writeHead(status).end('<p>maaf</p>'));
    await expect(fetchPage('/status')).rejects.toMatchObject({
      code: 'http-status',
      details: { status },
    });
  });

  it('counts bytes after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(50_000);
    route('/bomb', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(fetchPage('/bomb')).rejects.toMatchObject({
      code: 'page-too-large',
      details: { limit: '10 MB' },
    });
  });

  it('stops a body that never ends', async () => {
    route('/endless', (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    await expect(fetchPage('/endless')).rejects.toMatchObject({ code: 'page-too-large' });
  });

  it.each([
    ['answers nothing', () => {}],
    ['stops in the middle', (_: unknown, response: ServerResponse) => response.write('setengah')],
    [
      'stops in the middle of what ends with the connection',
      (_: unknown, response: ServerResponse) =>
        response.socket?.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nsetengah'),
    ],
  ] as [string, Answer][])('gives up on a server that %s', async (_, answer) => {
    route('/slow', answer);
    await expect(fetchPage('/slow', {}, { time: 150 })).rejects.toMatchObject({
      code: 'too-slow',
    });
  });

  it.each([
    ['breaks off', { 'content-length': '100' }, 'pendek'],
    ['sends damaged gzip', { 'content-encoding': 'gzip' }, 'bukan gzip'],
  ])('takes no half page from a server that %s', async (_, headers, body) => {
    route('/half', (_request, response) => {
      response.writeHead(200, headers).write(body);
      setImmediate(() => response.destroy());
    });
    await expect(fetchPage('/half')).rejects.toMatchObject({ code: 'network' });
  });
});

describe('https', () => {
  it('does not make do with a server that speaks plainly', async () => {
    const secure = base.replace('http:', 'https:');
    await expect(createFetcher().fetchPage(secure, here)).rejects.toMatchObject({
      code: 'network',
      details: { reason: 'EPROTO' },
    });
  });

  it('looks at addresses in the same way', async () => {
    await expect(
      createFetcher().fetchPage('https://[::1]/', { allowPrivate: false }),
    ).rejects.toMatchObject({ code: 'address-private' });
  });
});

describe('redirects', () => {
  it('follows five, and gives the last address', async () => {
    for (let hop = 0; hop < 5; hop++) redirect(`/hop${hop}`, `hop${hop + 1}`);
    route('/hop5', (_, response) => response.end('sampai'));
    expect(await fetchPage('/hop0')).toMatchObject({ url: `${base}/hop5` });
    redirect('/hop-1', '/hop0');
    await expect(fetchPage('/hop-1')).rejects.toMatchObject({ code: 'redirects' });
  });

  it.each([
    ['file:///etc/passwd', 'address-scheme'],
    ['http://', 'address'],
    ['http://orang:sandi@contoh.id/', 'address-user'],
  ])('does not follow one to %s', async (to, code) => {
    redirect('/away', to);
    await expect(fetchPage('/away')).rejects.toMatchObject({ code });
  });
});

const careful = { allowPrivate: false };
const named = (path: string) =>
  `http://publik.example:${(server.address() as AddressInfo).port}${path}`;

/** A resolver that gives its addresses one after the other, the last one for ever. */
function answering(asked: string[], addresses: string[]): NonNullable<FetcherOptions['lookup']> {
  const answer = (host: string, _: object, done: (error: null, all: object[]) => void) => {
    const address = addresses[Math.min(asked.push(host), addresses.length) - 1];
    done(null, [{ address, family: 4 }]);
  };
  return answer as unknown as NonNullable<FetcherOptions['lookup']>;
}

/** A fetcher to which the server of this test is one of the public internet. */
function asPublic(asked: string[] = [], ...addresses: string[]) {
  return createFetcher({
    lookup: answering(asked, addresses.length > 0 ? addresses : ['127.0.0.1']),
    isOpen: (address) => address === '127.0.0.1' || isPublic(address),
  });
}

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[2002:7f00:1::]/',
    'http://0.0.0.0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://localhost/',
    'http://１２７.０.０.１/',
  ])('are refused: %s', async (url) => {
    await expect(createFetcher().fetchPage(url, { allowPrivate: false })).rejects.toMatchObject({
      code: 'address-private',
    });
  });

  it('are refused behind a name, whatever the name says of itself', async () => {
    const asked: string[] = [];
    const fetcher = createFetcher({ lookup: answering(asked, ['127.0.0.1']) });
    for (const host of ['127.0.0.1.nip.example', 'localhost.', 'publik.example'])
      await expect(
        fetcher.fetchPage(`http://${host}/`, { allowPrivate: false }),
      ).rejects.toMatchObject({ code: 'address-private' });
    expect(asked).toHaveLength(3);
  });

  it('are refused where a redirect leads to one', async () => {
    redirect('/inside', 'http://169.254.169.254/');
    await expect(asPublic().fetchPage(named('/inside'), careful)).rejects.toMatchObject({
      code: 'address-private',
    });
  });

  it('are refused when a name changes its mind: each connection goes where its own look-up said', async () => {
    redirect('/again', '/again');
    const asked: string[] = [];
    const fetcher = asPublic(asked, '127.0.0.1', '10.0.0.1');
    await expect(fetcher.fetchPage(named('/again'), careful)).rejects.toMatchObject({
      code: 'address-private',
    });
    expect(asked).toEqual(['publik.example', 'publik.example']);
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '103.10.66.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('are not %s', (address) => expect(isPublic(address)).toBe(true));

  it('are the same in all their spellings', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        expect(isPublic(`::ffff:${groups}`)).toBe(isPublic(address));
        expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address));
        expect(isPublic(`64:ff9b::${groups}`)).toBe(isPublic(address));
      }),
    );
  });
});

describe('a host', () => {
  it('is asked one thing at a time', async () => {
    let open = 0;
    let most = 0;
    route('/one', (_, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end('x');
      });
    });
    const fetcher = createFetcher();
    const all = Array.from({ length: 8 }, () => fetcher.fetchPage(`${base}/one`, here));
    await Promise.all(all);
    expect(most).toBe(1);
  });

  it('is asked on after a failure', async () => {
    route('/good', (_, response) => response.end('baik'));
    const fetcher = createFetcher();
    const bad = fetcher.fetchPage(`${base}/missing`, here);
    const good = fetcher.fetchPage(`${base}/good`, here);
    await expect(bad).rejects.toMatchObject({ code: 'http-status' });
    expect(text(await good)).toBe('baik');
  });
});
