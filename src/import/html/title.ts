import type { Root } from 'hast';
import type { ArticleData } from './data.ts';
import { elements, findElement, words } from './elements.ts';
import { first, type Metas } from './metas.ts';
import { bare, plain, unique } from './names.ts';

/** A value, unless it is one of the titles. */
export function other(value: string | undefined, titles: readonly string[]): string | undefined {
  return value !== undefined && titles.some((title) => bare(title) === bare(value))
    ? undefined
    : value;
}

/** The page's title as its heading has it, if it has; without the name of the site. */
export function titleOf(
  tree: Root,
  metas: Metas,
  data: ArticleData,
  site: string | undefined,
): { title: string; titles: string[] } {
  const written = findElement(tree, ({ tagName }) => tagName === 'title');
  const told = [
    data.headline,
    first(metas, 'og:title'),
    first(metas, 'twitter:title', 'dc.title', 'dcterms.title'),
  ];
  const candidates = [...told, written && words(written)].flatMap((one) => plain(one) ?? []);
  const headings = [...elements(tree)]
    .filter(({ tagName }) => tagName === 'h1')
    .flatMap((one) => plain(words(one)) ?? []);
  const heading = told
    .flatMap((one) => plain(one) ?? [])
    .concat(candidates)
    .flatMap((title) => headings.find((one) => isShort(one, title)) ?? [])[0];
  const best =
    candidates[0] === undefined
      ? headings[0]
      : withoutSite(candidates[0], site, candidates.length > 1);
  const title = heading ?? best ?? '';
  return {
    title,
    titles: unique([
      title,
      ...candidates.map((one) => withoutSite(one, site, false)),
      ...(heading ? [heading] : []),
    ]),
  };
}

const PARTING = /\s+[|\-–—·»«:]\s+/;

/** Whether a heading is a title without what is added to it for search engines. */
function isShort(heading: string, title: string): boolean {
  const [short, long] = [bare(heading), bare(title)];
  if (short.length < 2) return false;
  const isPart = title.split(PARTING).some((part) => bare(part) === short);
  return isPart || (long.startsWith(short) && short.length > long.length * 0.55);
}

/** `Title - Site`, `Title | Section | Site`: without the site, where its name is known; or a single last part of a page's own title. */
function withoutSite(title: string, site: string | undefined, isTold: boolean): string {
  const parts = title.split(PARTING);
  if (parts.length < 2) return title;
  const [first = '', second = ''] = parts;
  if (site !== undefined && bare(first) === bare(site)) return title.slice(title.indexOf(second));
  const last = parts.at(-1) ?? '';
  const isSite = site !== undefined && isNameOf(site, last);
  const isGuess = site === undefined && !isTold && /\s[|»]\s/.test(title);
  if (!(isSite || isGuess)) return title;
  return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|\-–—·»«:]\s+$/, '');
}

function isNameOf(site: string, part: string): boolean {
  const [long, short] = [bare(site), bare(part)];
  return long.length > 1 && short.length > 1 && (short.startsWith(long) || long.startsWith(short));
}
