/** What is to become of the tags of articles. */
export interface TagChange {
  /** Tags to add, in order. */
  readonly add: readonly string[];
  /** What a tag becomes: itself, another, or nothing. */
  becomes(tag: string): string | undefined;
}

/** What is to become of the tags of one article. */
export interface TagPlan {
  /** Every tag that changes, and its new name; nothing for one that goes. */
  readonly changes: ReadonlyMap<string, string | undefined>;
  readonly add: readonly string[];
  /** All tags afterwards, in order. */
  readonly result: readonly string[];
}

/** A tag as it is compared where it is written: letter case does not tell tags apart. */
export function tagKey(tag: string): string {
  return tag
    .replace(/^#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

/** Adds tags and takes others away. */
export function addingAndRemoving(add: readonly string[], remove: readonly string[]): TagChange {
  const removed = new Set(remove.map(tagKey));
  return { add, becomes: (tag) => (removed.has(tagKey(tag)) ? undefined : tag) };
}

/** Gives a tag another name or spelling, and with it those that are nested below it: `a/b` follows `a`. */
export function renaming(old: string, now: string): TagChange {
  const from = tagKey(old);
  return {
    add: [],
    becomes: (tag) => {
      const key = tagKey(tag);
      if (key === from) return now;
      return key.startsWith(`${from}/`) ? `${now}${tag.slice(tag.indexOf('/', from.length))}` : tag;
    },
  };
}

/** What a change does to the tags of one article; a tag that comes to be there twice is there once. */
export function planFor(tags: readonly string[], change: TagChange): TagPlan {
  const wanted = tags.map((tag) => change.becomes(tag));
  const staying = new Set(tags.filter((tag, at) => wanted[at] === tag).map(tagKey));
  const changes = new Map<string, string | undefined>();
  const result: string[] = [];
  tags.forEach((tag, at) => {
    const now = wanted[at];
    const isThere = now !== undefined && now !== tag && staying.has(tagKey(now));
    const kept = isThere ? undefined : now;
    if (kept !== tag) changes.set(tag, kept);
    if (kept === undefined) return;
    staying.add(tagKey(kept));
    result.push(kept);
  });
  const add: string[] = [];
  for (const tag of change.add) {
    if ([...result, ...add].some((one) => tagKey(one) === tagKey(tag))) continue;
    add.push(tag);
  }
  return { changes, add, result: [...result, ...add] };
}

/**
 * What becomes of the elements of a list as it is written, nothing of those that go, and what is still to be added below:
 * an element that goes at the end makes room for one that comes.
 */
export function outcomes(
  items: readonly { readonly text: string }[],
  plan: TagPlan,
): { readonly wanted: readonly (string | undefined)[]; readonly add: readonly string[] } {
  const changes = new Map([...plan.changes].map(([tag, now]) => [tagKey(tag), now]));
  const wanted = items.map(({ text }) => {
    return changes.has(tagKey(text)) ? changes.get(tagKey(text)) : text;
  });
  const goesLast = wanted.length > 0 && wanted.at(-1) === undefined;
  if (!goesLast) return { wanted, add: plan.add };
  return { wanted: [...wanted.slice(0, -1), plan.add[0]], add: plan.add.slice(1) };
}
