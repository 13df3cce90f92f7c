import { type PatternData, patternDivider } from './hyphenate-patterns.ts';

/**
 * The UTF-16 offsets inside a word at which a hyphen may be put, ascending; empty for names,
 * acronyms, short words and whatever is not one plain word. Punctuation around it is allowed.
 */
export type Hyphenator = (word: string) => number[];

type Divider = (word: string) => number[];
type Language = { readonly load: () => Promise<Divider>; readonly minLetters: number };

const MIN_LETTERS = 6;
const MIN_LETTERS_ENGLISH = 5;
// Longer runs of letters are no words; they would only cost time.
const MAX_LETTERS = 100;

const WORD = /^\p{Ll}+$/u;
// German writes every noun with a capital, so there a capital does not mark a name.
const GERMAN_WORD = /^[\p{Lu}\p{Ll}]\p{Ll}+$/u;
const AROUND = /^(?<before>[\p{Ps}\p{Pi}"'¿¡]*)(?<core>.*?)[\p{Pe}\p{Pf}"'.,;:!?…]*$/su;

const byPatterns = (
  load: () => Promise<{ readonly data: PatternData }>,
  minLetters = MIN_LETTERS,
): Language => ({ load: async () => patternDivider((await load()).data), minLetters });

const LANGUAGES = new Map<string, Language>([
  [
    'id',
    {
      load: async () => (await import('./hyphenate-indonesian.ts')).divideIndonesian,
      minLetters: MIN_LETTERS,
    },
  ],
  ['en', byPatterns(() => import('./patterns/en-us-data.ts'), MIN_LETTERS_ENGLISH)],
  ['en-gb', byPatterns(() => import('./patterns/en-gb-data.ts'), MIN_LETTERS_ENGLISH)],
  ['da', byPatterns(() => import('./patterns/da-data.ts'))],
  ['de', byPatterns(() => import('./patterns/de-data.ts'))],
  ['el', byPatterns(() => import('./patterns/el-data.ts'))],
  ['es', byPatterns(() => import('./patterns/es-data.ts'))],
  ['fr', byPatterns(() => import('./patterns/fr-data.ts'))],
  ['it', byPatterns(() => import('./patterns/it-data.ts'))],
  ['nl', byPatterns(() => import('./patterns/nl-data.ts'))],
  ['pl', byPatterns(() => import('./patterns/pl-data.ts'))],
  ['pt', byPatterns(() => import('./patterns/pt-data.ts'))],
  ['sk', byPatterns(() => import('./patterns/sk-data.ts'))],
  ['sl', byPatterns(() => import('./patterns/sl-data.ts'))],
  ['uk', byPatterns(() => import('./patterns/uk-data.ts'))],
]);

// Regions that spell as Britain does; `uk` is no region code but is often written.
const BRITISH = new Set(['gb', 'uk', 'ie', 'au', 'nz', 'za', 'in']);
// Spellings that the patterns of their language do not know.
const OTHER_SPELLING = new Set(['1901', 'polyton']);

function languageKey(tag: string): string | undefined {
  const [primary = '', ...subtags] = tag.trim().toLowerCase().split(/[-_]/u);
  if (subtags.some((subtag) => OTHER_SPELLING.has(subtag))) return undefined;
  if (primary === 'in') return 'id';
  if (primary === 'en' && subtags.some((subtag) => BRITISH.has(subtag))) return 'en-gb';
  return LANGUAGES.has(primary) ? primary : undefined;
}

function divideCore(core: string, divide: Divider, isPlain: RegExp, minLetters: number): number[] {
  if (core.length < minLetters || core.length > MAX_LETTERS || !isPlain.test(core)) return [];
  const lower = core.toLowerCase();
  return lower.length === core.length ? divide(lower) : [];
}

async function loadHyphenator(key: string, language: Language): Promise<Hyphenator> {
  const divide = await language.load();
  const isPlain = key === 'de' ? GERMAN_WORD : WORD;
  return (word) => {
    if (word.length > 2 * MAX_LETTERS) return [];
    const { before = '', core = '' } = AROUND.exec(word)?.groups ?? {};
    return divideCore(core, divide, isPlain, language.minLetters).map(
      (offset) => offset + before.length,
    );
  };
}

const loaded = new Map<string, Promise<Hyphenator>>();

/**
 * The hyphenator of a language by its BCP 47 tag, matched by the primary subtag (`in` is `id`, British
 * English by region), or undefined for a language without rules; each language's data loads on first use.
 */
export async function hyphenator(lang: string): Promise<Hyphenator | undefined> {
  const key = languageKey(lang);
  const language = key === undefined ? undefined : LANGUAGES.get(key);
  if (key === undefined || language === undefined) return undefined;
  let pending = loaded.get(key);
  if (pending === undefined) {
    pending = loadHyphenator(key, language);
    loaded.set(key, pending);
  }
  return pending;
}
