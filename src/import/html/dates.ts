import type { Root } from 'hast';
import type { Meta } from '../../model/article.ts';
import { parseDate } from '../../parse/dates.ts';
import type { ArticleData } from './data.ts';
import { attribute, elements, looks, words } from './elements.ts';
import { all, type Metas } from './metas.ts';

/** When an article was published and changed, in the zone the page gives. */
export function dates(
  tree: Root,
  metas: Metas,
  data: ArticleData,
): Pick<Partial<Meta>, 'date' | 'updated'> {
  const published = [
    data.published,
    ...all(
      metas,
      'article:published_time',
      'datepublished',
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'content_publisheddate',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'sailthru.date',
      'parsely-pub-date',
    ),
    ...timesOf(tree),
  ];
  const modified = [
    data.modified,
    ...all(
      metas,
      'article:modified_time',
      'og:updated_time',
      'datemodified',
      'dcterms.modified',
      'last-modified',
    ),
  ];
  const date = firstDate(published);
  const updated = firstDate(modified);
  const isLater = updated !== undefined && updated.iso !== date?.iso;
  return {
    ...(date ? { date: { iso: date.iso, origin: 'head' as const } } : {}),
    ...(isLater ? { updated: { iso: updated.iso, origin: 'head' as const } } : {}),
  };
}

function firstDate(values: readonly (string | undefined)[]): { iso: string } | undefined {
  for (const value of values) {
    const date = value === undefined ? undefined : parseDate(value);
    if (date) return date;
  }
  return undefined;
}

/** Moments that the page marks as such; those that say so come first. */
function timesOf(tree: Root): string[] {
  const times = [...elements(tree)].filter(
    (one) => one.tagName === 'time' || /date|time|tanggal|waktu|published/.test(looks(one)),
  );
  const said = times.filter((one) =>
    /published|entry-date|datepublished|dt-published/.test(
      `${looks(one)} ${attribute(one, 'itemProp').toLowerCase()}`,
    ),
  );
  return [...said, ...times].slice(0, 40).flatMap((one) => {
    const value = attribute(one, 'dateTime') || attribute(one, 'title');
    const text = words(one).replace(/\s+/g, ' ').trim();
    return [value, text.length < 80 ? western(text) : ''].filter((each) => /\d/.test(each));
  });
}

/** `2019年4月7日 6時30分` in the order and signs that other dates have. */
function western(text: string): string {
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2})[時:](\d{1,2}))?/.exec(text);
  if (!found) return text;
  const [, year, month = '', day = '', hour, minute = ''] = found;
  const two = (part: string) => part.padStart(2, '0');
  const time = hour === undefined ? '' : `T${two(hour)}:${two(minute)}:00`;
  return `${year}-${two(month)}-${two(day)}${time}`;
}
