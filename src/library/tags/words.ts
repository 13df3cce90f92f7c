import { addingAndRemoving, renaming, type TagChange } from './plan.ts';

/** What the words of `sijori tag` ask for, and the words that are left: the query. */
export interface Asked {
  readonly change: TagChange;
  /** The tag that is renamed, where one is. */
  readonly renamed?: string;
  readonly query: readonly string[];
}

/** Longest tag, in characters. */
const LONGEST = 100;

/**
 * Reads `+a -b QUERY…` or `rename OLD NEW`. A minus sign may be an exclamation mark; `-field:value` begins the query.
 * Undefined where no change is asked for, or none that a tag can have.
 */
export function askedOf(words: readonly string[]): Asked | undefined {
  if (words[0] === 'rename') return renameOf(words.slice(1));
  const add: string[] = [];
  const remove: string[] = [];
  let at = 0;
  for (const word of words) {
    if (!/^(?:\+|[-!](?!-|.*:))/.test(word)) break;
    (word.startsWith('+') ? add : remove).push(...word.slice(1).split(',').map(named));
    at += 1;
  }
  const isGood = [...add, ...remove].every(isTag) && at > 0 && !words[at]?.startsWith('--');
  return isGood ? { change: addingAndRemoving(add, remove), query: words.slice(at) } : undefined;
}

function renameOf([old = '', now = '', ...more]: readonly string[]): Asked | undefined {
  const [from, to] = [named(old), named(now)];
  if (!isTag(from) || !isTag(to) || more.length > 0) return undefined;
  return { change: renaming(from, to), renamed: from, query: [] };
}

/** A tag without the sign that it may be written with. */
function named(word: string): string {
  return word.replace(/^#+/, '').replace(/ +/g, ' ').trim();
}

function isTag(tag: string): boolean {
  return tag !== '' && tag.length <= LONGEST && !/[,;\p{Cc}\p{Cs}\u2028\u2029]/u.test(tag);
}
