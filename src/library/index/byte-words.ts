import { tokensOf } from '../text/terms.ts';
import { WordSet } from './word-set.ts';

/** The tokens of a text as bytes with a space between them, and how many they are. */
export interface ByteWords {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** Takes texts apart into tokens, as `tokensOf` does, but many times as fast for text of plain letters. */
export interface ByteScanner {
  scan(text: Uint8Array): ByteWords;
  /** Words that came up since this was last asked, and never before. */
  fresh(): string[];
}

const SPACE = 32;
/** Bytes by what they are: 0 apart, 1 a small letter or digit, 2 a capital, 3 what only `tokensOf` knows about, 4 a blank. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (byte <= SPACE) return 4;
  if (/[a-z0-9]/.test(sign)) return 1;
  if (/[A-Z]/.test(sign)) return 2;
  return byte >= 128 || /['`.+#]/.test(sign) ? 3 : 0;
});
const DOT = 46;
/** Longest word that is taken here, and longest piece between blanks whose tokens are kept in mind. */
const LONGEST = 60;
const LONGEST_KEPT = 40;
const MOST_KEPT = 50_000;

/** A scanner, which remembers the words that it has seen. */
export function byteScanner(): ByteScanner {
  return new Scanner();
}

class Scanner implements ByteScanner {
  readonly #seen = new WordSet();
  /** Tokens of pieces that are not plain: quotes, accents and the like come back often. */
  readonly #kept = new Map<string, readonly string[]>();
  #out: Buffer = Buffer.alloc(1 << 16);
  #at = 0;
  #count = 0;
  #hash = 0;

  scan(text: Uint8Array): ByteWords {
    this.#at = 0;
    this.#count = 0;
    // No token is longer than what it is made of but for decompositions, which `#add` makes room for.
    this.#room(text.length * 2 + 2);
    for (let at = 0; at < text.length; ) at = this.#piece(text, at);
    return { bytes: this.#out.subarray(0, Math.max(0, this.#at - 1)), count: this.#count };
  }

  fresh(): string[] {
    return this.#seen.fresh();
  }

  /** What stands between two blanks; where it ends. */
  #piece(text: Uint8Array, start: number): number {
    const count = this.#count;
    const out = this.#at;
    for (let at = start; at < text.length; ) {
      const kind = KINDS[text[at] as number];
      if (kind === 4) return at + 1;
      const end = this.#part(text, at, kind);
      if (end < 0) return this.#slow(text, start, count, out);
      at = end;
    }
    return text.length;
  }

  /** A word or a sign; where it ends, or -1 where it is neither plainly. */
  #part(text: Uint8Array, at: number, kind: number | undefined): number {
    if (kind === 0) return at + 1;
    if (kind === 3) return this.#isStop(text, at) ? at + 1 : -1;
    return this.#word(text, at);
  }

  /** A dot that ends a sentence, after a word or more dots, and before nothing. */
  #isStop(text: Uint8Array, at: number): boolean {
    if (text[at] !== DOT) return false;
    const next = at + 1 < text.length ? KINDS[text[at + 1] as number] : 4;
    return next === 4 || next === 0 || text[at + 1] === DOT;
  }

  /** A word of plain letters; where it ends, or -1 where it is none. */
  #word(text: Uint8Array, start: number): number {
    const from = this.#at;
    const at = this.#letters(text, start);
    const size = at - start;
    if (size > LONGEST || this.#goesOn(text, at)) return -1;
    const to = from + size;
    this.#seen.add(this.#out, from, to, this.#hash);
    this.#out[to] = SPACE;
    this.#at = to + 1;
    this.#count += 1;
    return at;
  }

  /** Writes small letters as long as there are letters, and reckons their hash; where they end. */
  #letters(text: Uint8Array, start: number): number {
    const out = this.#out;
    let to = this.#at;
    let at = start;
    let hash = 0;
    for (; at < text.length; at += 1) {
      const byte = text[at] as number;
      const kind = KINDS[byte];
      if (kind !== 1 && kind !== 2) break;
      const small = kind === 2 ? byte | 32 : byte;
      out[to] = small;
      hash = Math.imul(hash ^ small, 0x01000193);
      to += 1;
    }
    this.#hash = hash;
    return at;
  }

  /** Whether what follows letters may belong to their word. */
  #goesOn(text: Uint8Array, at: number): boolean {
    return at < text.length && KINDS[text[at] as number] === 3 && !this.#isStop(text, at);
  }

  /** A piece that is not plain is begun again. */
  #slow(text: Uint8Array, start: number, count: number, out: number): number {
    this.#count = count;
    this.#at = out;
    let end = start;
    while (end < text.length && KINDS[text[end] as number] !== 4) end += 1;
    const piece = Buffer.from(text.buffer, text.byteOffset + start, end - start).toString('utf8');
    for (const token of this.#tokens(piece)) this.#add(token, text.length - end);
    return end + 1;
  }

  #tokens(piece: string): readonly string[] {
    const known = this.#kept.get(piece);
    if (known) return known;
    const tokens = tokensOf(piece);
    if (piece.length > LONGEST_KEPT) return tokens;
    if (this.#kept.size > MOST_KEPT) this.#kept.clear();
    this.#kept.set(piece, tokens);
    return tokens;
  }

  #add(token: string, left: number): void {
    this.#room(this.#at + token.length * 3 + 1 + left * 2);
    const start = this.#at;
    this.#at += this.#out.write(token, start);
    this.#seen.addHashed(this.#out, start, this.#at);
    this.#out[this.#at] = SPACE;
    this.#at += 1;
    this.#count += 1;
  }

  #room(size: number): void {
    if (this.#out.length >= size) return;
    const larger = Buffer.alloc(size * 2);
    this.#out.copy(larger, 0, 0, this.#at);
    this.#out = larger;
  }
}
