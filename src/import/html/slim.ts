import { Tokenizer } from 'htmlparser2';

/** Elements within one another that are kept: more is no writing, and trees that deep cannot be walked. */
const DEEPEST = 100;

/** Elements that may be left open: the next of their kind closes them, so they are no depth. */
const OPEN_ENDED = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp'.split(' '),
);
/** Marks that a parser opens again in every block until they are closed: a few at a time are enough. */
const MARKS = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
const MOST_MARKS = 8;
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** What is run or shows nothing, with all that is in it. */
const DROPPED = new Set(['script', 'style', 'template']);

/** What is known while a page is read. */
interface Trim {
  readonly html: string;
  /** Elements that are open, outermost first, and how many of each name are. */
  readonly open: string[];
  readonly counts: Map<string, number>;
  /** Marks that are open. */
  marks: number;
  /** Tags of each name that were left out because they were too deep, and are still to be closed. */
  readonly skipped: Map<string, number>;
  readonly kept: string[];
  /** Where the next part to be kept begins. */
  from: number;
  /** The element in the making: its name, and where its tag begins. */
  name: string;
  start: number;
  /** The element that is left out with all that is in it, while it is read. */
  dropped: string | undefined;
}

/**
 * A page without scripts, styles and what is nested too deep: tags only go, never a character of text. Takes linear
 * time, so that what reads the rest need not fear it.
 */
export function slim(html: string): string {
  const trim: Trim = {
    ...{ html, open: [], counts: new Map(), skipped: new Map(), kept: [] },
    ...{ from: 0, marks: 0, name: '', start: 0, dropped: undefined },
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks(trim));
  tokenizer.write(html);
  tokenizer.end();
  if (trim.dropped === undefined) trim.kept.push(html.slice(trim.from));
  return trim.kept.join('');
}

function callbacks(trim: Trim): ConstructorParameters<typeof Tokenizer>[1] {
  const nothing = () => {};
  return {
    onopentagname: (start, end) => {
      trim.name = trim.html.slice(start, end).toLowerCase();
      trim.start = start - 1;
    },
    onopentagend: (end) => opened(trim, end + 1),
    onselfclosingtag: (end) => opened(trim, end + 1),
    onclosetag: (start, end) => closed(trim, start, end + 1),
    ...{ onattribdata: nothing, onattribend: nothing, onattribentity: nothing },
    ...{
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
    },
    ...{ onprocessinginstruction: nothing, ontext: nothing, ontextentity: nothing },
  };
}

function opened(trim: Trim, end: number): void {
  const { name } = trim;
  if (trim.dropped !== undefined) return;
  if (DROPPED.has(name)) {
    cut(trim, trim.start, end);
    trim.dropped = name;
  } else if (!(VOID.has(name) || OPEN_ENDED.has(name))) open(trim, name, end);
}

function open(trim: Trim, name: string, end: number): void {
  // As browsers do it: a link ends the one before.
  if (name === 'a' && (trim.counts.get('a') ?? 0) > 0) close(trim, 'a');
  if (trim.open.length >= DEEPEST || (MARKS.has(name) && trim.marks >= MOST_MARKS)) {
    add(trim.skipped, name, 1);
    cut(trim, trim.start, end);
  } else {
    trim.open.push(name);
    count(trim, name, 1);
  }
}

function closed(trim: Trim, nameStart: number, end: number): void {
  const start = nameStart - '</'.length;
  const name =
    /^[^\s/>]*/.exec(trim.html.slice(nameStart, nameStart + 40))?.[0].toLowerCase() ?? '';
  if (trim.dropped !== undefined) {
    if (name !== trim.dropped) return;
    trim.dropped = undefined;
    trim.from = end;
  } else if ((trim.skipped.get(name) ?? 0) > 0) {
    add(trim.skipped, name, -1);
    cut(trim, start, end);
  } else if ((trim.counts.get(name) ?? 0) > 0) {
    // What was left open in it is closed before it.
    const inner = close(trim, name).slice(1).reverse();
    cut(trim, start, start);
    trim.kept.push(...inner.map((one) => `</${one}>`));
  } else if (!(OPEN_ENDED.has(name) || name === 'br')) {
    // A closing tag of nothing that is open would only be looked for, each time through all that is.
    cut(trim, start, end);
  }
}

function close(trim: Trim, name: string): string[] {
  const at = trim.open.lastIndexOf(name);
  // A link may straddle what is opened in it.
  const gone = name === 'a' ? trim.open.splice(at, 1) : trim.open.splice(at);
  for (const one of gone) count(trim, one, -1);
  return gone;
}

function count(trim: Trim, name: string, more: number): void {
  add(trim.counts, name, more);
  if (MARKS.has(name)) trim.marks += more;
}

function add(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

function cut(trim: Trim, start: number, end: number): void {
  trim.kept.push(trim.html.slice(trim.from, Math.max(trim.from, start)));
  trim.from = Math.max(trim.from, end);
}
