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

/** What FTS5 puts before words of texts. */
const MAIN_INDEX = 48;

/** Postings of words that have numbers in a set. */
export function postingsOf(words: WordSet): Postings {
  return new Gathered(words);
}

class Gathered implements Postings {
  readonly #words: WordSet;
  /** Word by word, in the order of the texts. */
  #numbers = new Uint32Array(1 << 20);
  #size = 0;
  /** Where the words stand, word by word; see `#scatter`. */
  #scattered = new Uint32Array(0);
  #rowids: number[] = [];
  #columns = 0;
  /** How many words each column of each article has. */
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
    this.#rowids.push(rowid);
    this.#columns = columns.length;
    for (const numbers of columns) {
      this.#room(numbers.length);
      this.#sizes.push(numbers.length);
      this.#numbers.set(numbers, this.#size);
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
    const ends = this.#scatter();
    const places = new Places();
    let from = 0;
    for (const number of this.#order) {
      const end = ends[number] as number;
      if (end > from) {
        writer.word(this.#wordOf(number));
        this.#write(writer, places, { from, end });
      }
      from = end;
    }
  }

  /** A word as FTS5 keeps it: with the sign of its main index, for others would be for prefixes. */
  #wordOf(number: number): Uint8Array {
    const start = this.#words.startOf(number);
    const end = this.#words.startOf(number + 1);
    const word = new Uint8Array(1 + end - start);
    word[0] = MAIN_INDEX;
    const { letters } = this.#words;
    for (let at = start; at < end; at += 1) word[1 + at - start] = letters[at] as number;
    return word;
  }

  #write(writer: LeafWriter, places: Places, { from, end }: { from: number; end: number }): void {
    const scattered = this.#scattered;
    for (let at = from * 2; at < end * 2; ) {
      const cell = scattered[at] as number;
      const row = Math.trunc(cell / this.#columns);
      const last = (row + 1) * this.#columns;
      places.size = 0;
      let column = row * this.#columns;
      let before = 0;
      for (; at < end * 2 && (scattered[at] as number) < last; at += 2) {
        if (scattered[at] !== column) {
          column = scattered[at] as number;
          before = 0;
          places.enter(column % this.#columns);
        }
        const offset = scattered[at + 1] as number;
        places.add(offset - before);
        before = offset;
      }
      writer.row(this.#rowids[row] as number, places.bytes, places.size);
    }
  }

  /** Puts where words stand together word by word: the article's column, counted through, and the place in it. */
  #scatter(): Uint32Array {
    const next = new Uint32Array(this.#words.size);
    let sum = 0;
    for (const number of this.#order) {
      next[number] = sum;
      sum += this.#counts[number] as number;
    }
    if (this.#scattered.length < this.#size * 2)
      this.#scattered = new Uint32Array(this.#numbers.length * 2);
    const scattered = this.#scattered;
    const numbers = this.#numbers;
    let at = 0;
    for (let column = 0; column < this.#sizes.length; column += 1) {
      const size = this.#sizes[column] as number;
      for (let place = 0; place < size; place += 1) {
        const number = numbers[at + place] as number;
        const to = next[number] as number;
        scattered[to * 2] = column;
        scattered[to * 2 + 1] = place;
        next[number] = to + 1;
      }
      at += size;
    }
    return next;
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
    const numbers = new Uint32Array(Math.ceil((this.#size + more) * 1.25));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  #forget(): void {
    this.#size = 0;
    this.#rowids = [];
    this.#sizes = [];
    this.#counts.fill(0);
  }
}

/** The places of a word in one article, as FTS5 writes them. */
class Places {
  bytes = new Uint8Array(1 << 12);
  size = 0;

  /** Begins a column that is not the first. */
  enter(column: number): void {
    if (this.size + 16 > this.bytes.length) this.#grow();
    this.bytes[this.size] = 1;
    this.size = putVarint(this.bytes, this.size + 1, column);
  }

  /** A place by how far it is from the one before in its column. */
  add(distance: number): void {
    if (this.size + 16 > this.bytes.length) this.#grow();
    this.size = putVarint(this.bytes, this.size, distance + 2);
  }

  #grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}
