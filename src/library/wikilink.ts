import type { Article, Node } from '../model/article.ts';

/** Whether a link or picture is written as `[[name]]`, which the tree does not say: its address is a name then. */
export function isWikilink({ position }: Node, { source }: Pick<Article, 'source'>): boolean {
  const start = position?.start.offset ?? -1;
  return start >= 0 && /^!?\[\[/.test(source.slice(start, start + 3));
}
