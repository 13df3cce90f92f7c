import type { Registrations } from './registration.ts';
import { tagOptions } from './state-options.ts';
import {
  checkOptions,
  exportOptions,
  feedExportOptions,
  feedListOptions,
  fetchOptions,
  importOptions,
  newOptions,
  noOptions,
} from './writing-options.ts';

/** The commands under `feed`. */
const FEED: Registrations = {
  add: {
    help: 'help-feed-add',
    takes: ['<address...>', 'help-feed-address'],
    options: noOptions,
    run: async (names, _, context) =>
      (await import('../commands/feed.ts')).addFeeds(names, context),
  },
  list: {
    help: 'help-feed-list',
    options: feedListOptions,
    run: async (_, options, context) =>
      (await import('../commands/feed.ts')).listFeeds(options, context),
  },
  fetch: {
    help: 'help-feed-fetch',
    takes: ['[feed...]', 'help-feed-which'],
    options: fetchOptions,
    run: async (names, options, context) =>
      (await import('../commands/feed-fetch.ts')).fetchFeeds(names, options, context),
  },
  remove: {
    help: 'help-feed-remove',
    takes: ['<feed...>', 'help-feed-names'],
    options: noOptions,
    run: async (names, _, context) =>
      (await import('../commands/feed.ts')).removeFeeds(names, context),
  },
  import: {
    help: 'help-feed-import',
    takes: ['<file...>', 'help-feed-file'],
    options: noOptions,
    run: async (names, _, context) =>
      (await import('../commands/feed-opml.ts')).importFeeds(names, context),
  },
  export: {
    help: 'help-feed-export',
    options: feedExportOptions,
    run: async (_, options, context) =>
      (await import('../commands/feed-opml.ts')).exportFeeds(options, context),
  },
};

/** Commands that write articles, or change what is in them. */
export const keeping: Registrations = {
  import: {
    help: 'help-import',
    takes: ['<source...>', 'help-source'],
    options: importOptions,
    run: async (names, options, context) =>
      (await import('../commands/import.ts')).importAll(names, options, context),
  },
  export: {
    help: 'help-export',
    takes: ['[query...]', 'help-query'],
    options: exportOptions,
    run: async (words, options, context) =>
      (await import('../commands/export.ts')).exportAll(words, options, context),
  },
  feed: {
    help: 'help-feed',
    options: noOptions,
    commands: FEED,
  },
  new: {
    help: 'help-new',
    takes: ['<title...>', 'help-new-title'],
    options: newOptions,
    run: async (words, options, context) =>
      (await import('../commands/new.ts')).create(words, options, context),
  },
  edit: {
    help: 'help-edit',
    takes: ['<article...>', 'help-edit-article'],
    options: noOptions,
    run: async (names, options, context) =>
      (await import('../commands/edit.ts')).edit(names, options, context),
  },
  check: {
    help: 'help-check',
    takes: ['[article...]', 'help-check-article'],
    options: checkOptions,
    run: async (names, options, context) =>
      (await import('../commands/check.ts')).check(names, options, context),
  },
  tag: {
    help: 'help-tag-command',
    first: ['<change>', 'help-tag-change'],
    takes: ['[query...]', 'help-tag-query'],
    options: tagOptions,
    run: async (words, options, context) =>
      (await import('../commands/tag.ts')).tag(words, options, context),
  },
};
