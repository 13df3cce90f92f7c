import { Parser } from 'htmlparser2';
import { ReaderError } from '../../model/errors.ts';

/** XML made well-formed. */
export interface Mended {
  readonly text: string;
  /** What had to be mended, in no order: `ampersand`, `unclosed`, `doctype`. */
  readonly faults: ReadonlySet<Fault>;
  /** Elements of the kind that is counted. */
  readonly count: number;
  /** How many more there were, which are left out. */
  readonly dropped: number;
}
type Fault = 'ampersand' | 'unclosed' | 'doctype';

/** Which elements are counted, and how many are kept. */
export interface Counting {
  readonly names: ReadonlySet<string>;
  readonly most: number;
}

/** Deepest nesting of elements; feeds have a dozen. */
const DEEPEST = 500;
/** An ampersand that begins no reference. */
const BARE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});)/gi;

interface Writing {
  readonly out: string[];
  readonly faults: Set<Fault>;
  readonly counting: Counting;
  readonly open: string[];
  inData: boolean;
  counted: number;
  dropped: number;
  /** Depth of the element that is being left out; 0 when none is. */
  skipping: number;
}

/**
 * Writes XML anew so that any reader takes it: elements that are left open are closed, end tags that close nothing
 * are dropped, `&` that begins no reference is escaped, and of declarations nothing is left, so that no entity is ever
 * defined. @throws ReaderError `not-feed` when elements are nested too deep. Linear.
 */
export function mendXml(text: string, name: string, counting: Counting): Mended {
  const state: Writing = {
    out: ['<?xml version="1.0" encoding="UTF-8"?>'],
    faults: new Set(),
    counting,
    open: [],
    inData: false,
    counted: 0,
    dropped: 0,
    skipping: 0,
  };
  const parser = new Parser(
    {
      onprocessinginstruction: (kind) => {
        if (/^!doctype/i.test(kind)) state.faults.add('doctype');
      },
      onopentag: (tag, attributes) => {
        if (state.open.length >= DEEPEST) throw new ReaderError('not-feed', { path: name });
        openTag(state, tag, attributes);
      },
      onclosetag: (tag, implied) => {
        // An element that is empty, `<x/>`, counts as closed by the reader too.
        closeTag(state, tag, implied && text[parser.endIndex - 1] !== '/');
      },
      ontext: (data) => writeText(state, data),
      oncdatastart: () => {
        state.inData = true;
      },
      oncdataend: () => {
        state.inData = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  const { out, faults, counted, dropped } = state;
  return { text: out.join(''), faults, count: counted - dropped, dropped };
}

function openTag(state: Writing, tag: string, attributes: Readonly<Record<string, string>>): void {
  state.open.push(tag);
  if (state.skipping > 0) return;
  if (isCounted(state, tag) && ++state.counted > state.counting.most) {
    state.dropped += 1;
    state.skipping = state.open.length;
    return;
  }
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(state, value).replaceAll('"', '&quot;')}"`,
  );
  state.out.push(`<${tag}${pairs.join('')}${isVoid(tag) ? '/' : ''}>`);
}

/** Entries stand in the feed, or in its channel; what is nested deeper only has the same name. */
function isCounted({ open, counting }: Writing, tag: string): boolean {
  return open.length <= 3 && counting.names.has(tag.replace(/^.*:/, '').toLowerCase());
}

function closeTag(state: Writing, tag: string, implied: boolean): void {
  // A tag that the text ends in was never told as open.
  if (state.open.at(-1) !== tag) return;
  if (implied && !isVoid(tag)) state.faults.add('unclosed');
  const depth = state.open.length;
  state.open.pop();
  if (state.skipping === 0) state.out.push(isVoid(tag) ? '' : `</${tag}>`);
  else if (state.skipping === depth) state.skipping = 0;
}

/** Empty elements of HTML that people write into feeds without an end. */
function isVoid(tag: string): boolean {
  return /^(?:br|hr|img|wbr)$/i.test(tag);
}

function writeText(state: Writing, data: string): void {
  if (state.skipping > 0 || state.open.length === 0) return;
  state.out.push(state.inData ? asData(data) : escaped(state, data));
}

function asData(data: string): string {
  return `<![CDATA[${data.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escaped(state: Writing, text: string): string {
  const known = text.replace(BARE, '&amp;');
  if (known.length !== text.length) state.faults.add('ampersand');
  return known.replaceAll('<', '&lt;');
}
