import type { Root } from 'hast';
import { attribute, elements, looks, words } from './elements.ts';
import { people } from './names.ts';

/** Who is named for what. */
export interface Credits {
  readonly authors: readonly string[];
  readonly editors: readonly string[];
}

const ROLES = {
  editors:
    /(?:^|[|\n·•]|\s{2})\s*(?:editor|penyunting|edited by|disunting oleh)\s*:?\s*([^|\n·•]+)/i,
  authors:
    /(?:^|[|\n·•]|\s{2})\s*(?:by|oleh|penulis|reporter|written by|ditulis oleh|diposting oleh|posted by)\b\s*:?\s*([^|\n·•]+)/i,
};
const LONGEST = 160;

/** Names that a line gives with what they did: `Penulis: Ani | Editor: Budi`. */
export function creditsIn(line: string): Credits {
  const named = (role: RegExp) => {
    const names = role.exec(line.trim())?.[1];
    return names === undefined ? [] : people([withoutDate(names.replace(/\s+/g, ' '))]);
  };
  return { authors: named(ROLES.authors), editors: named(ROLES.editors) };
}

function withoutDate(names: string): string {
  return names.replace(
    /\s*[-–,]?\s*(?:(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|\p{L}+day),?\s*)?\d.*$/iu,
    '',
  );
}

const CREDITED = /penulis|by-?line|author|editor|reporter|credit|kontributor/;
const BYLINE =
  /(?:^|\s)(?:byline|author|author-name|post-author|p-author|reporter|penulis|credit-title-name)(?:$|\s)/;

/** What the elements of a page that are called so say of its writers. */
export function creditsOf(tree: Root): Credits {
  const all = [...elements(tree)];
  const lines = all
    .filter((one) => CREDITED.test(looks(one)))
    .map((one) => words(one).trim())
    .filter((line) => line !== '' && line.length <= LONGEST);
  const read = lines.map(creditsIn);
  const authors = read.find((one) => one.authors.length > 0)?.authors ?? bylinesIn(all);
  return { authors, editors: read.find((one) => one.editors.length > 0)?.editors ?? [] };
}

function bylinesIn(
  all: Iterable<ReturnType<typeof elements> extends Iterable<infer E> ? E : never>,
): string[] {
  for (const one of all) {
    const isAuthor = attribute(one, 'rel') === 'author' || attribute(one, 'itemProp') === 'author';
    const name = words(one).replace(/\s+/g, ' ').trim();
    const isOne = isAuthor || BYLINE.test(attribute(one, 'className').toLowerCase());
    if (isOne && name !== '' && name.length < 60) return people([name.replace(/[,\s]+$/, '')]);
  }
  return [];
}
