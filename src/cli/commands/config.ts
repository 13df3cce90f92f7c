import { ReaderError } from '../../model/errors.ts';
import { printable } from '../../model/printable.ts';
import type { Common } from '../common.ts';
import { set, settings, settingsText } from '../config/configuring.ts';
import type { Context } from '../context.ts';
import type { ListFormat } from '../lists/listing.ts';

/** The options of `sijori config`. */
interface ConfigOptions extends Common, ListFormat {}

/** Shows the settings and where each comes from, one of them (`get KEY`), or sets one (`set KEY VALUE`). */
export async function config(
  [what, key, ...rest]: readonly string[],
  options: ConfigOptions,
  context: Context,
): Promise<void> {
  if (what === 'set' && key !== undefined && rest.length > 0)
    return set(key, rest.join(' '), context);
  const rows = await settings(options, context);
  if (what === undefined) return context.write(settingsText(rows, options, context));
  const found = what === 'get' ? rows.find((row) => row.key === key) : undefined;
  if (!found) throw new ReaderError('usage', misuse(what, key, context));
  return context.write(`${printable(found.value)}\n`);
}

function misuse(what: string, key: string | undefined, { locale }: Context) {
  const known = what === 'get' && key !== undefined;
  const message = known
    ? locale.text('no-setting', { key })
    : locale.text('config-usage', { what });
  return { message, command: 'config ' };
}
