/** Numbers of a slot: the first eight letters, the rest's hash with the length, and the number of the word, from 1. */
const SLOT = 4;
/** Letters of a word that its slot holds. */
const HELD = 8;

/** Of a word its first four small letters, the next four, and its length with a hash of the others. */
export type Key = Int32Array;

/** Room for the key of one word. */
export function newKey(): Key {
  return new Int32Array(3);
}

/** What each byte counts as in a word, 0 where it ends one. */
export type Folding = Uint8Array;

/** Sets the key of the word that stands in bytes from `start` to where it ends, `end` at the latest; where it ends. */
export function takeWord(
  key: Key,
  bytes: Uint8Array,
  { start, end, folding }: { start: number; end: number; folding: Folding },
): number {
  let low = 0;
  let high = 0;
  let rest = 0;
  let at = start;
  for (; at < end; at += 1) {
    const small = folding[bytes[at] as number] as number;
    if (small === 0) break;
    const place = at - start;
    if (place < 4) low |= small << (place << 3);
    else if (place < HELD) high |= small << ((place & 3) << 3);
    else rest = Math.imul(rest ^ small, 0x01000193);
  }
  key[0] = low;
  key[1] = high;
  key[2] = (Math.imul(rest, 31) + at - start) | 0;
  return at;
}

/** Words as bytes, each with a number: an open table of hashes over one long run of letters. */
export class WordSet {
  readonly #folding: Folding;
  #slots = new Int32Array(SLOT << 16);
  /** Where each word begins; it ends where the next one does. */
  #starts = new Uint32Array(1 << 15);
  #letters: Buffer = Buffer.alloc(1 << 18);
  #count = 0;
  #told = 0;

  constructor(folding: Folding) {
    this.#folding = folding;
  }

  /** How many words there are; their numbers are smaller. */
  get size(): number {
    return this.#count;
  }

  /** The number of the word that stands in bytes from `start` to `end` and has this key; it is given one when it is new. */
  numberOf(key: Key, bytes: Uint8Array, start: number, end: number): number {
    const low = key[0] as number;
    const high = key[1] as number;
    const rest = key[2] as number;
    const slots = this.#slots;
    const last = slots.length - 1;
    let at = slotOf(low, high, rest) & last;
    for (let number = slots[at + 3] as number; number !== 0; number = slots[at + 3] as number) {
      const isLike = slots[at] === low && slots[at + 1] === high && slots[at + 2] === rest;
      if (isLike && (end - start <= HELD || this.#is(number - 1, bytes, start, end)))
        return number - 1;
      at = (at + SLOT) & last;
    }
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + 2] = rest;
    this.#append(bytes, start, end);
    slots[at + 3] = this.#count;
    if (this.#count * SLOT * 2 > slots.length) this.#grow();
    return this.#count - 1;
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

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const size = end - start;
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== size) return false;
    const letters = this.#letters;
    const folding = this.#folding;
    for (let at = HELD; at < size; at += 1)
      if (letters[from + at] !== folding[bytes[start + at] as number]) return false;
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number): void {
    const size = end - start;
    const from = this.#starts[this.#count] as number;
    const to = from + size;
    if (to > this.#letters.length) this.#letters = Buffer.concat([this.#letters, Buffer.alloc(to)]);
    for (let at = 0; at < size; at += 1)
      this.#letters[from + at] = this.#folding[bytes[start + at] as number] as number;
    this.#count += 1;
    if (this.#count + 1 >= this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#starts[this.#count] = to;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const last = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (!old[from + 3]) continue;
      let at = slotOf(old[from] as number, old[from + 1] as number, old[from + 2] as number) & last;
      while (slots[at + 3]) at = (at + SLOT) & last;
      slots.set(old.subarray(from, from + SLOT), at);
    }
    this.#slots = slots;
  }
}

/** Where the search for a word begins, before it is cut to the table: always the begin of a slot. */
function slotOf(low: number, high: number, rest: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b) ^ Math.imul(rest, 0x27d4eb2f), 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) & ~(SLOT - 1);
}
