import { posix } from 'node:path';
import type { Node } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { isAbsolute, percentDecoded } from '../../model/targets.ts';
import { descendants } from '../../model/tree.ts';
import { loadParser, parseMarkdown } from '../../parse/markdown.ts';

/** Whether there is a file of that path. */
export type Exists = (path: string) => boolean;

/** An address in a text: its UTF-16 offsets, and what it means. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)$/i;
/** Folders that programs serve as the top of a site, and that people keep pictures in. */
const TOPS = ['static', 'public', 'source', 'assets', 'attachments', 'images', 'files', ''];
/** Most folders upwards in which a picture is looked for. */
const HIGHEST = 8;

/**
 * Takes the pictures along that lie beside an article: each is to be copied into a folder of the article's own, and
 * its address in the text is changed to lead there; nothing else of the body is. Pictures that are not found, and those
 * of articles with a web address, which means that they are relative to it, stay as they are.
 */
export async function withPictures(draft: Draft, path: string, exists: Exists): Promise<Draft> {
  const { meta, body } = draft;
  if (typeof body !== 'string' || meta.source?.url !== undefined) return draft;
  const taken = new Map<string, string>();
  const take = (address: string): string | undefined => {
    const from = fileOf(address, path, exists);
    if (from === undefined) return undefined;
    const to = taken.get(from) ?? freeName(from, meta.slug ?? 'gambar', [...taken.values()]);
    taken.set(from, to);
    return to;
  };
  const places = (await placesIn(body)).sort((a, b) => b.start - a.start);
  const moved = places.reduce((text, { start, end, address }) => {
    const to = take(address);
    return to === undefined ? text : text.slice(0, start) + to + text.slice(end);
  }, body);
  const src = meta.image && take(meta.image.src);
  const image = meta.image && src !== undefined ? { image: { ...meta.image, src } } : {};
  const files = [...taken].map(([from, to]) => ({ from, to }));
  return files.length === 0 ? draft : { ...draft, meta: { ...meta, ...image }, body: moved, files };
}

/** A name in the article's own folder that no other picture of it has. */
function freeName(from: string, folder: string, names: readonly string[]): string {
  const name = posix.basename(from).replace(/[^\p{L}\p{N}.-]+/gu, '-');
  for (let count = 1; ; count += 1) {
    const path = `${folder}/${count === 1 ? name : name.replace(/(?=\.[^.]*$)/, `-${count}`)}`;
    if (!names.includes(path)) return path;
  }
}

/** The file that an address means: beside the article, or in a folder upwards that a site is made of. */
function fileOf(address: string, path: string, exists: Exists): string | undefined {
  const name = percentDecoded(address.replace(/[?#].*$/, ''));
  if (isAbsolute(name) || !PICTURE.test(name)) return undefined;
  const folder = posix.dirname(path);
  if (!name.startsWith('/')) {
    const beside = posix.join(folder, name);
    if (exists(beside)) return beside;
  }
  return upwards(folder)
    .flatMap((parent) => TOPS.map((top) => posix.join(parent, top, name)))
    .find(exists);
}

function upwards(folder: string): string[] {
  const folders: string[] = [];
  let at = folder;
  while (folders.length < HIGHEST) {
    folders.push(at);
    const above = posix.dirname(at);
    if (above === at || at === '.' || posix.basename(at) === '..') break;
    at = above;
  }
  return folders;
}

/** Where a text names pictures: in Markdown, in `<img>`, in definitions and in Obsidian's embeds. */
async function placesIn(body: string): Promise<Place[]> {
  if (!/!\[|<img\b/i.test(body)) return [];
  const root = parseMarkdown(body, await loadParser(body));
  const places = new Map<number, Place>();
  for (const node of descendants(root)) {
    for (const place of placesOf(node, body)) places.set(place.start, place);
  }
  return [...places.values()];
}

function placesOf(node: Node, body: string): Place[] {
  const start = node.position?.start.offset ?? 0;
  const source = body.slice(start, node.position?.end.offset ?? 0);
  if (node.type === 'html') return imagesIn(source, start);
  if (node.type !== 'image' && node.type !== 'definition') return [];
  const address = [node.url, encodeURI(node.url)].find((url) => source.includes(url));
  if (!address) return [];
  const at = start + source.lastIndexOf(address);
  return [{ start: at, end: at + address.length, address }];
}

function imagesIn(html: string, offset: number): Place[] {
  return [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi)].map((match) => {
    const address = match[1] ?? '';
    const start = offset + match.index + match[0].length - address.length;
    return { start, end: start + address.length, address };
  });
}
