import { lookup as systemLookup } from 'node:dns';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { ReaderError } from '../../model/errors.ts';
import { isPublic } from './addresses.ts';
import { bodyOf, ENCODINGS } from './response.ts';

/** A page as its server sent it. */
interface Page {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** The body, decompressed. */
  readonly bytes: Uint8Array;
  /** The header `content-type`, empty if there is none. */
  readonly contentType: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How a page is asked for. */
interface Asking {
  /** Allows addresses of this machine and of private networks. */
  readonly allowPrivate: boolean;
  /** What the server said of the page the last time; it is then sent only if it has changed. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Fetches pages, one at a time from each host. */
export interface Fetcher {
  /**
   * The page at an address, or that it has not changed.
   * @throws ReaderError `address`, `address-scheme`, `address-user`, `address-private`, `redirects`, `http-status`,
   * `network`, `too-slow` or `page-too-large`.
   */
  fetchPage(url: string, asking: Asking): Promise<Page | { readonly notModified: true }>;
}

/** What a fetcher is made of, each with a usual value. */
export interface FetcherOptions {
  readonly userAgent?: string;
  /** Milliseconds for a page with all its redirects. */
  readonly time?: number;
  /** Bytes of a page after decompression. */
  readonly size?: number;
  /** Finds the addresses of a host: the system's resolver. */
  readonly lookup?: typeof systemLookup;
  /** Whether an address is one of the public internet. */
  readonly isOpen?: (address: string) => boolean;
}

/** Milliseconds, bytes, and answers that lead elsewhere. */
const LIMITS = { time: 15_000, size: 10_000_000, redirects: 5 };
/** Answers that say where else to ask. */
const LEADS_ON = new Set([301, 302, 303, 307, 308]);

/** One fetch: what it may do, and the end of its time. */
interface Trip extends Required<Omit<FetcherOptions, 'time'>> {
  readonly asking: Asking;
  readonly signal: AbortSignal;
}

/** A fetcher with manners: http and https only, limits on size and time, public addresses only unless told otherwise. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { userAgent = 'sijori', time = LIMITS.time, size = LIMITS.size } = options;
  const { lookup = systemLookup, isOpen = isPublic } = options;
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(host) ?? Promise.resolve()).then(work, work);
    turns.set(host, mine);
    return mine;
  };
  return {
    fetchPage: async (address, asking) => {
      let url = addressOf(address);
      let trip: Trip | undefined;
      for (let hops = 0; hops <= LIMITS.redirects; hops++) {
        const answer = await inTurn(url.hostname, () => {
          // The time runs from the first turn on: waiting for others is not the server's fault.
          trip ??= { asking, userAgent, size, lookup, isOpen, signal: AbortSignal.timeout(time) };
          return ask(url, trip);
        });
        if (!(answer instanceof URL)) return answer;
        url = answer;
      }
      throw new ReaderError('redirects', { url: address, limit: LIMITS.redirects });
    },
  };
}

/** @throws ReaderError `address`, `address-scheme` or `address-user`. */
function addressOf(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new ReaderError('address', { url: address });
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new ReaderError('address-scheme', { url: address });
  if (url.username !== '' || url.password !== '')
    throw new ReaderError('address-user', { url: `${url.protocol}//${url.host}` });
  url.hash = '';
  return url;
}

/** Asks once: a page, that it has not changed, or where to ask next. */
async function ask(url: URL, trip: Trip): Promise<Page | { notModified: true } | URL> {
  try {
    const response = await responseOf(url, trip);
    try {
      return await answerOf(response, url, trip);
    } finally {
      response.destroy();
    }
  } catch (cause) {
    if (cause instanceof ReaderError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (trip.signal.aborted) throw new ReaderError('too-slow', { url: url.href }, { cause });
    throw new ReaderError('network', { url: url.href, reason }, { cause });
  }
}

async function responseOf(url: URL, trip: Trip): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host, trip)) throw isPrivate(url);
  const { request } = await (url.protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  const options: RequestOptions = {
    headers: headersFor(trip),
    signal: trip.signal,
    lookup: guarded(url, trip),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

/** The addresses that are connected to are the ones that were looked at: a name cannot change its mind in between. */
function guarded(url: URL, trip: Trip): LookupFunction {
  return (host, options, done) => {
    trip.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      const allowed = found.filter(({ address }) => isAllowed(address, trip));
      const [first] = allowed;
      if (!first) return done(isPrivate(url), '');
      return options.all ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
}

function isAllowed(address: string, { asking, isOpen }: Trip): boolean {
  return asking.allowPrivate || isOpen(address);
}

function isPrivate(url: URL): ReaderError {
  return new ReaderError('address-private', { url: url.href });
}

function headersFor({ userAgent, asking }: Trip): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': ENCODINGS,
    ...header('if-none-match', asking.etag),
    ...header('if-modified-since', asking.lastModified),
  };
}

/** What a server said once may have been kept in a damaged file: only what a header can hold is sent back. */
function header(name: string, value: string | undefined): Record<string, string> {
  return value !== undefined && /^[\x20-\x7e]+$/.test(value) ? { [name]: value } : {};
}

async function answerOf(
  response: IncomingMessage,
  url: URL,
  { asking, size, signal }: Trip,
): Promise<Page | { notModified: true } | URL> {
  const { statusCode: status = 0, headers } = response;
  const isConditional = asking.etag !== undefined || asking.lastModified !== undefined;
  if (status === 304 && isConditional) return { notModified: true };
  if (LEADS_ON.has(status) && headers.location !== undefined)
    return addressOf(headers.location, url);
  if (status < 200 || status > 299) throw new ReaderError('http-status', { url: url.href, status });
  const bytes = await bodyOf(response, size);
  // A body that ends with its connection looks whole when we are the one who ends that.
  signal.throwIfAborted();
  if (!bytes) throw new ReaderError('page-too-large', { url: url.href, limit: limitOf(size) });
  return pageOf(url, bytes, headers);
}

function pageOf(url: URL, bytes: Uint8Array, headers: IncomingMessage['headers']): Page {
  const { etag, 'last-modified': lastModified, 'content-type': contentType = '' } = headers;
  return {
    url: url.href,
    bytes,
    contentType,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

function limitOf(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}
