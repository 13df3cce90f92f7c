import type { Meta } from '../../model/article.ts';
import { digest } from '../../model/digest.ts';
import { fold } from '../../model/fold.ts';

/** Names of files that say nothing without their folder. */
const COMMON = /^(?:_?index|readme)$/i;

/**
 * Who an article is, whatever is done to its file: sixteen hexadecimal digits of its title, the day it states and its
 * source. Edits of the body, renames and moves keep it. An article that states neither day nor source is told from
 * others of the same title by the name of its file (of `index` and `readme`, with the folder): a rename makes it another.
 * Whoever has folded the title hands it over.
 */
export function identityOf(
  meta: Pick<Meta, 'title' | 'date' | 'source'>,
  path: string,
  title = fold(meta.title),
): string {
  const day = dayOf(meta);
  const url = meta.source?.url ?? '';
  const name = day === '' && url === '' ? nameOf(path) : '';
  const words = /\s\s|[^\S ]/.test(title) ? title.replace(/\s+/g, ' ') : title;
  return digest('sha256', `${words}\0${day}\0${url}\0${name}`, 'hex').slice(0, 16);
}

/** The day that the head or the file's name states; folders and the time of the file change when a file is moved. */
function dayOf({ date }: Pick<Meta, 'date'>): string {
  return date?.origin === 'head' || date?.origin === 'name' ? date.iso.slice(0, 10) : '';
}

function nameOf(path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  const name = (steps.pop() ?? '').replace(/\.[a-z]+$/i, '');
  return COMMON.test(name) ? `${steps.at(-1) ?? ''}/${name}` : name;
}
