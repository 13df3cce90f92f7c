import type { Root } from 'hast';
import type { Meta } from '../../model/article.ts';
import { readLanguage } from '../../parse/meta-names.ts';
import type { ArticleData } from './data.ts';
import { dates } from './dates.ts';
import { attribute, elements, findElement, words } from './elements.ts';
import { all, first, type Metas, metasOf } from './metas.ts';
import { clean, people, plain, unique } from './names.ts';
import { other, titleOf } from './title.ts';

/** What a page says of its article, before the article itself is looked at. */
export interface PageFacts {
  readonly title: string;
  /** Every title of the page that may stand again at the start of the article. */
  readonly titles: readonly string[];
  readonly meta: Partial<Omit<Meta, 'titleFromBody' | 'extra' | 'title'>>;
  /** What relative addresses are relative to. */
  readonly base: string | undefined;
  /** The address of the page that this one is a part of, and of the next part. */
  readonly next: string | undefined;
}

function linkOf(tree: Root, rel: string): string | undefined {
  const found = findElement(
    tree,
    (one) => one.tagName === 'link' && attribute(one, 'rel').toLowerCase().split(' ').includes(rel),
  );
  return found && attribute(found, 'href').trim();
}

/** Reads a page's facts; `given` is the address it was fetched from, `data` its JSON-LD. */
export function readFacts(tree: Root, data: ArticleData, given: string | undefined): PageFacts {
  const metas = metasOf(tree);
  const told = linkOf(tree, 'canonical') || first(metas, 'og:url') || data.url;
  const url = webAddress(told, given) ?? webAddress(given, undefined);
  const baseElement = findElement(tree, ({ tagName }) => tagName === 'base');
  const base =
    webAddress(baseElement && attribute(baseElement, 'href'), given ?? url) ?? given ?? url;
  const site = plain(
    first(metas, 'og:site_name', 'application-name') ?? data.site ?? first(metas, 'dc.publisher'),
  );
  const { title, titles } = titleOf(tree, metas, data, site);
  const next = webAddress(linkOf(tree, 'next'), base);
  return {
    ...{ title, titles, base, next },
    meta: {
      ...known('subtitle', other(plain(data.subtitle), titles)),
      ...known(
        'description',
        plain(
          first(metas, 'og:description', 'description', 'twitter:description', 'dc.description') ??
            data.description,
        ),
      ),
      ...dates(tree, metas, data),
      authors: people(authorsOf(metas, data)),
      editors: people([...data.editors, ...all(metas, 'editor')]),
      tags: unique(tagsOf(tree, metas, data)),
      categories: unique([...all(metas, 'article:section'), ...data.sections].map(clean)),
      ...known('lang', languageOf(tree, metas, data)),
      ...known('image', imageOf(metas, data, base)),
      ...(site || url ? { source: { ...known('name', site), ...known('url', url) } } : {}),
      ...known('location', plain(data.location)),
    },
  };
}

function known<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** A whole address of the web. */
function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address === '' || !URL.canParse(address, base)) return undefined;
  return /^https?:/i.test(address) ? address : httpOnly(new URL(address, base).href);
}

function httpOnly(address: string): string | undefined {
  return /^https?:/.test(address) ? address : undefined;
}

function authorsOf(metas: Metas, data: ArticleData): string[] {
  if (data.authors.length > 0) return [...data.authors];
  const told = all(
    metas,
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'content_author',
    'parsely-author',
    'twitter:creator',
  );
  const named = told.filter((one) => !/^(?:https?:|@)/i.test(one));
  return named;
}

function tagsOf(tree: Root, metas: Metas, data: ArticleData): string[] {
  const told = [...all(metas, 'article:tag'), ...data.keywords];
  const listed = all(metas, 'news_keywords', 'keywords', 'dc.subject', 'parsely-tags').flatMap(
    (one) => one.split(/[,;]/),
  );
  const marked = [...elements(tree)]
    .filter((one) => one.tagName === 'a' && attribute(one, 'rel').split(' ').includes('tag'))
    .map(words);
  const chosen = [told, listed, marked].find((one) => one.length > 0) ?? [];
  return chosen
    .map((one) => clean(one).replace(/^#/, ''))
    .filter((one) => one.length > 0 && one.length < 60);
}

function languageOf(tree: Root, metas: Metas, data: ArticleData): string | undefined {
  const html = findElement(tree, ({ tagName }) => tagName === 'html');
  const told = [
    html && attribute(html, 'lang'),
    html && attribute(html, 'xmlLang'),
    data.lang,
    first(metas, 'og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language'),
  ];
  return told
    .map((one) => (one ? readLanguage(one.replace('_', '-')) : undefined))
    .find((one) => one !== undefined);
}

function imageOf(metas: Metas, data: ArticleData, base: string | undefined): Meta['image'] {
  const src = webAddress(
    first(metas, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? data.image,
    base,
  );
  if (src === undefined) return undefined;
  return {
    src,
    ...known('alt', plain(first(metas, 'og:image:alt', 'twitter:image:alt'))),
    ...known('caption', plain(data.caption)),
  };
}
