import type { Properties } from 'hast';
import type * as mdast from 'mdast';
import { headingId } from '../model/heading-id.ts';
import { textOf } from '../model/text.ts';
import { descendants } from '../model/tree.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Unique id of the heading within its article, as in `#id`. */
    id?: string;
    /** True when the id was written as `{#id}` and not made of the heading's words. */
    named?: boolean;
    hProperties?: Properties | undefined;
  }
}

/** Gives every heading an id of its own: the one written as `{#id}`, else made of its words as GitHub does. */
export function nameHeadings(root: mdast.Root): void {
  const taken = new Map<string, number>();
  for (const node of descendants(root)) {
    if (node.type !== 'heading') continue;
    const written = node.data?.hProperties?.['id'];
    node.data =
      typeof written === 'string'
        ? { id: unique(written, taken), named: true }
        : { id: unique(headingId(textOf(node)), taken) };
  }
}

function unique(id: string, taken: Map<string, number>): string {
  const times = taken.get(id);
  if (times === undefined) {
    taken.set(id, 0);
    return id;
  }
  let next = times + 1;
  while (taken.has(`${id}-${next}`)) next += 1;
  taken.set(id, next);
  taken.set(`${id}-${next}`, 0);
  return `${id}-${next}`;
}
