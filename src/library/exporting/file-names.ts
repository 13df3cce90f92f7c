import type { Meta } from '../../model/article.ts';
import { baseName } from '../create.ts';

/** Names that are devices to Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/;

/**
 * Names files after articles, one after the other: day and slug, and `-2`, `-3` where that is taken. The same articles in
 * the same order get the same names. `reserved` are names, without the extension, that none gets.
 */
export function fileNamer(
  extension: string,
  reserved: readonly string[] = [],
): (meta: Pick<Meta, 'date' | 'slug'>) => string {
  const taken = new Set(reserved);
  // Where counting goes on: a library may hold thousands of articles of one name.
  const counts = new Map<string, number>();
  return (meta) => {
    const base = baseName(meta);
    let count = counts.get(base) ?? 1;
    let name = base;
    while (taken.has(name) || DEVICE.test(name)) {
      count += 1;
      name = `${base}-${count}`;
    }
    counts.set(base, count);
    taken.add(name);
    return `${name}.${extension}`;
  };
}
