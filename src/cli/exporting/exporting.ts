import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Listed } from '../../emit/html-index.ts';
import { type Destination, destinationIn } from '../../library/exporting/destination.ts';
import { fileNamer } from '../../library/exporting/file-names.ts';
import { isSigned, signed } from '../../library/exporting/signature.ts';
import { sourcesOf } from '../../library/exporting/sources.ts';
import { textAt } from '../../library/imports.ts';
import type { Entry } from '../../library/select.ts';
import { makeFolder, type Placed, placeWhole, sweepUnfinished } from '../../library/store.ts';
import { openArticle } from '../../reader.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { counted, inOneLine } from '../counting.ts';
import { beforeInterrupt, signalsHeard } from '../interrupt.ts';
import { progressOf } from '../progress.ts';
import type { FileFormat } from './format.ts';
import { writerOf } from './writing.ts';

const EXTENSIONS: Readonly<Record<FileFormat, string>> = {
  markdown: 'md',
  html: 'html',
  plain: 'txt',
  json: 'json',
};

/** Where articles go, how, and what may be replaced there. */
interface Export {
  readonly folder: string;
  readonly format: FileFormat;
  readonly force: boolean;
  readonly config: Config;
}

/** An article and the name of the file that it gets. */
interface Planned extends Listed {
  readonly path: string;
}

type Tally = Record<Placed, number> & { failed: number };

/**
 * Writes articles into a folder, a file each, and for `html` a page that lists them; what cannot be read or written is
 * reported and the rest goes on, and in the end, or when it is interrupted, it says what became of all.
 * @throws what keeps anything at all from being done.
 */
export async function exportTo(
  entries: AsyncIterable<Entry>,
  asked: Export,
  context: Context,
): Promise<void> {
  const { folder, force, format } = asked;
  const { planned, destination } = await planFor(entries, asked, context);
  makeFolder(folder);
  sweepUnfinished(folder, Date.now());
  const sources = sourcesOf(
    planned.map(({ path }) => path),
    folder,
  );
  const textOf = await writerOf(format, destination, asked.config, context);
  const tally: Tally = { written: 0, replaced: 0, same: 0, failed: 0 };
  const progress = progressOf(planned.length, context);
  const sum = () => progress.context.say(summary(tally, context));
  const release = beforeInterrupt(sum);
  try {
    for (const [at, { path, file }] of planned.entries()) {
      progress.step(at, file);
      await signalsHeard();
      await counted(tally, progress.context, async () => {
        const text = await textOf(await openArticle(path), file);
        tally[placeWhole(sources.pathFor(file, path), text, { overwrite: force })] += 1;
      });
    }
    if (format === 'html')
      await counted(tally, progress.context, () => writeIndex(planned, asked, context));
  } finally {
    release();
    sum();
  }
}

/** The names of all files, before the first is written: a link may lead to the last of them. */
async function planFor(
  entries: AsyncIterable<Entry>,
  { folder, format }: Export,
  { cwd }: Context,
): Promise<{ planned: Planned[]; destination: Destination }> {
  const destination = destinationIn(resolve(cwd, folder));
  const nameOf = fileNamer(EXTENSIONS[format], format === 'html' ? ['index'] : []);
  const planned: Planned[] = [];
  for await (const { path, meta } of entries) {
    const file = nameOf(meta);
    destination.add({ path: resolve(cwd, path), meta }, file);
    planned.push({ path, file, meta });
  }
  return { planned, destination };
}

/** Writes the list of the pages that are there; one that sijori wrote and nobody changed is replaced unasked. */
async function writeIndex(
  planned: readonly Planned[],
  { folder, force }: Export,
  { locale }: Context,
): Promise<void> {
  const { htmlPage } = await import('../../emit/html.ts');
  const { indexPage } = await import('../../emit/html-index.ts');
  const there = planned.filter(({ file }) => existsSync(join(folder, file)));
  const path = join(folder, 'index.html');
  const isOurs = isSigned(textAt(path) ?? '');
  const page = signed(htmlPage(indexPage(there, locale)));
  placeWhole(path, page, { overwrite: force || isOurs });
}

function summary({ written, replaced, same, failed }: Tally, { locale }: Context): string {
  const counts = { written, replaced, same, failed };
  return inOneLine(counts, 'export', locale) || locale.text('export-written', { count: 0 });
}
