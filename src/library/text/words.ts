import {
  APART,
  APOSTROPHE,
  foldOf,
  kindOf,
  LETTER,
  SEVERAL,
  SPACELESS,
  TRAILING,
} from './characters.ts';

/** Takes a token and where it stands, in UTF-16 offsets. */
export type Emit = (token: string, start: number, end: number) => void;

/** Longest token kept, in UTF-16 units: what is longer is data, not a word. */
export const LONGEST = 64;

/** One character of a script without spaces, with its marks. */
interface Unit {
  text: string;
  readonly start: number;
  end: number;
}

/** Reads words of any letters from `start` to the first character that is apart; the place after what was read. */
export function readWords(text: string, start: number, emit: Emit): number {
  const run = new Run(emit);
  let at = start;
  for (let code = text.codePointAt(at); code !== undefined; code = text.codePointAt(at)) {
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = kindOf(code);
    if (kind === APART || (kind === APOSTROPHE && !run.goesOn(text, next))) break;
    if (kind !== APOSTROPHE) run.add(kind, foldOf(code), at, next);
    at = next;
  }
  run.end();
  return Math.max(at, start + 1);
}

/** The word or the characters that are being read. */
class Run {
  readonly #emit: Emit;
  #word: Unit | undefined;
  #units: Unit[] = [];

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Whether a word that is being read goes on with a letter at `at`, after an apostrophe. */
  goesOn(text: string, at: number): boolean {
    const code = text.codePointAt(at);
    return this.#word !== undefined && code !== undefined && kindOf(code) === LETTER;
  }

  add(kind: number, folded: string, start: number, end: number): void {
    if (kind === LETTER) this.#letter(folded, start, end);
    else if (kind === SPACELESS) {
      this.#endWord();
      this.#units.push({ text: folded, start, end });
    } else if (kind === SEVERAL) this.#several(folded, start, end);
    else this.#follow(kind === TRAILING ? folded : '', end);
  }

  #letter(folded: string, start: number, end: number): void {
    this.#endUnits();
    if (this.#word) {
      this.#word.text += folded;
      this.#word.end = end;
    } else this.#word = { text: folded, start, end };
  }

  /** A mark with nothing before it is no word. */
  #follow(folded: string, end: number): void {
    const before = this.#word ?? this.#units.at(-1);
    if (!before) return;
    before.text += folded;
    before.end = end;
  }

  #several(folded: string, start: number, end: number): void {
    this.end();
    for (const token of folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean))
      this.#emit(token, start, end);
  }

  end(): void {
    this.#endWord();
    this.#endUnits();
  }

  #endWord(): void {
    const word = this.#word;
    if (!word) return;
    this.#emit(cut(word.text.normalize('NFC')), word.start, word.end);
    this.#word = undefined;
  }

  /** Every two neighbours; one alone is itself. */
  #endUnits(): void {
    const units = this.#units;
    if (units.length === 0) return;
    if (units.length === 1) this.#pair(units[0]!, undefined);
    for (let at = 1; at < units.length; at++) this.#pair(units[at - 1]!, units[at]!);
    this.#units = [];
  }

  #pair(one: Unit, other: Unit | undefined): void {
    const token = (one.text + (other?.text ?? '')).normalize('NFC');
    this.#emit(cut(token), one.start, (other ?? one).end);
  }
}

function cut(token: string): string {
  if (token.length <= LONGEST) return token;
  return token.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
}
