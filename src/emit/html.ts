import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Article, Block, Meta } from '../model/article.ts';
import type { Locale } from '../model/locale.ts';
import { decorate } from './html-decorate.ts';
import { element, text } from './html-element.ts';
import { SCHEMA } from './html-schema.ts';
import { STYLE } from './html-style.ts';
import { htmlTree } from './html-tree.ts';

/** The language of a page's own words, and those words; without them, kinds and dates are shown as they are stored. */
export type PageWords = Pick<Locale, 'language'> & Partial<Locale>;

/** Nothing but pictures and the page's own style is loaded. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: http: file: data:; base-uri 'none'; form-action 'none'";

const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ps|sd|ug|ur|yi)(?:-|$)/i;

/** An article as one readable page without scripts or anything to fetch but its pictures, ending in a newline. */
export function html(article: Article, words: PageWords): string {
  const { meta } = article;
  const lead = titleAt(article);
  const children = article.body.children.filter((_, at) => at !== lead);
  const body = htmlTree(
    { ...article.body, children },
    (kind) => words.text?.(`alert-${kind}`) ?? kind,
  );
  decorate(body);
  const head = headerOf(meta, idOf(article.body.children[lead]), words);
  return htmlPage({
    lang: meta.lang ?? words.language,
    title: meta.title,
    facts: factsOf(meta),
    children: [head, ...body.children],
  });
}

/** What a page is made of. */
export interface HtmlPage {
  readonly lang: string;
  readonly title: string;
  /** What its head tells of it besides the title. */
  readonly facts: readonly (readonly [name: string, content: string])[];
  /** Style of its own, besides that of all pages; nothing of an article may be in it. */
  readonly style?: string;
  /** What it shows; not sanitised yet. */
  readonly children: HastRoot['children'];
}

/** A page in sijori's style, sanitised, without scripts or anything to fetch but its pictures, ending in a newline. */
export function htmlPage({ lang, title, facts, style = '', children }: HtmlPage): string {
  const shown = sanitize({ type: 'root', children: [...children] }, SCHEMA) as HastRoot;
  const root = element('html', { lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr' }, [
    headOf(title, facts, style),
    element('body', {}, [element('main', {}, shown.children as ElementContent[])]),
  ]);
  const document: HastRoot = { type: 'root', children: [{ type: 'doctype' }, root] };
  return `${toHtml(document).replace(CONTROLS, '\ufffd')}\n`;
}

/** Characters that HTML may not hold even as references (HTML, 13.2.3.5), and that a terminal would obey. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** The body of an article as HTML, without a page around it and not sanitised. */
export function htmlBody(article: Pick<Article, 'body'>): string {
  return toHtml(htmlTree(article.body, (kind) => kind));
}

/** Where the heading stands that is the title, or -1. */
function titleAt({ meta, body }: Article): number {
  if (!meta.titleFromBody) return -1;
  const first = body.children.findIndex(
    ({ type }) => type !== 'definition' && type !== 'abbreviationDefinition',
  );
  return body.children[first]?.type === 'heading' ? first : -1;
}

function idOf(block: Block | undefined): string | undefined {
  return block?.type === 'heading' ? block.data?.id : undefined;
}

function factsOf(meta: Meta): HtmlPage['facts'] {
  return [
    ...(meta.description ? [['description', meta.description] as const] : []),
    ...meta.authors.map((author) => ['author', author] as const),
    ...(meta.tags.length > 0 ? [['keywords', meta.tags.join(', ')] as const] : []),
  ];
}

function headOf(title: string, facts: HtmlPage['facts'], style: string): Element {
  const named = (name: string, content: string) => element('meta', { name, content }, []);
  return element('head', {}, [
    element('meta', { charSet: 'utf-8' }, []),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }, []),
    named('viewport', 'width=device-width, initial-scale=1'),
    ...facts.map(([name, content]) => named(name, content)),
    element('title', {}, [text(title)]),
    element('style', {}, [text(STYLE + style)]),
  ]);
}

function headerOf(meta: Meta, id: string | undefined, words: PageWords): Element {
  const { date } = meta;
  const byline: ElementContent[] = meta.authors.length > 0 ? [text(meta.authors.join(', '))] : [];
  if (date) {
    if (byline.length > 0) byline.push(text(' · '));
    byline.push(element('time', { dateTime: date.iso }, [text(words.date?.(date) ?? date.iso)]));
  }
  const line = (className: string, children: ElementContent[]) =>
    children.length > 0 ? [element('p', { className: [className], dir: 'auto' }, children)] : [];
  const title = { className: ['page-title'], dir: 'auto', ...(id ? { id } : {}) };
  return element('header', { className: ['page-header'] }, [
    element('h1', title, [text(meta.title)]),
    ...line('subtitle', meta.subtitle ? [text(meta.subtitle)] : []),
    ...line('byline', byline),
    ...line(
      'tags',
      meta.tags.length > 0 ? [text(meta.tags.map((tag) => `#${tag}`).join(' '))] : [],
    ),
  ]);
}
