import { LeafWriter, type Page, type PageWord, putVarint } from './leaf.ts';
import type { WordSet } from './word-set.ts';

/** The words of some articles and where they stand, as FTS5 keeps them, but for the number it is known by. */
export interface Segment {
  readonly pages: readonly Page[];
  readonly words: readonly PageWord[];
  readonly pageCount: number;
  /** The articles that it tells of, and how many words each of their columns has, one article after the other. */
  readonly rowids: readonly number[];
  readonly sizes: readonly number[];
}

/** Where words stand in articles, until they are made a segment of. */
export interface Postings {
  /** How many words wait. */
  readonly size: number;
  /** Adds an article by its rowid, higher than those before: the numbers of the words of each of its columns. */
  add(rowid: number, columns: readonly Uint32Array[]): void;
  /** The segment of all that were added since the last one. */
  take(): Segment;
}

/** Articles of a segment at the most, for their numbers in it have 16 bits. */
export const MOST_ROWS = 65_535;

/** Postings of words that have numbers in a set. */
export function postingsOf(words: WordSet): Postings {
  return new Gathered(words);
}

class Gathered implements Postings {
  readonly #words: WordSet;
  /** Word by word, in the order of the texts. */
  #numbers = new Uint32Array(1 << 20);
  /** The article of each, by its place in `#rowids`. */
  #rows = new Uint16Array(1 << 20);
  #size = 0;
  #rowids: number[] = [];
  /** Where the columns of each article begin, and the last ends. */
  #starts: number[] = [];
  #columns = 0;
  #sizes: number[] = [];
  /** How often each word was added. */
  #counts = new Uint32Array(1 << 16);
  /** The numbers of all words known before, in the order of their bytes. */
  #order = new Uint32Array(0);

  constructor(words: WordSet) {
    this.#words = words;
  }

  get size(): number {
    return this.#size;
  }

  add(rowid: number, columns: readonly Uint32Array[]): void {
    const row = this.#rowids.push(rowid) - 1;
    this.#columns = columns.length;
    for (const numbers of columns) {
      this.#starts.push(this.#size);
      this.#sizes.push(numbers.length);
      this.#room(numbers.length);
      this.#numbers.set(numbers, this.#size);
      this.#rows.fill(row, this.#size, this.#size + numbers.length);
      this.#size += numbers.length;
      const counts = this.#counts;
      for (let at = 0; at < numbers.length; at += 1) counts[numbers[at] as number]! += 1;
    }
  }

  take(): Segment {
    const writer = new LeafWriter();
    if (this.#size > 0) this.#fill(writer);
    const pageCount = writer.end();
    const [rowids, sizes] = [this.#rowids, this.#sizes];
    this.#forget();
    return { pages: writer.pages, words: writer.words, pageCount, rowids, sizes };
  }

  #fill(writer: LeafWriter): void {
    this.#sort();
    const { sorted, ends } = this.#byWord();
    const places = new Places(this.#starts, this.#columns);
    let from = 0;
    for (let at = 0; at < ends.length; at += 1) {
      const number = this.#order[at] as number;
      const end = ends[at] as number;
      if (end > from) this.#write(writer, places, { number, sorted: sorted.subarray(from, end) });
      from = end;
    }
  }

  #write(
    writer: LeafWriter,
    places: Places,
    { number, sorted }: { number: number; sorted: Uint32Array },
  ): void {
    const { letters } = this.#words;
    const word = new Uint8Array(1 + this.#words.startOf(number + 1) - this.#words.startOf(number));
    // Before the words of the texts FTS5 puts the sign of its main index: others would be for prefixes.
    word[0] = 48;
    word.set(letters.subarray(this.#words.startOf(number), this.#words.startOf(number + 1)), 1);
    writer.word(word);
    const rows = this.#rows;
    for (let at = 0; at < sorted.length; ) {
      const row = rows[sorted[at] as number] as number;
      places.begin(row);
      while (at < sorted.length && rows[sorted[at] as number] === row) {
        places.add(sorted[at] as number);
        at += 1;
      }
      writer.row(this.#rowids[row] as number, places.bytes, places.size);
    }
  }

  /** Where each word stands, word by word, and where those of each end. */
  #byWord(): { sorted: Uint32Array; ends: Uint32Array } {
    const order = this.#order;
    const next = new Uint32Array(this.#words.size);
    let sum = 0;
    for (const number of order) {
      next[number] = sum;
      sum += this.#counts[number] as number;
    }
    const sorted = new Uint32Array(this.#size);
    for (let at = 0; at < this.#size; at += 1) {
      const number = this.#numbers[at] as number;
      const to = next[number] as number;
      sorted[to] = at;
      next[number] = to + 1;
    }
    return { sorted, ends: order.map((number) => next[number] as number) };
  }

  /** Puts the words that came up since the last time into the order. */
  #sort(): void {
    const old = this.#order;
    const { letters } = this.#words;
    const fresh: number[] = [];
    for (let number = old.length; number < this.#words.size; number += 1) fresh.push(number);
    const starts = (number: number) => this.#words.startOf(number);
    const compare = (one: number, other: number) =>
      letters.compare(letters, starts(other), starts(other + 1), starts(one), starts(one + 1));
    fresh.sort(compare);
    const merged = new Uint32Array(this.#words.size);
    let from = 0;
    let to = 0;
    for (const number of fresh) {
      while (from < old.length && compare(old[from] as number, number) < 0)
        merged[to++] = old[from++] as number;
      merged[to++] = number;
    }
    merged.set(old.subarray(from), to);
    this.#order = merged;
  }

  #room(more: number): void {
    if (this.#words.size > this.#counts.length) {
      const counts = new Uint32Array(this.#words.size * 2);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    if (this.#size + more <= this.#numbers.length) return;
    const numbers = new Uint32Array((this.#size + more) * 2);
    const rows = new Uint16Array(numbers.length);
    numbers.set(this.#numbers);
    rows.set(this.#rows);
    this.#numbers = numbers;
    this.#rows = rows;
  }

  #forget(): void {
    this.#size = 0;
    this.#rowids = [];
    this.#starts = [];
    this.#sizes = [];
    this.#counts.fill(0);
  }
}

/** The places of a word in one article: offsets by column, as FTS5 writes them. */
class Places {
  bytes = new Uint8Array(1 << 12);
  size = 0;
  readonly #starts: readonly number[];
  readonly #columns: number;
  #first = 0;
  #column = 0;
  #start = 0;
  #end = 0;
  #last = 0;

  constructor(starts: readonly number[], columns: number) {
    this.#starts = starts;
    this.#columns = columns;
  }

  begin(row: number): void {
    this.size = 0;
    this.#first = row * this.#columns;
    this.#enter(0);
  }

  /** A word by its place among all. */
  add(at: number): void {
    if (this.size + 16 > this.bytes.length) this.#grow();
    if (at >= this.#end) {
      let column = this.#column + 1;
      while (at >= this.#endOf(column)) column += 1;
      this.#enter(column);
      this.bytes[this.size] = 1;
      this.size = putVarint(this.bytes, this.size + 1, column);
    }
    const offset = at - this.#start;
    this.size = putVarint(this.bytes, this.size, offset - this.#last + 2);
    this.#last = offset;
  }

  #enter(column: number): void {
    this.#column = column;
    this.#start = this.#starts[this.#first + column] as number;
    this.#end = this.#endOf(column);
    this.#last = 0;
  }

  #endOf(column: number): number {
    return this.#starts[this.#first + column + 1] ?? Number.POSITIVE_INFINITY;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}
