import { dirname, relative, resolve, sep } from 'node:path';
import type { Article, Block, Meta, Node } from '../../model/article.ts';
import { headingId } from '../../model/heading-id.ts';
import { isAbsolute, percentDecoded, resolveTarget } from '../../model/targets.ts';
import { isWikilink } from '../wikilink.ts';
import type { Destination } from './destination.ts';

/** An article as it reads in another folder, and the absolute path of its own file. */
interface Moving {
  readonly article: Article;
  readonly from: string;
  readonly to: Destination;
}

/**
 * An article whose relative links and pictures lead from the destination to where they lead from its own file, which is at
 * `from`: to the exported file of an article that is exported too, to the file that is there, else to the address of its
 * source, as when it is read.
 */
export function relinked(article: Article, from: string, to: Destination): Article {
  const moving = { article, from, to };
  const children = article.body.children.map((child) => moved(child, moving) as Block);
  return { ...article, meta: movedMeta(moving), body: { ...article.body, children } };
}

function moved(node: Node, moving: Moving): Node {
  const made = { ...node };
  if ('children' in made)
    made.children = made.children.map((child) => moved(child, moving)) as typeof made.children;
  if (made.type === 'link' || made.type === 'image' || made.type === 'definition')
    made.url = isWikilink(node, moving.article)
      ? namedAddress(made.url, moving)
      : addressFor(made.url, moving);
  return made;
}

/** The picture and the related articles of the head; what of these is no path stays a name. */
function movedMeta(moving: Moving): Meta {
  const { meta } = moving.article;
  const related = meta.related.map((name) => fileAddress(name, '', moving) ?? name);
  const { image } = meta;
  return image
    ? { ...meta, related, image: { ...image, src: addressFor(image.src, moving) } }
    : { ...meta, related };
}

/** Where an ordinary link leads from the destination. */
function addressFor(url: string, moving: Moving): string {
  if (isAbsolute(url) || /^(?:[#?]|$)/.test(url)) return url;
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  return fileAddress(path, suffix, moving) ?? elsewhere(url, path, suffix, moving);
}

/** Where `[[name#Heading]]` leads: to a file, else to the exported article of that name. */
function namedAddress(url: string, moving: Moving): string {
  if (/^(?:#|$)/.test(url)) return url;
  const [, path = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(url) ?? [];
  const suffix = /^#[^^]/.test(fragment)
    ? `#${headingId(percentDecoded(fragment.slice(1)))}`
    : fragment;
  const found = fileAddress(path, suffix, moving);
  if (found !== undefined) return found;
  // A title may begin like an address: `Kapal: sebuah cerita`.
  const called = moving.to.fileCalled(percentDecoded(path));
  if (called !== undefined) return encoded(called) + suffix;
  return isAbsolute(url) ? url : elsewhere(url, path, suffix, moving);
}

/** The address of what is at a path beside the article; undefined if nothing is. A path from the root is one of a site. */
function fileAddress(path: string, suffix: string, { from, to }: Moving): string | undefined {
  if (isAbsolute(path) || path.startsWith('/') || path === '') return undefined;
  const local = besides(from, path);
  const places = [local, `${local}.md`];
  const exported = places.map((place) => to.fileOf(place)).find((name) => name !== undefined);
  if (exported !== undefined) return encoded(exported) + suffix;
  const there = places.find((place) => to.exists(place));
  return there === undefined ? undefined : address(there, path, to) + suffix;
}

/** The address of what is not there: of the web where the article comes from there, else of where it would be. */
function elsewhere(url: string, path: string, suffix: string, moving: Moving): string {
  const { article, from, to } = moving;
  const onWeb = resolveTarget(url, { path: '-', url: article.meta.source?.url });
  if (onWeb !== url || path.startsWith('/')) return onWeb;
  return address(besides(from, path), path, to) + suffix;
}

function besides(from: string, path: string): string {
  return resolve(dirname(from), percentDecoded(path));
}

/** The address of a file from the destination; one of a folder ends as it was written. */
function address(place: string, written: string, { folder }: Destination): string {
  const steps = relative(folder, place).split(sep).map(encoded).join('/') || '.';
  return written.endsWith('/') ? `${steps}/` : steps;
}

/** A step of a path as an address has it: what would end it, or make a scheme of its beginning, by its number. */
function encoded(step: string): string {
  return step.replace(/[\p{Cc}\p{Cf}\p{Z}"%:<>?#\\^`{|}]/gu, encodeURIComponent);
}
