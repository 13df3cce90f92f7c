import type { Kind } from '../model/draft.ts';

/** What is known of a source before it is read. */
export interface Clues {
  /** A path, an address or `-`. */
  readonly name: string;
  /** The server's `content-type`. */
  readonly contentType?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Bytes of a source's beginning that tell what it is. */
const START = 8000;

/**
 * What a source is by its bytes, by what its server says, by its name, and by how it begins; undefined if none tells.
 * What begins as a feed is one, for many servers call theirs a page.
 */
export function kindBySigns({ bytes, contentType = '', name }: Clues): Kind | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'epub';
  const told = byType(contentType) ?? byName(name);
  if (told !== undefined && told !== 'html') return told;
  const look = byLook(startOf(bytes));
  return look === 'feed' ? look : (told ?? look);
}

/** The first characters, as far as they are ASCII: all that is looked at is, in whatever encoding. */
function startOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(0, START))
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '');
}

function byType(type: string): Kind | undefined {
  if (/\b(?:rss|atom|feed)\b/i.test(type)) return 'feed';
  if (/\bx?html\b/i.test(type)) return 'html';
  return /\bmarkdown\b/i.test(type) ? 'markdown' : undefined;
}

function byName(name: string): Kind | undefined {
  const path = name.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (/\.x?html?$/i.test(path)) return 'html';
  if (/\.(?:rss|atom)$/i.test(path)) return 'feed';
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? 'markdown' : undefined;
}

/** What may stand before the first element of XML and HTML. */
const PROLOGUE = /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>)*/i;

/** What a text is by its first lines. */
function byLook(start: string): Kind | undefined {
  const first = start.replace(PROLOGUE, '');
  if (/^<(?:rss|feed|rdf:RDF)\b/i.test(first)) return 'feed';
  if (/^\{[\s\S]*"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(first)) return 'feed';
  if (/^\{[\s\S]*"(?:db|data)"\s*:[\s\S]*"(?:posts|exported_on)"\s*:/.test(first)) return 'ghost';
  if (/^<(?:html|head|body|article|main|div|section|p|h[1-6]|meta|title|table)\b/i.test(first))
    return 'html';
  if (/^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype html/i.test(start)) return 'html';
  return /^(?:---|\+\+\+)[ \t]*\n/.test(start) ? 'markdown' : undefined;
}
