import { hasFile, hasWords, MOST_NAMED, type Names } from '../resolve.ts';
import type { Entry } from '../select.ts';
import { ALL, type Condition, count, type Found, find } from './asking.ts';
import type { Database } from './driver.ts';

/** The names of the articles of an index; `entryOf` makes of a row what is handed out. */
export function namesOfIndex<T extends Entry>(
  database: Database,
  entryOf: (found: Found) => T,
): Names<T> {
  const fitting = (where: string, ...parameters: readonly string[]) => {
    const condition: Condition = { where, parameters };
    const some = find(database, { ...condition, limit: MOST_NAMED + 1 }).map(entryOf);
    return { count: some.length > MOST_NAMED ? count(database, condition) : some.length, some };
  };
  /** Rows that SQL finds too many of. */
  const among = (where: string, parameters: readonly string[], fits: (entry: T) => boolean) => {
    const some = find(database, { where, parameters }).map(entryOf).filter(fits);
    return { count: some.length, some };
  };
  return {
    count: () => count(database, ALL),
    at: (place) => {
      const where = 'id = (SELECT id FROM docs ORDER BY date_key DESC, path LIMIT 1 OFFSET ?)';
      const row = place > 0 ? find(database, { where, parameters: [place - 1] })[0] : undefined;
      return row && entryOf(row);
    },
    named: (wanted) =>
      fitting(
        'slug = ?1 OR slug_key = ?1 OR id IN (SELECT doc FROM aliases WHERE key = ?1)',
        wanted,
      ),
    ofFile: (wanted) => {
      const stem = wanted.replace(/\.\w+$/, '');
      const where = 'instr(path, ?1) > 0 OR instr(path, ?2) > 0 OR file_key IN (?1, ?2)';
      return among(where, [wanted, stem], (entry) => hasFile(entry, wanted));
    },
    titled: (wanted) => fitting('title_key = ?', wanted),
    withWords: (words) =>
      among(
        words.map(() => "instr(title_key || ' ' || coalesce(slug_key, slug), ?) > 0").join(' AND '),
        words,
        (entry) => hasWords(entry, words),
      ),
  };
}
