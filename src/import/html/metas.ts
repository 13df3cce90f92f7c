import type { Root } from 'hast';
import { attribute, elements } from './elements.ts';

/** The `<meta>` of a page by its lower-case name, in their order. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Reads them. */
export function metasOf(tree: Root): Metas {
  const found = new Map<string, string[]>();
  for (const one of elements(tree)) {
    if (one.tagName !== 'meta') continue;
    const name = (
      attribute(one, 'property') ||
      attribute(one, 'name') ||
      attribute(one, 'itemProp')
    ).toLowerCase();
    const content = attribute(one, 'content').trim();
    if (name !== '' && content !== '') found.set(name, [...(found.get(name) ?? []), content]);
  }
  return found;
}

/** The first value of the first of these names that has one. */
export function first(metas: Metas, ...names: readonly string[]): string | undefined {
  return names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined);
}

/** Every value of these names. */
export function all(metas: Metas, ...names: readonly string[]): string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}
