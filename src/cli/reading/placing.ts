import { anchorAt, lineOnPage, placeOf, type Spot } from '../../library/state/anchor.ts';
import type { Anchor } from '../../library/state/change.ts';
import type { Article } from '../../model/article.ts';
import { ReaderError } from '../../model/errors.ts';
import { sectionOf } from '../../model/outline.ts';

/** The place in an article that the user writes as `40%`, as a line of the file, or as words of a heading. @throws ReaderError `no-section`. */
export function placeIn(article: Article, at: string): Anchor {
  return anchorAt(article, spotOf(article, at));
}

/** The line of a page, from 1, that a place of its article is on; undefined where the page does not show it. */
export function lineToShow(place: Anchor, article: Article, page: string): number | undefined {
  const { fraction } = placeOf(place, article);
  return lineOnPage(anchorAt(article, { fraction }), page);
}

function spotOf(article: Article, at: string): Spot {
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(at)?.[1];
  if (percent !== undefined) return { fraction: Number(percent.replace(',', '.')) / 100 };
  if (/^\d+$/.test(at)) return { line: Number(at) };
  const line = sectionOf(article, at)?.body.children[0]?.position?.start.line;
  if (line === undefined) throw new ReaderError('no-section', { section: at, path: article.path });
  return { line: line + article.bodyOffset };
}
