import { fieldKey } from '../../model/fields.ts';
import { complaint } from './complaint.ts';
import { isFieldName, roleOf } from './fields.ts';
import { isQuote, readItems, readQuoted, type Scan, skipBlanks, wordAt } from './scan.ts';
import { ALL, and, not, or, type Query } from './syntax.ts';
import { fieldQuery, MOST, type Opened, type QueryContext, spend } from './terms.ts';
import { bareWords, fieldOf, wordsOf } from './values.ts';

/** Deepest nesting of parentheses, NOTs and saved queries. */
const DEEPEST = 60;

/** A query that has nothing to look for, such as `-` or `"`, counts as not written. */
type Found = Query | undefined;

interface Parser extends Opened {
  readonly scan: Scan;
  depth: number;
}

/**
 * Reads a query: the arguments of a command, which mean the same however they are cut at blanks.
 * @throws ReaderError `query` with the place of what is wrong.
 */
export function parseQuery(args: readonly string[], context: QueryContext): Query {
  const budget = { left: MOST };
  return parsed(args.join(' '), { context, budget, open: [] }) ?? ALL;
}

function parsed(text: string, opened: Opened): Found {
  const parser: Parser = { ...opened, scan: { text, at: 0 }, depth: opened.open.length };
  if (!skipBlanks(parser.scan)) return undefined;
  const query = readOr(parser);
  if (skipBlanks(parser.scan)) throw complaint('paren-close', text, here(parser));
  return query;
}

function here({ scan }: Parser) {
  return { start: scan.at, end: scan.at + 1 };
}

/** `a OR b`, `a | b`. */
function readOr(parser: Parser): Found {
  const { scan } = parser;
  const found = [readAnd(parser)];
  while (skipBlanks(scan)) {
    const sign = scan.text[scan.at] === '|' ? '|' : wordAt(scan);
    if (sign !== '|' && sign !== 'OR') break;
    const start = scan.at;
    scan.at += sign.length;
    needsMore(parser, sign, start);
    found.push(readAnd(parser));
  }
  const [first, ...rest] = found.filter((query) => query !== undefined);
  return first && or([first, ...rest]);
}

/** `a b`, `a AND b`. */
function readAnd(parser: Parser): Found {
  const { scan } = parser;
  const found: Found[] = [];
  for (let sign = nextSign(scan); sign !== undefined && !ENDS.has(sign); sign = nextSign(scan)) {
    if (sign === 'AND') readJoiner(parser, found.length > 0);
    found.push(readUnary(parser));
  }
  const sign = nextSign(scan);
  if (found.length === 0 && sign !== undefined && sign !== ')') throw nothingBefore(parser, sign);
  const given = found.filter((query) => query !== undefined);
  return given.length > 0 ? and(given) : undefined;
}

/** What a row of terms stops at. */
const ENDS: ReadonlySet<string> = new Set([')', '|', 'OR']);

/** The next parenthesis, bar or word; undefined at the end. */
function nextSign(scan: Scan): string | undefined {
  if (!skipBlanks(scan)) return undefined;
  return wordAt(scan) || scan.text[scan.at];
}

/** An `AND`, which has something before and after it. */
function readJoiner(parser: Parser, follows: boolean): void {
  if (!follows) throw nothingBefore(parser, 'AND');
  const start = parser.scan.at;
  parser.scan.at += 'AND'.length;
  needsMore(parser, 'AND', start);
}

function nothingBefore({ scan }: Parser, sign: string) {
  const place = { start: scan.at, end: scan.at + sign.length };
  return complaint('nothing-before', scan.text, place, { sign });
}

/** After an operator there is something that it can apply to. */
function needsMore({ scan }: Parser, sign: string, start: number): void {
  const next = nextSign(scan);
  if (next !== undefined && next !== 'AND' && !ENDS.has(next)) return;
  throw complaint('nothing-after', scan.text, { start, end: start + sign.length }, { sign });
}

/** `NOT a`, `-a`, `!a`, else what a query is made of. */
function readUnary(parser: Parser): Found {
  const { scan } = parser;
  const start = scan.at;
  const sign = wordAt(scan) === 'NOT' ? 'NOT' : /^[-!](?=[\p{L}\p{N}"#@(])/u.exec(signs(scan))?.[0];
  if (sign === undefined) return readPrimary(parser);
  scan.at += sign.length;
  if (sign === 'NOT') needsMore(parser, sign, start);
  return deeper(parser, start, () => {
    const query = readUnary(parser);
    return query && not(query);
  });
}

/** The next two signs. */
function signs({ text, at }: Scan): string {
  return String.fromCodePoint(
    ...[...text.slice(at, at + 3)].slice(0, 2).map((sign) => sign.codePointAt(0) ?? 0),
  );
}

/** Reads what is nested here, if it is not too deep. */
function deeper(parser: Parser, start: number, read: () => Found): Found {
  parser.depth += 1;
  if (parser.depth > DEEPEST)
    throw complaint('too-deep', parser.scan.text, { start, end: start + 1 }, { levels: DEEPEST });
  const query = read();
  parser.depth -= 1;
  return query;
}

function readPrimary(parser: Parser): Found {
  const { scan } = parser;
  if (scan.text[scan.at] === '(') return readGroup(parser);
  spend(parser, 1, scan.text, here(parser));
  if (isQuote(scan)) return readPhrase(scan);
  return readShort(parser) ?? readField(parser) ?? readWord(scan);
}

function readGroup(parser: Parser): Found {
  const { scan } = parser;
  const start = scan.at;
  scan.at += 1;
  const query = deeper(parser, start, () => {
    if (!skipBlanks(scan) || scan.text[scan.at] === ')') return undefined;
    return readOr(parser);
  });
  if (!skipBlanks(scan)) throw complaint('paren-open', scan.text, { start, end: start + 1 });
  scan.at += 1;
  return query;
}

function readPhrase(scan: Scan): Found {
  const start = scan.at;
  const text = readQuoted(scan);
  const prefix = scan.text[scan.at] === '*';
  if (prefix) scan.at += 1;
  return wordsOf(text, { exact: true, prefix, at: { start, end: scan.at } });
}

/** `#tag` and `@author`. */
function readShort(parser: Parser): Found {
  const { scan } = parser;
  const match = /^[#@](?=["=*]|[\p{L}\p{N}])/u.exec(signs(scan));
  if (!match) return undefined;
  scan.at += 1;
  const field = match[0] === '#' ? 'tag' : 'author';
  const reading = { text: scan.text, today: parser.context.now.slice(0, 10) };
  const items = readItems(scan);
  spend(parser, items.length - 1, scan.text, items.at(-1)?.at);
  const [first, ...rest] = items.map((item) => fieldOf(field, item, reading));
  return first && or([first, ...rest]);
}

const FIELD = /^([\p{L}_][\p{L}\p{M}\p{N}_.-]*):(?!\/\/)/u;

/** `field:value,value`; a name before a colon that says nothing to sijori and has no value is a word. */
function readField(parser: Parser): Found {
  const { scan } = parser;
  const start = scan.at;
  const word = wordAt(scan);
  const name = FIELD.exec(word)?.[1];
  if (name === undefined) return undefined;
  const known = isFieldName(name);
  const bare = word.length === name.length + 1;
  if (!known && (bare || fieldKey(name).length < 2)) return undefined;
  const place = { start, end: start + word.length };
  const group = bare && scan.text[start + word.length] === '(';
  if (group) throw complaint('group-value', scan.text, place, { field: name });
  scan.at += name.length + 1;
  const items = readItems(scan);
  if (items.length === 0) throw complaint('no-value', scan.text, place, { field: name });
  return fieldQuery(roleOf(name), items, parser, scan.text, parsed);
}

function readWord(scan: Scan): Found {
  const start = scan.at;
  const word = wordAt(scan);
  scan.at += word.length;
  if (word === '*') return ALL;
  // Only after a `-` can it be an operator's name: there is nothing that it could join.
  const text = ENDS.has(word) || word === 'AND' ? word.toLowerCase() : word;
  return bareWords(text, { start, end: scan.at });
}
