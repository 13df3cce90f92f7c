import { type Grammar, readCommand } from './math-commands.ts';
import {
  BLANKS,
  COMMAND,
  expect,
  fail,
  type MathNode,
  markerOf,
  NOTHING,
  type Reading,
  symbolsOfCharacters,
  take,
} from './math-reading.ts';

/** Longest formula that is looked at, in UTF-16 units. */
const LONGEST = 20_000;
/** Groups, arguments and environments within each other; the symbol in the innermost counts too. */
const DEEPEST = 65;
const LIMITS = /\s*(?:\\(?:no|display)?limits(?![a-zA-Z])\s*)*/y;
const SCRIPT = /[\^_'’]/y;
const ROW_SPACING = /\*?(?:\s*\[\s*-?[\d.]+\s*[a-z]{2}\s*\])?/y;

/** Reads TeX math as a tree; undefined when a command is unknown, a bracket is missing, or it is too long or deep. */
export function parseMath(tex: string): MathNode | undefined {
  if (tex.length > LONGEST) return undefined;
  const reading: Reading = { tex, at: 0, depth: 0, failed: false };
  const rows = readRows(reading);
  if (reading.failed || reading.at < tex.length) return undefined;
  if (rows.length === 0) return NOTHING;
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  const look = { open: '', close: '', align: 'pairs' } as const;
  return only ?? { kind: 'grid', look, rows, columns: '' };
}

/** Cells between `&`, rows between `\\`; an empty last row is none. */
function readRows(reading: Reading): MathNode[][] {
  const rows: MathNode[][] = [];
  let row = [readList(reading)];
  for (let marker = markerOf(reading); ; marker = markerOf(reading)) {
    if (marker !== 'cell' && marker !== 'row') break;
    take(reading, marker === 'cell' ? /&/y : COMMAND);
    if (marker === 'row') {
      take(reading, ROW_SPACING);
      rows.push(row);
      row = [];
    }
    row.push(readList(reading));
  }
  if (row.length > 1 || !isEmpty(row[0])) rows.push(row);
  return rows;
}

function isEmpty(node: MathNode | undefined): boolean {
  return node?.kind === 'list' && node.children.length === 0;
}

/** Everything up to the next marker, which stays; `a \over b` splits the list, once. */
function readList(reading: Reading, option = false): MathNode {
  const top = readAtoms(reading, option);
  if (markerOf(reading, option) !== 'infix') return top;
  const name = take(reading, COMMAND)?.[1];
  const bottom = readAtoms(reading, option);
  if (name === 'over') return { kind: 'fraction', top, bottom };
  return { kind: 'pattern', atom: 'ord', parts: ['C(', top, ', ', bottom, ')'] };
}

function readAtoms(reading: Reading, option: boolean): MathNode {
  const children: MathNode[] = [];
  take(reading, BLANKS);
  while (!markerOf(reading, option)) {
    const node = readScripted(reading);
    if (node !== NOTHING) children.push(node);
    take(reading, BLANKS);
  }
  return children.length > 0 ? { kind: 'list', children } : NOTHING;
}

/** An atom with its primes, subscript and superscript, in any order, each script once. */
function readScripted(reading: Reading): MathNode {
  const bare = /[\^_'’]/.test(reading.tex[reading.at] ?? '');
  const base = bare ? undefined : readAtom(reading);
  const scripts = readScripts(reading);
  if (!scripts) return base ?? fail(reading);
  return { kind: 'scripts', ...(base && { base }), ...scripts };
}

function readScripts(reading: Reading): Scripts | undefined {
  const found: Scripts = { primes: 0 };
  let sign = readSign(reading);
  if (sign === undefined) return undefined;
  for (; sign !== undefined; sign = readSign(reading)) {
    const part = sign === '_' ? 'sub' : 'sup';
    if (sign === "'" || sign === '’') found.primes += 1;
    else if (found[part]) fail(reading);
    else found[part] = readArgument(reading);
  }
  return found;
}

interface Scripts {
  primes: number;
  sub?: MathNode;
  sup?: MathNode;
}

function readSign(reading: Reading): string | undefined {
  take(reading, LIMITS);
  return take(reading, SCRIPT)?.[0];
}

function readArgument(reading: Reading): MathNode {
  take(reading, BLANKS);
  return markerOf(reading) ? fail(reading) : readAtom(reading);
}

function readAtom(reading: Reading): MathNode {
  if (reading.depth >= DEEPEST) return fail(reading);
  reading.depth += 1;
  const command = reading.tex[reading.at] === '\\';
  const atom = command ? readCommand(reading, GRAMMAR) : readCharacter(reading);
  reading.depth -= 1;
  return atom;
}

const GRAMMAR: Grammar = { list: readList, rows: readRows, argument: readArgument, atom: readAtom };

function readCharacter(reading: Reading): MathNode {
  const { tex, at } = reading;
  const char = String.fromCodePoint(tex.codePointAt(at) ?? 0);
  reading.at += char.length;
  if (char === '{') return readGroup(reading);
  if (/[%#^_'’]/.test(char)) return fail(reading);
  if (char === '~') return { kind: 'space', columns: 1 };
  const decimal = /[,:]/.test(char) && isDigit(tex[at - 1]) && isDigit(tex[at + 1]);
  const symbol = decimal ? undefined : symbolsOfCharacters().get(char);
  return symbol ?? { kind: 'symbol', text: char, atom: 'ord' };
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function readGroup(reading: Reading): MathNode {
  const body = readList(reading);
  expect(reading, '}');
  return { kind: 'group', body };
}
