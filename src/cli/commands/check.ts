import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { checkAll, filesToCheck } from '../writing/checking.ts';
import { type FindingFormat, report } from '../writing/findings.ts';
import { asksFirst, type MendOptions, mendAll } from '../writing/mending.ts';

/** The options of `sijori check`. */
interface CheckOptions extends Common, FindingFormat, MendOptions {}

/** Says what is wrong with articles, and mends what surely can be. Exit code 1 where an error is left. */
export async function check(
  names: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<void> {
  const mends = options.fix || options.dryRun;
  if (mends) asksFirst(options, context);
  const { config, folder } = await prepared(options, context);
  const paths = await filesToCheck(names, { folder, config, library: options.library }, context);
  const checked = await checkAll(paths, folder, context);
  if (!mends) return report(checked, options, context);
  const written = await mendAll(checked, options, context);
  if (options.dryRun) return report(checked, { ...options, quiet: true }, context);
  const again = written.size > 0 ? await checkAll(paths, folder, context) : checked;
  return report(again, options, context);
}
