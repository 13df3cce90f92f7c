import type { Article } from '../model/article.ts';
/** Placeholder. */
export function markdown(article: Article, _options?: object): string {
  return article.source;
}
