import { Parser } from 'htmlparser2';
import { ReaderError } from '../../model/errors.ts';
import { webAddress } from './entry.ts';

/** A feed in a list of feeds. */
export interface Outline {
  readonly url: string;
  /** Its name in the list; empty where it has none. */
  readonly title: string;
  /** Where people read it. */
  readonly siteUrl?: string | undefined;
  /** The folders it lies in, outermost first. */
  readonly folders: readonly string[];
}

/** Longest list that is read, in UTF-16 units. */
const LONGEST = 10 * 1024 * 1024;
/**
 * The feeds that an OPML file lists, each address once, in their order; what is no address of the web is left out. XML
 * that is not well-formed is read as far as it goes. @throws ReaderError `not-opml` or `too-large`.
 */
export function readOpml(text: string, path: string): Outline[] {
  if (text.length > LONGEST) throw new ReaderError('too-large', { path, limit: '10 MiB' });
  const found = new Map<string, Outline>();
  /** The titles of the outlines that are open; of those that are feeds none. */
  const open: (string | undefined)[] = [];
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        isOpml ||= /^opml$/i.test(name);
        if (!isOpml || !/^outline$/i.test(name)) return;
        const folders = open.filter((title) => title !== undefined);
        const outline = outlineOf(attributes, folders);
        if (outline.url !== '' && !found.has(outline.url)) found.set(outline.url, outline);
        open.push(outline.url === '' && outline.title !== '' ? outline.title : undefined);
      },
      onclosetag: (name) => {
        if (/^outline$/i.test(name)) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (!isOpml) throw new ReaderError('not-opml', { path });
  return [...found.values()];
}

/** What an outline says; its address is empty where it is none of the web, as that of a folder. */
function outlineOf(
  attributes: Readonly<Record<string, string>>,
  folders: readonly string[],
): Outline {
  const told = new Map(
    Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const url = webAddress(told.get('xmlurl'), '') ?? '';
  const title = (told.get('title') || told.get('text') || '').replace(/\s+/g, ' ').trim();
  const siteUrl = webAddress(told.get('htmlurl'), '');
  // A feed that has no name yet is called by its address.
  return { url, title: title === url ? '' : title, siteUrl, folders };
}

/** A list of feeds as OPML 2.0, in their order and folders; text that XML cannot hold is left out. */
export function writeOpml(feeds: readonly Outline[], title: string): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    '  </head>',
    '  <body>',
    ...outlineLines(feeds, 0),
    '  </body>',
    '</opml>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Feeds of a folder stand together, where its first one is. */
function outlineLines(feeds: readonly Outline[], depth: number): string[] {
  const indent = '  '.repeat(depth + 2);
  const done = new Set<string>();
  return feeds.flatMap((feed) => {
    const folder = feed.folders[depth];
    if (folder === undefined) return [`${indent}${outline(feed)}`];
    if (done.has(folder)) return [];
    done.add(folder);
    const inside = feeds.filter(({ folders }) => folders[depth] === folder);
    const text = attribute('text', folder);
    return [`${indent}<outline${text}>`, ...outlineLines(inside, depth + 1), `${indent}</outline>`];
  });
}

function outline({ url, title, siteUrl }: Outline): string {
  const name = title || url;
  const site = siteUrl === undefined ? '' : attribute('htmlUrl', siteUrl);
  return `<outline type="rss"${attribute('text', name)}${attribute('title', name)}${attribute('xmlUrl', url)}${site}/>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(value)}"`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
