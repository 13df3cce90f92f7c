export { localeFor } from './locale/locale.ts';
export type { Article, ArticleDate, Block, Inline, Meta, Root } from './model/article.ts';
export { ReaderError } from './model/errors.ts';
export type { Theme } from './model/theme.ts';
export { parse } from './parse/parse.ts';
export { type Format, openArticle, type RenderOptions, readLibrary, render } from './reader.ts';
export { theme } from './theme/themes.ts';
