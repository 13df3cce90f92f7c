import { fold } from '../model/fold.ts';
import type { Entry } from './select.ts';

/** The names under which an article can be reached: slug, title, file name and aliases, folded. */
export function namesOfArticle({ path, meta }: Entry): string[] {
  const file = lastStep(path);
  const all = [meta.slug, meta.title, file, withoutExtension(file), ...meta.aliases.map(lastStep)];
  return all.map(fold);
}

/** The names of the articles of a library, as {@link namesOfArticle} has them. */
export function namesOf(entries: readonly Entry[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of entries) for (const name of namesOfArticle(entry)) names.add(name);
  return names;
}

/** What a name may mean among {@link namesOf}, the nearest first: itself, or the last step of it as a path. */
export function meaningsOf(name: string): string[] {
  const step = lastStep(name.replace(/\/+$/, ''));
  return [name, step, withoutExtension(step)].map(fold);
}

/** Whether a name, or the last step of a path, is that of an article. */
export function isKnown(name: string, names: ReadonlySet<string>): boolean {
  return meaningsOf(name).some((one) => names.has(one));
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:md|markdown|mdown|mkd|html?)$/i, '');
}
