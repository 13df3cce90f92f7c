import { LETTERS } from './math-symbols-data.ts';
import { subscript, superscript } from './script-letters.ts';

const PRIMES = ['', '′', '″', '‴'];
/** Characters that stand high already, or that a superscript turns into one that does. */
const RAISED = /^[*†‡°′″‴⋆⊥]+$/;
const RAISED_FORM: ReadonlyMap<string, string> = new Map([
  ['∘', '°'],
  ['⊤', 'ᵀ'],
  ['⊺', 'ᵀ'],
]);

/**
 * One letter with a combining accent; a rule (`before`) goes over every letter of a word, or before a bracket. The
 * patterns stand inside functions here: a property class takes a millisecond to compile and few articles need it.
 */
export function accented(
  text: string,
  { mark, before }: { readonly mark: string; readonly before?: string },
): string | undefined {
  if (before !== undefined) return ruled(text, mark, before);
  const single = /^[\p{L}\p{N}∇∂∘]\p{M}{0,2}$/u.test(text);
  return single ? (text + mark).normalize('NFC') : undefined;
}

function ruled(text: string, mark: string, before: string): string {
  if (!/^(?:[\p{L}\p{N}]\p{M}{0,2})+$/u.test(text)) return `${before}(${text})`;
  return text.replace(/[\p{L}\p{N}]\p{M}*/gu, `$&${mark}`);
}

/** Whether the text is two or more letters and nothing else. */
export function isWord(text: string): boolean {
  return /^\p{L}{2,}$/u.test(text);
}

/** A relation struck through. */
export function negated(text: string): string | undefined {
  return /^[^\p{M}\s]$/u.test(text) ? `${text}\u0338`.normalize('NFC') : undefined;
}

/** Latin letters and digits in another alphabet of mathematics; other characters stay. */
export function lettered(text: string, alphabet: 'plain' | keyof typeof LETTERS): string {
  if (alphabet === 'plain') return text;
  const [capital, small, digit, outside] = LETTERS[alphabet];
  const pairs = outside.split(' ');
  return text.replace(/[A-Za-z0-9]/g, (char) => {
    const at = pairs.indexOf(char);
    if (at >= 0) return pairs[at + 1] ?? char;
    const [first, from] = /\d/.test(char)
      ? [digit, '0']
      : char < 'a'
        ? [capital, 'A']
        : [small, 'a'];
    return first === 0
      ? char
      : String.fromCodePoint(first + char.charCodeAt(0) - from.charCodeAt(0));
  });
}

/** A superscript: raised letters, or `^(…)` where one is missing. */
export function raised(text: string): string {
  if (RAISED.test(text)) return text;
  return RAISED_FORM.get(text) ?? superscript(text) ?? `^(${text})`;
}

/** A subscript: lowered letters, or `_(…)` where one is missing. */
export function lowered(text: string): string {
  return subscript(text) ?? `_(${text})`;
}

/** That many primes in as few characters as there are. */
export function primed(count: number): string {
  return '⁗'.repeat(Math.floor(count / 4)) + (PRIMES[count % 4] ?? '');
}
