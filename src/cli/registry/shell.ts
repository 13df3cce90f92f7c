import { formatOptions } from './list-options.ts';
import type { Registrations } from './registration.ts';
import { noOptions } from './writing-options.ts';

/** Commands about sijori itself, and for shells. */
export const shell: Registrations = {
  config: {
    help: 'help-config',
    takes: ['[words...]', 'help-config-words'],
    options: formatOptions,
    run: async (words, options, context) =>
      (await import('../commands/config.ts')).config(words, options, context),
  },
  completion: {
    help: 'help-completion',
    takes: ['<shell>', 'help-completion-shell'],
    options: noOptions,
    run: async (names, _, context, program) =>
      (await import('../commands/completion.ts')).completion(names, program, context),
  },
  complete: {
    help: 'help-completion',
    takes: ['<words...>', 'help-completion-shell'],
    options: noOptions,
    hidden: true,
    run: async (words, options, context) =>
      (await import('../commands/complete.ts')).complete(words, options, context),
  },
};
