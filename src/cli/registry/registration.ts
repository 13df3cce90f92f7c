import type { Command } from 'commander';
import type { Locale } from '../../model/locale.ts';
import type { Context } from '../context.ts';

/** A command as the program knows it: its code is loaded when it is run. */
export interface Registration {
  readonly help: string;
  readonly options: (command: Command, locale: Locale) => Command;
  /** An argument before those of `takes`. */
  readonly first?: readonly [spec: string, help: string];
  /** The arguments, when there are any, as commander writes them, and their help text. */
  readonly takes?: readonly [spec: string, help: string];
  /** Not listed by help: for the scripts of shells. */
  readonly hidden?: boolean;
  /** Commands under this one, which does nothing itself then. */
  readonly commands?: Registrations;
  run?(names: string[], options: object, context: Context, program: Command): Promise<void>;
}

/** Commands by their names, in the order in which help lists them. */
export type Registrations = Readonly<Record<string, Registration>>;
