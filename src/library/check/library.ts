import { fold } from '../../model/fold.ts';
import type { Entry } from '../select.ts';
import type { CheckedFile, Remark } from './finding.ts';
import { itemsOf } from './head-values.ts';

/** What all articles of a library say together, for what no article can tell alone. */
export interface Census {
  /** Paths by slug, and by folded title. */
  readonly slugs: ReadonlyMap<string, readonly string[]>;
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** The spelling of each folded tag that most articles use, the first of several. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Counts a library once; linear but for its order by path. */
export function censusOf(entries: readonly Entry[]): Census {
  const slugs = new Map<string, string[]>();
  const titles = new Map<string, string[]>();
  const spellings = new Map<string, Map<string, number>>();
  const inOrder = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, meta } of inOrder) {
    addTo(slugs, meta.slug, path);
    addTo(titles, fold(meta.title), path);
    for (const tag of meta.tags) {
      const counts = spellings.get(fold(tag)) ?? new Map<string, number>();
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      spellings.set(fold(tag), counts);
    }
  }
  const tags = [...spellings].map(([tag, counts]) => [tag, mostUsed(counts)] as const);
  return { slugs, titles, tags: new Map(tags) };
}

function addTo(groups: Map<string, string[]>, name: string, path: string): void {
  const group = groups.get(name);
  if (group) group.push(path);
  else groups.set(name, [path]);
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [spelling, count] of counts) {
    if (best === '' || count > (counts.get(best) ?? 0)) best = spelling;
  }
  return best;
}

/**
 * Slugs and titles that another article has too, and tags that the library spells otherwise. Of several articles the
 * first by path keeps its name, unless it is the only one that is checked.
 */
export function checkAmong(
  file: CheckedFile,
  census: Census,
  isChecked: (path: string) => boolean,
): Remark[] {
  const { meta } = file.article;
  const remarks: Remark[] = [];
  const slug = other(census.slugs.get(meta.slug), file.path, isChecked);
  const title = other(census.titles.get(fold(meta.title)), file.path, isChecked);
  if (slug !== undefined) {
    const details = { slug: meta.slug, other: slug };
    remarks.push({ code: 'slug-duplicate', details, ...placeOf(file, 'slug') });
  }
  if (title !== undefined && title !== slug) {
    const details = { title: meta.title, other: title };
    remarks.push({ code: 'title-duplicate', details, ...placeOf(file, 'title') });
  }
  return [...remarks, ...strangeTags(file, census)];
}

function other(
  group: readonly string[] | undefined,
  path: string,
  isChecked: (path: string) => boolean,
): string | undefined {
  const others = group?.filter((one) => one !== path) ?? [];
  const isFirst = group?.[0] === path;
  return isFirst && others.some(isChecked) ? undefined : others[0];
}

function placeOf({ head }: CheckedFile, field: string): { line: number; column: number } {
  const key = [...head.fields].find(([, name]) => name === field)?.[0];
  return { line: (key === undefined ? undefined : head.keyLines.get(key)) ?? 1, column: 1 };
}

function strangeTags(file: CheckedFile, census: Census): Remark[] {
  const { head, lines, article } = file;
  const strange = article.meta.tags.filter((tag) => census.tags.get(fold(tag)) !== tag);
  if (strange.length === 0) return [];
  const key = [...head.fields].find(([, field]) => field === 'tags')?.[0] ?? '';
  const keyLine = head.keyLines.get(key) ?? 1;
  const items = new Map(
    itemsOf(lines, keyLine, key, head.lastLine).map((item) => [
      item.text.replace(/^#+\s*/, ''),
      item,
    ]),
  );
  return strange.flatMap((tag): Remark[] => {
    const most = census.tags.get(fold(tag));
    if (most === undefined) return [];
    const { line, column } = items.get(tag) ?? { line: keyLine, column: 1 };
    return [{ code: 'tag-spelling', details: { tag, most }, line, column }];
  });
}
