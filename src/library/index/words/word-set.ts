/** Letters of a word that its key holds, four in a number. */
const HELD = 16;
const PARTS = HELD / 4;
/** Numbers of a key. */
const KEY = PARTS + 1;

/** Of a word its first sixteen letters, four in a number, and its length with a hash of the others. */
type Key = Int32Array;

/** A bit that makes small letters of capitals, and leaves small letters and digits as they are: in each of four bytes. */
export const SMALL = 0x20202020;
/** What is left of four bytes when fewer belong to a word. */
const MASKS = Int32Array.of(0, 0xff, 0xffff, 0xffffff);

/** What every hash of a process begins with: no article can be made of words that all have the same one. */
const SEED = Math.trunc(Math.random() * 0x7fffffff);

/** Sets the key of a word. */
function setKey(key: Key, text: DataView, start: number, end: number, bits: number): void {
  const size = end - start;
  key[0] = lettersAt(text, start, size, bits);
  key[1] = size > 4 ? lettersAt(text, start + 4, size - 4, bits) : 0;
  key[2] = size > 8 ? lettersAt(text, start + 8, size - 8, bits) : 0;
  key[3] = size > 12 ? lettersAt(text, start + 12, size - 12, bits) : 0;
  if (size <= HELD) {
    key[4] = size;
    return;
  }
  let rest = size ^ SEED;
  for (let at = HELD; at < size; at += 4) {
    rest = Math.imul(rest ^ lettersAt(text, start + at, size - at, bits), 0x01000193);
    rest ^= rest >>> 15;
  }
  // No size of a word without others.
  key[4] = rest | 0x80000000;
}

/** Four letters, or as many as there are, as a number. */
function lettersAt(text: DataView, at: number, size: number, bits: number): number {
  if (size >= 4) return text.getInt32(at, true) | bits;
  const mask = MASKS[size] as number;
  if (at + 4 <= text.byteLength) return (text.getInt32(at, true) | bits) & mask;
  let letters = 0;
  for (let from = size - 1; from >= 0; from -= 1)
    letters = (letters << 8) | text.getUint8(at + from);
  return (letters | bits) & mask;
}

/** Words as bytes, each with a number: an open table of hashes over one long run of letters. */
export class WordSet {
  /** By hash: the number of the word, from 1. */
  #table = new Uint32Array(1 << 16);
  /** Of each word in the order of their numbers: words that are often met came first, and stand together. */
  #keys = new Int32Array(KEY << 15);
  /** Where each word begins; it ends where the next one does. */
  #starts = new Uint32Array(1 << 15);
  #letters: Buffer = Buffer.alloc(1 << 18);
  #count = 0;
  #told = 0;
  /** The key of the word that is asked for. */
  readonly #key = new Int32Array(KEY);

  /** How many words there are; their numbers are smaller. */
  get size(): number {
    return this.#count;
  }

  /**
   * The number of the word that a text's bytes from `start` to `end` are, with `bits` set in all of its letters; a new word
   * is given one. No letter is 0.
   */
  numberOf(text: DataView, start: number, end: number, bits: number): number {
    const key = this.#key;
    setKey(key, text, start, end, bits);
    const keys = this.#keys;
    const table = this.#table;
    const mask = table.length - 1;
    let at = hashOf(key, 0) & mask;
    for (let found = table[at] as number; found !== 0; found = table[at] as number) {
      const isLike = isSame(keys, (found - 1) * KEY, key);
      if (isLike && this.#is(found - 1, text, start, end, bits)) return found - 1;
      at = (at + 1) & mask;
    }
    const number = this.#count;
    this.#append(text, start, end, bits);
    this.#keys.set(key, number * KEY);
    table[at] = number + 1;
    if (this.#count * 2 > table.length) this.#grow();
    return number;
  }

  /** Where the letters of a word begin in {@link letters}; the next word's begin where they end. */
  startOf(number: number): number {
    return this.#starts[number] as number;
  }

  /** The letters of all words; good until a word is added. */
  get letters(): Buffer {
    return this.#letters;
  }

  /** The words that were added since this was last asked. */
  fresh(): string[] {
    const words: string[] = [];
    for (; this.#told < this.#count; this.#told += 1) {
      const start = this.#starts[this.#told] as number;
      words.push(this.#letters.toString('utf8', start, this.#starts[this.#told + 1]));
    }
    return words;
  }

  /** Whether a word with the key of another is that one: in the letters that the key does not hold. */
  #is(number: number, text: DataView, start: number, end: number, bits: number): boolean {
    const size = end - start;
    if (size <= HELD) return true;
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== size) return false;
    for (let at = HELD; at < size; at += 1)
      if (this.#letters[from + at] !== (text.getUint8(start + at) | (bits & 0xff))) return false;
    return true;
  }

  #append(text: DataView, start: number, end: number, bits: number): void {
    const size = end - start;
    const from = this.#starts[this.#count] as number;
    const to = from + size;
    if (to > this.#letters.length) this.#letters = Buffer.concat([this.#letters, Buffer.alloc(to)]);
    for (let at = 0; at < size; at += 1)
      this.#letters[from + at] = text.getUint8(start + at) | (bits & 0xff);
    this.#count += 1;
    if (this.#count + 1 >= this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
      const keys = new Int32Array(this.#keys.length * 2);
      keys.set(this.#keys);
      this.#keys = keys;
    }
    this.#starts[this.#count] = to;
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < this.#count; number += 1) {
      let at = hashOf(this.#keys, number * KEY) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = number + 1;
    }
    this.#table = table;
  }
}

/** Where the search for a word begins, before it is cut to the table. */
function hashOf(key: Key, from: number): number {
  let hash = Math.imul((key[from] as number) ^ SEED, 0x85ebca6b) ^ (key[from + 4] as number);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (key[from + 1] as number), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (key[from + 2] as number), 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (key[from + 3] as number), 0x2c1b3c6d);
  return hash ^ (hash >>> 16);
}

function isSame(keys: Int32Array, at: number, key: Key): boolean {
  return (
    keys[at] === key[0] &&
    keys[at + 1] === key[1] &&
    keys[at + 2] === key[2] &&
    keys[at + 3] === key[3] &&
    keys[at + 4] === key[4]
  );
}
