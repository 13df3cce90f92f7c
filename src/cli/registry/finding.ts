import { indexOptions, listOptions, namesOptions, searchOptions } from './list-options.ts';
import type { Registrations } from './registration.ts';

/** Commands that find articles. */
export const finding: Registrations = {
  list: {
    help: 'help-list',
    takes: ['[query...]', 'help-query'],
    options: listOptions,
    run: async (words, options, context) =>
      (await import('../commands/list.ts')).list(words, options, context),
  },
  search: {
    help: 'help-search',
    takes: ['[query...]', 'help-query'],
    options: searchOptions,
    run: async (words, options, context) =>
      (await import('../commands/search.ts')).search(words, options, context),
  },
  tags: {
    help: 'help-tags',
    options: namesOptions,
    run: async (_, options, context) =>
      (await import('../commands/names.ts')).names('tag', options, context),
  },
  authors: {
    help: 'help-authors',
    options: namesOptions,
    run: async (_, options, context) =>
      (await import('../commands/names.ts')).names('author', options, context),
  },
  series: {
    help: 'help-series',
    options: namesOptions,
    run: async (_, options, context) =>
      (await import('../commands/names.ts')).names('series', options, context),
  },
  index: {
    help: 'help-index',
    options: indexOptions,
    run: async (_, options, context) =>
      (await import('../commands/index-library.ts')).index(options, context),
  },
};
