import type * as mdast from 'mdast';
import type { Article, Meta } from '../model/article.ts';
import { outline } from '../model/outline.ts';
import { resolveTarget } from '../model/targets.ts';
import { textOf } from '../model/text.ts';
import { descendants } from '../model/tree.ts';
import { footnotesOf } from './footnotes.ts';
import { jsonNode } from './json-body.ts';
import { jsonText } from './json-text.ts';

/** Version of the JSON that `json` writes: raised when a field goes or changes its meaning, not when one is added. */
const SCHEMA = 1;

/** An article as JSON (docs/json.md), ending in a newline; the same article always gives the same bytes. */
export function json(article: Article): string {
  return `${jsonText(treeOf(article), isDeep(article.body) ? 0 : 2)}\n`;
}

/** The same on one line, which ends in a newline. */
export function jsonLine(article: Article): string {
  return `${jsonText(treeOf(article))}\n`;
}

function treeOf(article: Article): object {
  const { body, bodyOffset } = article;
  return {
    schema: SCHEMA,
    path: article.path,
    meta: metaOf(article.meta),
    words: article.words,
    headings: outline(article),
    links: linksOf(article),
    images: imagesOf(article),
    footnotes: footnotesOf(body).map(({ number, definition }) => ({
      number: number ?? null,
      identifier: definition.identifier,
      text: textOf(definition).trim(),
    })),
    notices: article.notices.map(({ code, line, column, details }) => ({
      ...{ code, line: line ?? null, column: column ?? null, details },
    })),
    text: textOf(body),
    body: jsonNode(body, bodyOffset),
  };
}

/** Levels of nodes that are indented: below, the spaces before lines would outweigh what the lines say. */
const DEEPEST = 50;

function isDeep(node: mdast.Nodes, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  return 'children' in node && node.children.some((child) => isDeep(child, depth + 1));
}

/** The canonical front matter: unknown values are null, lists are never null. */
function metaOf({
  date,
  updated,
  image,
  source,
  ...meta
}: Meta): Readonly<Record<string, unknown>> {
  return {
    ...known(meta, ['title', 'titleFromBody', 'subtitle', 'description']),
    date: date?.iso ?? null,
    dateOrigin: date?.origin ?? null,
    updated: updated?.iso ?? null,
    ...known(meta, ['authors', 'editors', 'tags', 'categories', 'lang', 'slug', 'draft']),
    image: image ? known(image, ['src', 'alt', 'caption', 'credit']) : null,
    source: source ? known(source, ['name', 'url']) : null,
    ...known(meta, ['location', 'series', 'related', 'aliases', 'extra']),
  };
}

/** Some fields of an object in this order, null where there is no value. */
function known<T extends object>(from: T, fields: readonly (keyof T & string)[]) {
  return Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
}

function resolved(url: string, { path, meta }: Article): string {
  return resolveTarget(url, { path, url: meta.source?.url });
}

function linksOf(article: Article): object[] {
  const links: object[] = [];
  for (const node of descendants(article.body)) {
    if (node.type !== 'link') continue;
    const { url, title } = node;
    const text = textOf(node).trim();
    links.push({ url, text, title: title ?? null, resolved: resolved(url, article) });
  }
  return links;
}

function imagesOf(article: Article): object[] {
  const images: object[] = [];
  for (const node of descendants(article.body)) {
    if (node.type !== 'image') continue;
    const { url, alt, title } = node;
    images.push({
      src: url,
      alt: alt ?? '',
      title: title ?? null,
      resolved: resolved(url, article),
    });
  }
  return images;
}
