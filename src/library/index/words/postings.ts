import { LeafWriter, type Page, type PageWord } from './leaf.ts';
import { Places } from './places.ts';
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

/** Places of a block, as a power of two. */
const BLOCK = 6;

/** Postings of words that have numbers in a set. */
export function postingsOf(words: WordSet): Postings {
  return new Gathered(words);
}

class Gathered implements Postings {
  readonly #words: WordSet;
  /** Word by word, in the order of the texts. */
  #numbers = new Uint32Array(1 << 20);
  #size = 0;
  /** The places of all words, word by word: each counted through all texts. */
  #scattered = new Uint32Array(0);
  /** Where each column of each row begins, and at last where all end. */
  #begins = new Uint32Array(0);
  /** The row that each block of places begins in. */
  #rowAt = new Uint32Array(0);
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
    this.#measure();
    const ends = this.#scatter();
    const places = new Places();
    const words = this.#words;
    let from = 0;
    for (const number of this.#order) {
      const end = ends[number] as number;
      if (end > from) {
        writer.word(words.letters, words.startOf(number), words.startOf(number + 1));
        this.#write(writer, places, { from, end });
      }
      from = end;
    }
  }

  /** The places of one word, which are those from `from` to `end`. */
  #write(writer: LeafWriter, places: Places, { from, end }: { from: number; end: number }): void {
    const scattered = this.#scattered;
    const begins = this.#begins;
    let row = 0;
    for (let at = from; at < end; ) {
      row = this.#rowOf(scattered[at] as number, row);
      let column = row * this.#columns;
      const next = begins[column + this.#columns] as number;
      places.size = 0;
      let before = begins[column] as number;
      for (; at < end && (scattered[at] as number) < next; at += 1) {
        const place = scattered[at] as number;
        if ((begins[column + 1] as number) <= place) {
          column = this.#columnOf(place, column);
          before = begins[column] as number;
          places.enter(column - row * this.#columns);
        }
        places.add(place - before);
        before = place;
      }
      writer.row(this.#rowids[row] as number, places.bytes, places.size);
    }
  }

  /** The row that a place is in, which is not before another. */
  #rowOf(place: number, least: number): number {
    let row = Math.max(least, this.#rowAt[place >>> BLOCK] as number);
    while ((this.#begins[(row + 1) * this.#columns] as number) <= place) row += 1;
    return row;
  }

  /** The column that a place is in, which is not before another. */
  #columnOf(place: number, least: number): number {
    let column = least;
    while ((this.#begins[column + 1] as number) <= place) column += 1;
    return column;
  }

  /** Puts the places of all words together word by word; where those of each word end. */
  #scatter(): Uint32Array {
    const next = new Uint32Array(this.#words.size);
    let sum = 0;
    for (const number of this.#order) {
      next[number] = sum;
      sum += this.#counts[number] as number;
    }
    if (this.#scattered.length < this.#size)
      this.#scattered = new Uint32Array(this.#numbers.length);
    const scattered = this.#scattered;
    const numbers = this.#numbers;
    for (let place = 0; place < this.#size; place += 1) {
      const number = numbers[place] as number;
      const to = next[number] as number;
      scattered[to] = place;
      next[number] = to + 1;
    }
    return next;
  }

  /** Notes where the columns of all rows begin, and which rows the blocks of places begin in. */
  #measure(): void {
    this.#begins = new Uint32Array(this.#sizes.length + 1);
    this.#rowAt = new Uint32Array((this.#size >>> BLOCK) + 1);
    let place = 0;
    let block = 0;
    for (const [column, size] of this.#sizes.entries()) {
      place += size;
      this.#begins[column + 1] = place;
      for (; block << BLOCK < place; block += 1)
        this.#rowAt[block] = Math.trunc(column / this.#columns);
    }
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
