import type { ElementContent, Root as Tree } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block, Inline, Picture, Root } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { ReaderError } from '../../model/errors.ts';
import { countWords, textOf } from '../../model/text.ts';
import { descendants } from '../../model/tree.ts';
import { articleContent, findArticle } from './article.ts';
import { type Credits, creditsOf } from './credits.ts';
import { articleData } from './data.ts';
import { fragmentToMarkdown, treeToMarkdown } from './fragment.ts';
import { takeHead } from './head.ts';
import { takeInserts } from './inserts.ts';
import { type PageFacts, readFacts } from './meta.ts';
import { bare } from './names.ts';
import { slim } from './slim.ts';

/** Words that a page without any sign of being an article must have to be taken for one. */
const FEWEST_WORDS = 25;
/** Share of a page's words that may be links. */
const MOST_LINKED = 0.6;

/**
 * A saved page as an article: its words and pictures without what is around them, and what the page says of it. No script is
 * run and nothing is loaded. `name` is what the page is called in messages.
 * @throws ReaderError `no-article` where no article is found.
 */
export async function readPage(
  html: string,
  options: { readonly url?: string | undefined; readonly name?: string | undefined } = {},
): Promise<Draft> {
  const data = articleData(html);
  const tree = fromHtml(slim(html));
  const facts = readFacts(tree, data, options.url);
  const found = findArticle(tree);
  const content = found ? articleContent(found) : { children: [], left: [] };
  const { children, related } = takeInserts(content.children);
  const others = content.left.flatMap((one) => takeInserts([one]).related);
  const shown = bodyOf(children, facts);
  const body = isArticle(shown.body) ? shown : await fromData(data.body, facts);
  if (!body) throw new ReaderError('no-article', { path: options.name ?? options.url ?? '-' });
  return draftOf(facts, { ...body, credits: creditsOf(tree) }, [
    ...new Set([...related, ...others]),
  ]);
}

interface Body {
  readonly body: Root;
  readonly head: ReturnType<typeof takeHead>['head'];
}

function bodyOf(children: readonly ElementContent[], facts: PageFacts): Body {
  const tree: Tree = { type: 'root', children: [...children] };
  const { head } = takeHead(tree, facts.titles);
  return { body: treeToMarkdown(tree, facts.base), head };
}

/** The text that JSON-LD holds, where the page itself shows none: scripts would have put it there. */
async function fromData(text: string | undefined, facts: PageFacts): Promise<Body | undefined> {
  if (text === undefined || countWords(text) < FEWEST_WORDS) return undefined;
  const body = /<(?:p|br|div|h\d)\b/i.test(text)
    ? await fragmentToMarkdown(text, { base: facts.base })
    : plainBody(text);
  return { body, head: { authors: [], editors: [] } };
}

function plainBody(text: string): Root {
  const paragraphs = text.split(/\s*\n\s*/).filter((one) => one.trim() !== '');
  const children = paragraphs.map(
    (value): Block => ({ type: 'paragraph', children: [{ type: 'text', value: value.trim() }] }),
  );
  return { type: 'root', children };
}

function isArticle(body: Root): boolean {
  const count = countWords(textOf(body as never));
  let linked = 0;
  for (const node of descendants(body as never))
    if (node.type === 'link') linked += countWords(textOf(node));
  return count >= FEWEST_WORDS && linked <= count * MOST_LINKED;
}

interface Whole extends Body {
  readonly credits: Credits;
}

function draftOf(
  facts: PageFacts,
  { body, head, credits }: Whole,
  related: readonly string[],
): Draft {
  const { meta, next } = facts;
  const image = leadPicture(body, meta.image);
  const { image: _, ...others } = meta;
  const { subtitle } = head;
  const isNew = subtitle !== undefined && bare(subtitle) !== bare(meta.description ?? '');
  return {
    meta: {
      title: facts.title,
      ...others,
      ...(isNew ? { subtitle } : {}),
      authors: firstOf(meta.authors, head.authors, credits.authors),
      editors: firstOf(meta.editors, head.editors, credits.editors),
      ...(meta.date === undefined && head.date ? { date: head.date } : {}),
      ...(image ? { image } : {}),
      related,
    },
    body,
    lines: [],
    doubts: next === undefined ? [] : [{ key: 'doubt-pages', details: { url: next } }],
  };
}

/** The first list that has anything. */
function firstOf(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

/**
 * The picture an article begins with goes to its head, caption and all; else the one that the page names, unless the body has
 * it already.
 */
function leadPicture(body: Root, named: Picture | undefined): Picture | undefined {
  const [first] = body.children;
  const own = first && pictureOf(first);
  if (own) {
    body.children.shift();
    return own.alt || !named?.alt ? own : { ...own, alt: named.alt };
  }
  const isShown = [...descendants(body as never)].some(
    (node) => node.type === 'image' && named !== undefined && sameFile(node.url, named.src),
  );
  return isShown ? undefined : named;
}

function pictureOf(block: Block): Picture | undefined {
  const [holder] = block.type === 'figure' ? block.children : [block];
  const image = holder && imageAlone(holder);
  if (!image) return undefined;
  const words = captionOf(block);
  if (words === undefined) return undefined;
  const alt = image.alt ?? '';
  return { src: image.url, ...(alt ? { alt } : {}), ...(words ? { caption: words } : {}) };
}

/** A figure's caption, nothing for a picture without one; undefined if there is more to the figure. */
function captionOf(block: Block): string | undefined {
  if (block.type !== 'figure') return '';
  const [, caption] = block.children;
  if (caption?.type !== 'caption' || block.children.length > 2) return undefined;
  return textOf(caption as never)
    .replace(/\s+/g, ' ')
    .trim();
}

function imageAlone(holder: Block): Extract<Inline, { type: 'image' }> | undefined {
  if (holder.type !== 'paragraph' || holder.children.length !== 1) return undefined;
  const [only] = holder.children;
  const image = only?.type === 'link' && only.children.length === 1 ? only.children[0] : only;
  return image?.type === 'image' ? image : undefined;
}

function sameFile(one: string, other: string): boolean {
  const file = (url: string) =>
    url
      .replace(/[?#].*$/, '')
      .replace(/-\d+x\d+(?=\.\w+$)/, '')
      .split('/')
      .at(-1);
  return file(one) === file(other);
}
