import { type Config, readConfig } from './config/config.ts';
import type { Context } from './context.ts';
import { libraryFolder } from './library/library.ts';

/** The options that every command has. */
export interface Common {
  readonly library?: string;
}

/** The configuration and the library's folder, found once for a command. */
export async function prepared(
  options: Common,
  context: Context,
): Promise<{ config: Config; folder: string }> {
  const config = await readConfig(context);
  return { config, folder: libraryFolder(options.library, config, context) };
}
