import { join } from 'node:path';
import { writeWhole } from '../../library/store.ts';
import { ReaderError } from '../../model/errors.ts';
import { printable } from '../../model/printable.ts';
import { newArticle } from '../../reader.ts';
import { now } from '../clock.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { ownFolder } from '../library/library.ts';
import { hasEditor, isAttended, openInEditor } from '../writing/editor.ts';

/** The options of `sijori new`. */
interface NewOptions extends Common {
  readonly tag?: readonly string[];
  readonly author?: readonly string[];
  readonly articleLang?: string;
  readonly date?: string;
  readonly draft?: boolean;
  readonly output?: string;
  readonly edit?: boolean;
}

/** Writes an article that has a head and no text yet, and prints its path. @throws ReaderError. */
export async function create(words: string[], options: NewOptions, context: Context) {
  const title = words.join(' ').replace(/\s+/g, ' ').trim();
  const message = context.locale.text('missing-argument', { what: 'title' });
  if (title === '') throw new ReaderError('usage', { message, command: 'new ' });
  const { config } = await prepared(options, context);
  const { tag: tags = [], author: authors = [], draft = false, date = now() } = options;
  const fields = { title, tags, authors, draft, date, lang: options.articleLang };
  const { name, text } = await newArticle(fields);
  if (options.output === '-') return context.write(text);
  const path = options.output ?? join(ownFolder(options.library, config, context), name);
  writeWhole(path, text, { overwrite: false });
  await context.write(`${printable(path)}\n`);
  const opens = options.edit !== false && isAttended(context) && hasEditor(context);
  if (opens) await openInEditor([path], context);
}
