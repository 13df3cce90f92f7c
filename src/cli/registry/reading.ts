import type { Registrations } from './registration.ts';
import {
  historyOptions,
  markOptions,
  nextOptions,
  placedReadOptions,
  statsOptions,
  undoOptions,
} from './state-options.ts';
import { noOptions } from './writing-options.ts';

/** Commands for reading, and for what was read. */
export const reading: Registrations = {
  read: {
    help: 'help-read',
    takes: ['[article...]', 'help-article'],
    options: placedReadOptions,
    run: async (names, options, context) =>
      (await import('../commands/read.ts')).read(names, options, context),
  },
  continue: {
    help: 'help-continue',
    takes: ['[article...]', 'help-continue-article'],
    options: placedReadOptions,
    run: async (names, options, context) =>
      (await import('../commands/continue.ts')).goOn(names, options, context),
  },
  next: {
    help: 'help-next',
    takes: ['[query...]', 'help-query'],
    options: nextOptions,
    run: async (words, options, context) =>
      (await import('../commands/next.ts')).next(words, options, context),
  },
  mark: {
    help: 'help-mark',
    first: ['<mark>', 'help-mark-what'],
    takes: ['[query...]', 'help-mark-query'],
    options: markOptions,
    run: async (words, options, context) =>
      (await import('../commands/mark.ts')).mark(words, options, context),
  },
  history: {
    help: 'help-history',
    options: historyOptions,
    run: async (_, options, context) =>
      (await import('../commands/history.ts')).history(options, context),
  },
  stats: {
    help: 'help-stats',
    options: statsOptions,
    run: async (_, options, context) =>
      (await import('../commands/stats.ts')).stats(options, context),
  },
  undo: {
    help: 'help-undo',
    options: undoOptions,
    run: async (_, options, context) =>
      (await import('../commands/undo.ts')).undo(options, context),
  },
  state: {
    help: 'help-state',
    first: ['<what>', 'help-state-what'],
    takes: ['[file...]', 'help-state-file'],
    options: noOptions,
    run: async (words, options, context) =>
      (await import('../commands/state.ts')).state(words, options, context),
  },
};
