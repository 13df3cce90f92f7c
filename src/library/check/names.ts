import { fold } from '../../model/fold.ts';
import type { Entry } from '../select.ts';

/** The names under which the articles of a library can be reached: slugs, aliases, file names and titles, folded. */
export function namesOf(entries: readonly Entry[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { path, meta } of entries) {
    const file = lastStep(path);
    const all = [
      meta.slug,
      meta.title,
      file,
      withoutExtension(file),
      ...meta.aliases.map(lastStep),
    ];
    for (const name of all) names.add(fold(name));
  }
  return names;
}

/** Whether a name, or the last step of a path, is that of an article. */
export function isKnown(name: string, names: ReadonlySet<string>): boolean {
  const step = lastStep(name.replace(/\/+$/, ''));
  return [name, step, withoutExtension(step)].some((one) => names.has(fold(one)));
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:md|markdown|mdown|mkd|html?)$/i, '');
}
