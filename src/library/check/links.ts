import type { Article } from '../../model/article.ts';
import { fold } from '../../model/fold.ts';
import { isAbsolute, percentDecoded, resolveTarget } from '../../model/targets.ts';
import { textOf } from '../../model/text.ts';
import { descendants } from '../../model/tree.ts';
import { isKnown } from '../article-names.ts';
import { isWikilink } from '../wikilink.ts';
import type { CheckedFile, Remark } from './finding.ts';
import { valueAt } from './head-values.ts';

import { placedNodes } from './places.ts';

/** What the links of an article can lead to. */
export interface Surroundings {
  /** Names of the articles of the library, as `namesOf` gives them. */
  readonly names: ReadonlySet<string>;
  /** Whether there is such a file or folder. */
  exists(path: string): boolean;
  /** Where links can lead within an article's file, as `anchorsOf` gives them; undefined if it cannot be read. */
  anchors(path: string): Promise<ReadonlySet<string> | undefined>;
}

interface Link {
  readonly url: string;
  readonly wiki: boolean;
  readonly line: number;
  readonly column: number;
}

/** Links, pictures and related articles that lead nowhere. Web addresses are not asked; nor are paths from a site's root. */
export async function checkLinks(file: CheckedFile, around: Surroundings): Promise<Remark[]> {
  const { article } = file;
  const own = anchorsOf(article);
  const remarks = headLinks(file, around);
  for (const link of linksOf(article)) {
    const { line, column, url, wiki } = link;
    const code = wiki
      ? wikiFault(url, own, article, around)
      : await linkFault(url, own, article, around);
    if (code) remarks.push({ code, details: { url: url.slice(0, 200) }, line, column });
  }
  return remarks;
}

function linksOf(article: Article): Link[] {
  const links: Link[] = [];
  for (const { node, line, column } of placedNodes(article)) {
    if (node.type !== 'link' && node.type !== 'image') continue;
    links.push({ url: node.url, wiki: isWikilink(node, article), line, column });
  }
  return links;
}

type Fault = 'link-empty' | 'link-broken' | 'anchor-broken' | 'wikilink-broken';

/** What is wrong with the address of an ordinary link. */
async function linkFault(
  url: string,
  own: ReadonlySet<string>,
  article: Article,
  around: Surroundings,
): Promise<Fault | undefined> {
  if (url.trim() === '') return 'link-empty';
  if (url.startsWith('#')) return leads(url.slice(1), own) ? undefined : 'anchor-broken';
  const [, address = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(url) ?? [];
  const path = pathOf(address, article);
  if (path === undefined) return undefined;
  const target = [path, `${path}.md`].find((candidate) => around.exists(candidate));
  if (target === undefined) return 'link-broken';
  return (await leadsInto(target, fragment, around)) ? undefined : 'anchor-broken';
}

/** Whether an article has the place that a fragment names; of other files that is not asked. */
async function leadsInto(path: string, fragment: string, around: Surroundings): Promise<boolean> {
  if (fragment === '' || !/\.(?:md|markdown|mdown|mkd)$/i.test(path)) return true;
  const anchors = await around.anchors(path);
  return !anchors || leads(fragment, anchors);
}

/** The file that an address beside the article means; undefined for what is not looked for. */
function pathOf(address: string, { path, meta }: Article): string | undefined {
  const url = percentDecoded(address.replace(/\?.*$/s, ''));
  const target = resolveTarget(url, { path, url: meta.source?.url });
  return isAbsolute(target) || url.startsWith('/') || path === '-' ? undefined : target;
}

function leads(fragment: string, anchors: ReadonlySet<string>): boolean {
  const id = percentDecoded(fragment);
  // `#` and `#top` are the beginning, `#^x` is a block of Obsidian's, `#:~:` a passage.
  if (/^(?:$|top$|\^|:~:)/i.test(id)) return true;
  return anchors.has(id) || anchors.has(id.toLowerCase()) || anchors.has(fold(id));
}

/** `[[name]]`, `[[name#Heading]]` and `[[#Heading]]`; within other articles the heading is not looked for. */
function wikiFault(
  url: string,
  own: ReadonlySet<string>,
  article: Article,
  around: Surroundings,
): Fault | undefined {
  if (isAbsolute(url)) return undefined;
  if (url.startsWith('#')) return leads(url.slice(1), own) ? undefined : 'wikilink-broken';
  const name = percentDecoded(url.replace(/#.*$/s, '')).trim();
  if (name === '' || isKnown(name, around.names)) return undefined;
  const path = pathOf(name, article);
  const found = path === undefined || around.exists(path) || around.exists(`${path}.md`);
  return found ? undefined : 'wikilink-broken';
}

/** Where links can lead within an article: ids of headings, words of headings, ids and names in HTML. */
export function anchorsOf(article: Article): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const node of descendants(article.body)) {
    if (node.type !== 'heading') continue;
    anchors.add(node.data?.id ?? '');
    anchors.add(fold(textOf(node)));
  }
  for (const match of article.source.matchAll(/\s(?:id|name)=["']?([^"'\s>]{1,200})/gi)) {
    anchors.add(match[1] ?? '');
  }
  return anchors;
}

/** Related articles that are named when they are not found. */
const MOST_LOST = 50;

/** The picture and the related articles that the front matter names. */
function headLinks({ article, head, lines }: CheckedFile, around: Surroundings): Remark[] {
  const place = (field: string, text: string) => {
    const key = [...head.fields].find(([, name]) => name === field)?.[0] ?? '';
    return placeBelow(lines, head.keyLines.get(key) ?? 1, head.lastLine, key, text);
  };
  const { image, related } = article.meta;
  const path = image && pathOf(image.src, article);
  const picture: Remark[] =
    image && path !== undefined && path !== '' && !around.exists(path)
      ? [{ code: 'image-broken', details: { url: image.src }, ...place('image', image.src) }]
      : [];
  const lost = related.filter((name) => !isReachable(name, article, around)).slice(0, MOST_LOST);
  return [
    ...picture,
    ...lost.map((name): Remark => {
      return { code: 'related-broken', details: { name }, ...place('related', name) };
    }),
  ];
}

function isReachable(name: string, article: Article, { names, exists }: Surroundings): boolean {
  if (isAbsolute(name) || isKnown(name, names)) return true;
  const path = pathOf(name, article);
  return path !== undefined && (exists(path) || exists(`${path}.md`));
}

/** The place of a text at or below a key's line, else of the key's value. */
function placeBelow(
  lines: CheckedFile['lines'],
  first: number,
  last: number,
  key: string,
  text: string,
): { line: number; column: number } {
  for (let line = first; line < last; line += 1) {
    const at = lines[line - 1]?.text.indexOf(text, line === first ? key.length : 0) ?? -1;
    if (at >= 0) return { line, column: at + 1 };
  }
  return { line: first, column: valueAt(lines, first, key)?.column ?? 1 };
}
