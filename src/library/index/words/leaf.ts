/** Bytes of a page of words, as FTS5 makes them by itself. */
const PAGE = 4050;
/** Bytes that pages are kept in together: to hand over many small ones costs more. */
const CHUNK = 512 * 1024;
/** From so many pages without a new word on, the rowids that pages begin with are told in a list of their own. */
const FEW_PAGES = 4;
/** What FTS5 puts before words of texts; others would be for prefixes. */
const MAIN_INDEX = 48;
/** Bytes of the two offsets a page begins with: of its first rowid, and of the list of its words. */
const HEAD = 4;

/** A page of a segment, or a list of the rowids that pages begin with, by its number in the segment. */
export interface Page {
  readonly page: number;
  readonly isList: boolean;
  readonly bytes: Uint8Array;
}

/** The word a page begins with, as far as it tells it from the page before. */
export interface PageWord {
  readonly page: number;
  readonly word: Uint8Array;
  /** Whether the page's last word has a list of pages. */
  readonly hasList: boolean;
}

/** Numbers as SQLite writes them: seven bits a byte, the highest first. All are below 2^35. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 0x80) {
    bytes[at] = value;
    return at + 1;
  }
  if (value < 0x4000) {
    bytes[at] = (value >>> 7) | 0x80;
    bytes[at + 1] = value & 0x7f;
    return at + 2;
  }
  return putLong(bytes, at, value);
}

function putLong(bytes: Uint8Array, at: number, value: number): number {
  let size = 3;
  for (let rest = Math.floor(value / 0x200000); rest > 0; rest = Math.floor(rest / 0x80)) size += 1;
  let rest = value;
  for (let to = at + size - 1; to >= at; to -= 1) {
    bytes[to] = (rest % 0x80) | (to === at + size - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return at + size;
}

/** The size of the number that a varint is at the begin of. */
function varintEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while ((bytes[end] as number) & 0x80) end += 1;
  return end + 1;
}

/**
 * Writes the words of a segment and where they stand, page by page, as FTS5 lays them out in its table of data
 * ("FTS5 Segment Leaf Page Format" in `fts5_index.c` of SQLite).
 */
export class LeafWriter {
  readonly pages: Page[] = [];
  readonly words: PageWord[] = [];
  #bytes = new Uint8Array(1 << 17);
  #size = HEAD;
  /** Where pages that are done are kept. */
  #chunk = new Uint8Array(0);
  #chunkSize = 0;
  /** The list at a page's end: where its words begin. */
  #starts = new Uint8Array(1 << 14);
  #startsSize = 0;
  #lastStart = 0;
  #page = 1;
  #hasWord = false;
  #hasRowid = false;
  #isFirstOfWord = false;
  #lastRowid = 0;
  /** Where the word before begins and ends; there is none yet. */
  #before = 0;
  #beforeEnd = -1;
  /** The page whose words' pages are told next, and by which word. */
  #open: Omit<PageWord, 'hasList'> | undefined = { page: 1, word: new Uint8Array(0) };
  #empty = 0;
  readonly #list = new PageList();

  /** Begins the next word, in the order of bytes: those of `letters` from `start` to `end`, which stay until all are written. */
  word(letters: Uint8Array, start: number, end: number): void {
    const size = 1 + end - start;
    if (this.#startsSize + this.#size + size + 2 >= PAGE && this.#size > HEAD) this.#flush();
    this.#startsSize = putVarint(this.#starts, this.#startsSize, this.#size - this.#lastStart);
    this.#lastStart = this.#size;
    const shared = this.#sharedWith(letters, start, end);
    if (this.#hasWord) this.#size = putVarint(this.#bytes, this.#size, shared);
    else if (this.#page > 1) {
      const word = Uint8Array.of(MAIN_INDEX, ...letters.subarray(start, start + shared));
      this.#turn({ page: this.#page, word });
    }
    this.#spell(letters, start, end, this.#hasWord ? shared : 0);
    this.#hasWord = true;
    this.#hasRowid = true;
    this.#isFirstOfWord = true;
    this.#list.begin(this.#page);
    this.#before = start;
    this.#beforeEnd = end;
  }

  /** Writes a word without the bytes that it shares with the one before. */
  #spell(letters: Uint8Array, start: number, end: number, shared: number): void {
    let to = putVarint(this.#bytes, this.#size, 1 + end - start - shared);
    if (shared === 0) this.#bytes[to++] = MAIN_INDEX;
    for (let at = start + Math.max(0, shared - 1); at < end; at += 1)
      this.#bytes[to++] = letters[at] as number;
    this.#size = to;
  }

  /** Bytes that a word and the one before begin with. */
  #sharedWith(letters: Uint8Array, start: number, end: number): number {
    if (this.#beforeEnd < 0) return 0;
    const most = Math.min(end - start, this.#beforeEnd - this.#before);
    let at = 0;
    while (at < most && letters[this.#before + at] === letters[start + at]) at += 1;
    return at + 1;
  }

  /** The places of the word in the next row: `size` bytes of varints. Rows come in the order of their ids. */
  row(rowid: number, places: Uint8Array, size: number): void {
    if (this.#size + this.#startsSize >= PAGE) this.#flush();
    if (!this.#hasRowid) {
      this.#bytes[0] = this.#size >> 8;
      this.#bytes[1] = this.#size & 0xff;
      this.#list.add(rowid, this.#page);
    }
    const isWhole = this.#isFirstOfWord || !this.#hasRowid;
    this.#size = putVarint(this.#bytes, this.#size, isWhole ? rowid : rowid - this.#lastRowid);
    this.#hasRowid = true;
    this.#isFirstOfWord = false;
    this.#lastRowid = rowid;
    this.#size = putVarint(this.#bytes, this.#size, size * 2);
    if (this.#size + this.#startsSize + size <= PAGE) {
      for (let at = 0; at < size; at += 1) this.#bytes[this.#size + at] = places[at] as number;
      this.#size += size;
    } else this.#split(places, size);
  }

  /** Ends the segment; how many pages it has. */
  end(): number {
    if (this.#size > HEAD) this.#flush();
    this.#turn(undefined);
    return this.#page - 1;
  }

  /** Places that go on on the next page, or pages. */
  #split(places: Uint8Array, size: number): void {
    let from = 0;
    while (from < size) {
      const end = varintEnd(places, from);
      if (this.#size + this.#startsSize + end - from > PAGE) this.#flush();
      this.#bytes.set(places.subarray(from, end), this.#size);
      this.#size += end - from;
      from = end;
    }
  }

  #flush(): void {
    this.#bytes[2] = this.#size >> 8;
    this.#bytes[3] = this.#size & 0xff;
    if (this.#hasWord) {
      this.#bytes.set(this.#starts.subarray(0, this.#startsSize), this.#size);
      this.#size += this.#startsSize;
    } else {
      if (!this.#hasRowid) this.#list.skip();
      this.#empty += 1;
    }
    const bytes = this.#kept();
    this.pages.push({ page: this.#page, isList: false, bytes });
    this.#bytes.fill(0, 0, HEAD);
    this.#size = HEAD;
    this.#startsSize = 0;
    this.#lastStart = 0;
    this.#page += 1;
    this.#hasWord = false;
    this.#hasRowid = false;
  }

  /** The bytes of the page, in a chunk with those of others. */
  #kept(): Uint8Array {
    if (this.#chunkSize + this.#size > this.#chunk.length) {
      this.#chunk = new Uint8Array(Math.max(CHUNK, this.#size));
      this.#chunkSize = 0;
    }
    const bytes = this.#chunk.subarray(this.#chunkSize, this.#chunkSize + this.#size);
    bytes.set(this.#bytes.subarray(0, this.#size));
    this.#chunkSize += this.#size;
    return bytes;
  }

  /** Tells of the last page that begins with a word, now that the next one is known. */
  #turn(next: Omit<PageWord, 'hasList'> | undefined): void {
    const list = this.#empty >= FEW_PAGES ? this.#list.taken() : undefined;
    if (list) this.pages.push({ ...list, isList: true });
    if (this.#open) this.words.push({ ...this.#open, hasList: list !== undefined });
    this.#empty = 0;
    this.#open = next;
  }
}

/** Which rowid each page of a word begins with, for words that go over many pages. */
class PageList {
  readonly #bytes = new Uint8Array(PAGE + 16);
  #size = 0;
  #page = 0;
  #last = 0;
  /** A list longer than a page would need another list: there is none then, and the pages are read one by one. */
  #isFull = false;

  /** A word that begins on a page. */
  begin(page: number): void {
    this.#page = page;
    this.#size = 0;
    this.#isFull = false;
  }

  /** The first rowid of a page that begins without a word. */
  add(rowid: number, page: number): void {
    if (this.#size >= PAGE) this.#isFull = true;
    if (this.#isFull) return;
    if (this.#size === 0) {
      this.#size = putVarint(this.#bytes, 1, page);
      this.#bytes[0] = 0;
      this.#size = putVarint(this.#bytes, this.#size, rowid);
    } else this.#size = putVarint(this.#bytes, this.#size, rowid - this.#last);
    this.#last = rowid;
  }

  /** A page without any rowid. */
  skip(): void {
    if (this.#size >= PAGE) this.#isFull = true;
    if (this.#size === 0 || this.#isFull) return;
    this.#bytes[this.#size] = 0;
    this.#size += 1;
  }

  taken(): Omit<Page, 'isList'> | undefined {
    if (this.#size === 0 || this.#isFull) return undefined;
    return { page: this.#page, bytes: this.#bytes.slice(0, this.#size) };
  }
}
