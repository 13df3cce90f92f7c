import { tokensOf } from '../../text/terms.ts';
import { SMALL, WordSet } from './word-set.ts';

/** Takes texts apart into tokens, as `tokensOf` does, but many times as fast for text of plain letters. */
export interface ByteScanner {
  /** The words that came up, which have a number each. */
  readonly words: WordSet;
  /** The numbers of a text's tokens in order; good until the next text is scanned. */
  scan(text: Uint8Array): Uint32Array;
  /** Tokens with a space between them. */
  textOf(numbers: Uint32Array): Uint8Array;
}

const SPACE = 32;
/** Bytes by what they are: 0 apart, 1 a letter or digit, 3 what only `tokensOf` knows about, 4 a blank. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte <= SPACE) return 4;
  const sign = String.fromCharCode(byte);
  if (byte < 128 && /[a-z0-9]/i.test(sign)) return 1;
  return byte >= 128 || /['`.+#]/.test(sign) ? 3 : 0;
});
const DOT = 46;
/** Longest word that is taken here, and longest piece between blanks whose tokens are kept in mind. */
const LONGEST = 60;
const LONGEST_KEPT = 80;
const MOST_KEPT = 50_000;

/** A scanner, which remembers the words that it has seen. */
export function byteScanner(): ByteScanner {
  return new Scanner();
}

class Scanner implements ByteScanner {
  readonly words = new WordSet();
  /** Tokens of pieces that are not plain: quotes, accents and the like come back often. */
  #pieces = new WordSet();
  #kept: (readonly number[])[] = [];
  #out = new Uint32Array(1 << 14);
  #count = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  scan(text: Uint8Array): Uint32Array {
    this.#count = 0;
    this.#view = viewOf(text);
    // No two tokens share a byte but for decompositions, which `#slow` makes room for.
    this.#room(text.length + 2);
    for (let at = 0; at < text.length; ) {
      at = this.#plain(text, at);
      if (at < text.length) at = this.#slow(text, at);
    }
    return this.#out.subarray(0, this.#count);
  }

  textOf(numbers: Uint32Array): Uint8Array {
    const { words } = this;
    let size = 0;
    for (const number of numbers) size += words.startOf(number + 1) - words.startOf(number) + 1;
    const text = new Uint8Array(Math.max(0, size - 1));
    let to = 0;
    for (const number of numbers) {
      if (to > 0) text[to++] = SPACE;
      const end = words.startOf(number + 1);
      for (let at = words.startOf(number); at < end; at += 1)
        text[to++] = words.letters[at] as number;
    }
    return text;
  }

  /** Takes plain words, and what stands between them, up to a piece between blanks that is not plain; where that begins. */
  #plain(text: Uint8Array, start: number): number {
    let piece = start;
    let before = this.#count;
    let at = start;
    while (at < text.length) {
      const kind = KINDS[text[at] as number];
      const end = kind === 1 ? this.#word(text, at) : at + 1;
      if (end < 0 || (kind === 3 && !isStop(text, at))) {
        this.#count = before;
        return piece;
      }
      at = end;
      if (kind !== 4) continue;
      piece = at;
      before = this.#count;
    }
    return at;
  }

  /** A word of plain letters; where it ends, or -1 where it is none. */
  #word(text: Uint8Array, start: number): number {
    const most = Math.min(text.length, start + LONGEST + 1);
    let end = start + 1;
    while (end < most && KINDS[text[end] as number] === 1) end += 1;
    if (end - start > LONGEST || goesOn(text, end)) return -1;
    this.#out[this.#count] = this.words.numberOf(this.#view, start, end, SMALL);
    this.#count += 1;
    return end;
  }

  /** What stands between two blanks and is not plain; where it ends. */
  #slow(text: Uint8Array, start: number): number {
    let end = start;
    while (end < text.length && KINDS[text[end] as number] !== 4) end += 1;
    const numbers = this.#numbersOf(text, start, end);
    this.#room(this.#count + numbers.length + text.length - end + 2);
    for (const number of numbers) {
      this.#out[this.#count] = number;
      this.#count += 1;
    }
    return end;
  }

  /** The numbers of a piece's tokens. */
  #numbersOf(text: Uint8Array, start: number, end: number): readonly number[] {
    if (end - start > LONGEST_KEPT) return this.#tokens(text, start, end);
    if (this.#pieces.size > MOST_KEPT) {
      this.#pieces = new WordSet();
      this.#kept = [];
    }
    const piece = this.#pieces.numberOf(this.#view, start, end, 0);
    const numbers = this.#kept[piece] ?? this.#tokens(text, start, end);
    this.#kept[piece] = numbers;
    return numbers;
  }

  #tokens(text: Uint8Array, start: number, end: number): readonly number[] {
    const piece = Buffer.from(text.buffer, text.byteOffset + start, end - start).toString('utf8');
    return tokensOf(piece).map((token) => {
      const bytes = Buffer.from(token);
      return this.words.numberOf(viewOf(bytes), 0, bytes.length, 0);
    });
  }

  #room(size: number): void {
    if (this.#out.length >= size) return;
    const larger = new Uint32Array(size * 2);
    larger.set(this.#out.subarray(0, this.#count));
    this.#out = larger;
  }
}

/** A dot that ends a sentence, after a word or more dots, and before nothing. */
function isStop(text: Uint8Array, at: number): boolean {
  if (text[at] !== DOT) return false;
  const next = at + 1 < text.length ? KINDS[text[at + 1] as number] : 4;
  return next === 4 || next === 0 || text[at + 1] === DOT;
}

/** Whether what follows letters may belong to their word. */
function goesOn(text: Uint8Array, at: number): boolean {
  return at < text.length && KINDS[text[at] as number] === 3 && !isStop(text, at);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
