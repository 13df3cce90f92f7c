import type { Element, ElementContent } from 'hast';
import type { Meta } from '../model/article.ts';
import type { Locale } from '../model/locale.ts';
import type { HtmlPage } from './html.ts';
import { element, text } from './html-element.ts';

/** An article in a list of pages, and the name of the file that it is in, beside the list. */
export interface Listed {
  readonly file: string;
  readonly meta: Pick<Meta, 'title' | 'date' | 'authors' | 'tags' | 'lang'>;
}

/** A page that lists articles in their order: the title as a link, then day, authors and tags. */
export function indexPage(articles: readonly Listed[], locale: Locale): HtmlPage {
  const title = locale.text('export-title');
  const header = element('header', { className: ['page-header'] }, [
    element('h1', { className: ['page-title'], dir: 'auto' }, [text(title)]),
    line('byline', locale.text('export-count', { count: articles.length })),
  ]);
  const items = articles.flatMap((one) => [text('\n'), item(one, locale)]);
  const list = element('ul', { className: ['articles'] }, [...items, text('\n')]);
  return { lang: locale.language, title, facts: [], style: STYLE, children: [header, list] };
}

/** Each title stands close to what belongs to it, and apart from the next. */
const STYLE = `.articles { padding: 0; list-style: none; } .articles > li { margin-bottom: 1.25em; } .articles p { margin: 0; }
`;

function item({ file, meta }: Listed, locale: Locale): Element {
  const { title, date, authors, tags, lang } = meta;
  const href = file.replace(/[^\p{L}\p{N}\p{M}.-]/gu, encodeURIComponent);
  const link = element('a', { href, ...(lang ? { lang } : {}) }, [text(title)]);
  return element('li', {}, [
    element('p', { dir: 'auto' }, [link]),
    ...byline(date, authors, locale),
    ...(tags.length > 0 ? [line('tags', tags.map((tag) => `#${tag}`).join(' '))] : []),
  ]);
}

function byline(date: Meta['date'], authors: readonly string[], locale: Locale): Element[] {
  const names = authors.join(', ');
  const parts: ElementContent[] = date
    ? [element('time', { dateTime: date.iso }, [text(locale.date(date))])]
    : [];
  if (names !== '') parts.push(text(date ? ` · ${names}` : names));
  return parts.length > 0 ? [element('p', { className: ['byline'], dir: 'auto' }, parts)] : [];
}

function line(className: string, words: string): Element {
  return element('p', { className: [className], dir: 'auto' }, [text(words)]);
}
