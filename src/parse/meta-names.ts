import { remembering } from '../model/remember.ts';
import { percentDecoded } from '../model/targets.ts';

const ASCII = /^[\0-\x7f]*$/;
const EXTENSION = /\.[a-z][a-z\d]{0,8}$/i;
const DATE_PREFIX = /^\d{4}(?:[-_.]\d{2}[-_.]\d{2}|\d{4})[-_. ]+(?=.)/;
/** Letters that Unicode does not take apart into a base and a mark. */
const FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['jw', 'jv'],
  ['indonesia', 'id'],
  ['indonesian', 'id'],
  ['bahasa', 'id'],
  ['bahasa indonesia', 'id'],
  ['inggris', 'en'],
  ['bahasa inggris', 'en'],
  ['english', 'en'],
  ['melayu', 'ms'],
]);

/** The name of a file without folders, extension and date; of `index` files that of the folder; empty for standard input. */
export function stem(path: string): string {
  if (path === '-') return '';
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path.slice(end + 1).replace(EXTENSION, '');
  const folder =
    name.length <= '_index'.length && /^_?index$/i.test(name)
      ? path.slice(0, Math.max(0, end)).split(/[\\/]/).at(-1)
      : undefined;
  const base = folder === undefined || /^\.{0,2}$/.test(folder) ? name : folder;
  return base.replace(DATE_PREFIX, '');
}

/** A file's name as a title: dashes and underscores are spaces, the first letter is a capital. */
export function titleFromPath(path: string): string {
  const name = stem(path);
  const words = /^\d+(?:[-_.]\d+)*$/.test(name) ? name : name.replace(/[-_\s]+/g, ' ').trim();
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A name for addresses and commands: lower case, letters and digits of any script joined by dashes, Latin letters without accents. */
export function slugify(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return text;
  const joined = ASCII.test(text) ? joinedAscii(text) : joinedLetters(text);
  return joined.replace(/^-|-$/g, '');
}

/** As {@link joinedLetters}, without its large classes. */
function joinedAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '-');
}

function joinedLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => FOLDS[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
}

/** The slug that an address or a path ends with; undefined if it has none or is a pattern. */
export function slugFromAddress(address: string): string | undefined {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (/\/:|^:|[{}<>]/.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && !/^index\.html?$/i.test(part));
  const last = percentDecoded(parts.at(-1) ?? '').replace(/\.(?:html?|md|markdown|php)$/i, '');
  const slug = slugify(last);
  return slug === '' ? undefined : slug;
}

/** The primary BCP 47 language of `id`, `id_ID`, `in`, `Indonesia`; undefined if it is no language. */
export const readLanguage = remembering(languageOf);

function languageOf(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const known = LANGUAGES.get(name);
  if (known !== undefined) return known;
  const primary = /^([a-z]{2,3})(?:[-_.@]|$)/.exec(name)?.[1];
  return primary === undefined || primary === 'und'
    ? undefined
    : (LANGUAGES.get(primary) ?? primary);
}
