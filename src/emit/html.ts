import type { Article } from '../model/article.ts';
/** Placeholder. */
export function html(article: Article, _options?: object): string { return article.source; }
