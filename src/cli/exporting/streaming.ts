import type { Entry } from '../../library/select.ts';
import { openArticle } from '../../reader.ts';
import type { Context } from '../context.ts';
import { counted } from '../counting.ts';

/** Writes articles to standard output, each as JSON on a line, before the next is read; what cannot be read is reported. */
export async function streamed(entries: AsyncIterable<Entry>, context: Context): Promise<void> {
  const { jsonLine } = await import('../../emit/json.ts');
  const tally = { failed: 0 };
  for await (const { path } of entries) {
    await counted(tally, context, async () => context.write(jsonLine(await openArticle(path))));
  }
}
