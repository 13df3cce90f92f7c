import type { Article } from '../model/article.ts';
/** Placeholder. */
export function json(article: Article, _options?: object): string { return article.source; }
