import {
  BLANKS,
  COMMAND,
  expect,
  fail,
  type MathNode,
  markerOf,
  NOTHING,
  once,
  type Reading,
  symbolsOfCommands,
  take,
  words,
} from './math-reading.ts';
import {
  ACCENTS,
  ALPHABETS,
  type Atom,
  CLASSES,
  DROPPED,
  ENVIRONMENTS,
  IGNORED,
  PATTERNS,
  RULES,
  SPACES,
  TEXTS,
  TRANSPARENT,
  WITH_ARGUMENT,
} from './math-symbols-data.ts';

/** The parts of the grammar that commands are made of. */
export interface Grammar {
  /** Atoms up to the next marker, or up to `]` as well. */
  readonly list: (reading: Reading, option?: boolean) => MathNode;
  readonly rows: (reading: Reading) => MathNode[][];
  readonly argument: (reading: Reading) => MathNode;
  readonly atom: (reading: Reading) => MathNode;
}

type Reader = (reading: Reading, grammar: Grammar) => MathNode;

const ENVIRONMENT_NAME = /\s*\{([a-zA-Z]+)\*?\}/y;
const RAW_ARGUMENT = /\*?\s*\{([^{}\\]*)\}/y;
const PLACE = /\[[tbc]\]/y;
const COLUMN_NAMES = /\s*\{((?:[^{}\\]|\{[^{}\\]*\})*)\}/y;
const TEXT_RUN = /[^\\{}$%#~]+|\\[$%&#_{}]/y;
const TEXT_BLANK = /~|\\[ ,;:]/y;

/** The command at the place of reading with its arguments; an unknown one gives the formula up. */
export function readCommand(reading: Reading, grammar: Grammar): MathNode {
  const name = take(reading, COMMAND)?.[1] ?? '';
  const symbol = symbolsOfCommands().get(name);
  if (symbol) return symbol;
  const reader = readers().get(name);
  return reader ? reader(reading, grammar) : fail(reading);
}

const readers: () => ReadonlyMap<string, Reader> = once(
  () =>
    new Map<string, Reader>([
      ...each(IGNORED, () => NOTHING),
      ...each(DROPPED, (reading) => (take(reading, RAW_ARGUMENT) ? NOTHING : fail(reading))),
      ...each(TRANSPARENT, (reading, grammar) => grammar.argument(reading)),
      ...each(TEXTS, readText),
      ...each('frac dfrac tfrac cfrac', readFraction),
      ...each('overset stackrel', (reading, grammar) => readStack(reading, grammar, 'sup')),
      ...each('underset', (reading, grammar) => readStack(reading, grammar, 'sub')),
      ...each('sqrt', readRoot),
      ...each('left', readFence),
      ...each('begin', readEnvironment),
      ...each('tag', readTag),
      ...each('substack', readSubstack),
      ...each('xrightarrow', (reading, grammar) => readArrow(reading, grammar, '→')),
      ...each('xleftarrow', (reading, grammar) => readArrow(reading, grammar, '←')),
      ...each('middle', (reading) => ({ kind: 'symbol', text: delimiter(reading), atom: 'rel' })),
      ...each('not', (reading, { argument }) => ({ kind: 'negated', body: argument(reading) })),
      ...each('textcolor', (reading, { argument }) => {
        return take(reading, RAW_ARGUMENT) ? argument(reading) : fail(reading);
      }),
      ...each('hspace', (reading) => {
        return take(reading, RAW_ARGUMENT) ? { kind: 'space', columns: 1 } : fail(reading);
      }),
      ...listed(SPACES, (columns, name) => () => ({ kind: 'space', columns, thin: name === ',' })),
      ...listed(ACCENTS, (mark) => (reading, { argument }) => {
        return { kind: 'accent', mark, body: argument(reading) };
      }),
      ...listed(RULES, ([mark, before]) => (reading, { argument }) => {
        return { kind: 'accent', mark, before, body: argument(reading) };
      }),
      ...listed(ALPHABETS, (alphabet) => (reading, { argument }) => {
        return { kind: 'letters', alphabet, body: argument(reading) };
      }),
      ...listed(CLASSES, (atom) => (reading, { argument }) => {
        if (atom === 'function') take(reading, /\*/y);
        return { kind: 'group', body: argument(reading), atom };
      }),
      ...listed(
        PATTERNS,
        (pattern) => (reading, grammar) => readPattern(reading, grammar, pattern),
      ),
    ]),
);

function each(names: string, reader: Reader): [string, Reader][] {
  return words(names).map((name) => [name, reader]);
}

function listed<T>(
  entries: Readonly<Record<string, T>>,
  reader: (value: T, name: string) => Reader,
): [string, Reader][] {
  return Object.entries(entries).map(([name, value]) => [name, reader(value, name)]);
}

function readFraction(reading: Reading, { argument }: Grammar): MathNode {
  const top = argument(reading);
  return { kind: 'fraction', top, bottom: argument(reading) };
}

function readRoot(reading: Reading, grammar: Grammar): MathNode {
  const index = readOption(reading, grammar);
  return { kind: 'root', body: grammar.argument(reading), ...(index && { index }) };
}

function readOption(reading: Reading, grammar: Grammar): MathNode | undefined {
  if (!take(reading, /\s*\[/y)) return undefined;
  const option = grammar.list(reading, true);
  expect(reading, ']');
  return option;
}

function readStack(reading: Reading, { argument }: Grammar, part: 'sub' | 'sup'): MathNode {
  const script = argument(reading);
  return { kind: 'scripts', base: argument(reading), [part]: script, primes: 0 };
}

function readArrow(reading: Reading, grammar: Grammar, text: string): MathNode {
  const sub = readOption(reading, grammar);
  const base: MathNode = { kind: 'symbol', text, atom: 'rel' };
  return {
    kind: 'scripts',
    base,
    ...(sub && { sub }),
    sup: grammar.argument(reading),
    primes: 0,
  };
}

function readPattern(
  reading: Reading,
  { argument }: Grammar,
  [atom, ...pattern]: readonly [Atom, ...(string | number)[]],
): MathNode {
  const parts = pattern.map((part) => (typeof part === 'string' ? part : argument(reading)));
  return { kind: 'pattern', atom, parts };
}

function readTag(reading: Reading, grammar: Grammar): MathNode {
  const body = readText(reading, grammar);
  const number: MathNode = { kind: 'pattern', atom: 'ord', parts: ['(', body, ')'] };
  return { kind: 'list', children: [{ kind: 'space', columns: 2 }, number] };
}

function readSubstack(reading: Reading, { rows }: Grammar): MathNode {
  expect(reading, '{');
  const look = { open: '', close: '', align: 'left' } as const;
  const grid: MathNode = { kind: 'grid', look, rows: rows(reading), columns: '' };
  expect(reading, '}');
  return grid;
}

function readFence(reading: Reading, { list }: Grammar): MathNode {
  const open = delimiter(reading);
  const body = list(reading);
  expect(reading, '\\right');
  return { kind: 'fence', open, close: delimiter(reading), body };
}

const BRACKETS: ReadonlySet<string> = new Set(['open', 'close', 'bar', 'slash', 'rel']);

/** The bracket behind `\left` or `\right`; a point is none. */
function delimiter(reading: Reading): string {
  take(reading, BLANKS);
  const name = take(reading, COMMAND)?.[1];
  if (name === undefined) {
    const char = take(reading, /[()[\]|/.<>]/y)?.[0];
    if (char === undefined) fail(reading);
    return { '<': '⟨', '>': '⟩', '.': '' }[char ?? '.'] ?? char ?? '';
  }
  const symbol = symbolsOfCommands().get(name);
  if (!symbol || !BRACKETS.has(symbol.atom)) fail(reading);
  return symbol?.text ?? '';
}

function readEnvironment(reading: Reading, { rows }: Grammar): MathNode {
  const name = take(reading, ENVIRONMENT_NAME)?.[1] ?? '';
  const look = Object.hasOwn(ENVIRONMENTS, name) ? ENVIRONMENTS[name] : undefined;
  if (!look) return fail(reading);
  take(reading, PLACE);
  const named = words(WITH_ARGUMENT).includes(name) ? take(reading, COLUMN_NAMES) : undefined;
  if (named === null) return fail(reading);
  const cells = rows(reading);
  expect(reading, '\\end');
  if (take(reading, ENVIRONMENT_NAME)?.[1] !== name) return fail(reading);
  const columns = look.align === 'argument' ? (named?.[1] ?? '') : '';
  return { kind: 'grid', look, rows: cells, columns };
}

/** Words in braces: blanks count, `$…$` is math again. */
function readText(reading: Reading, grammar: Grammar): MathNode {
  const children: MathNode[] = [];
  expect(reading, '{');
  for (let depth = 1; depth > 0 && !reading.failed; ) {
    const brace = take(reading, /[{}]/y)?.[0];
    if (brace === undefined) children.push(...readTextPart(reading, grammar));
    else depth += brace === '{' ? 1 : -1;
  }
  return { kind: 'group', body: { kind: 'list', children }, atom: 'ord' };
}

function readTextPart(reading: Reading, grammar: Grammar): MathNode[] {
  const run = take(reading, TEXT_RUN)?.[0];
  if (run !== undefined) return textNodes(run.replace(/^\\/, ''));
  if (take(reading, TEXT_BLANK)) return [{ kind: 'space', columns: 1 }];
  return [readTextMath(reading, grammar)];
}

/** A run of words; its outer blanks become spaces of their own, so that they never double. */
function textNodes(run: string): MathNode[] {
  const space: MathNode = { kind: 'space', columns: 1 };
  const text = run.trim().replace(/\s+/g, ' ');
  if (text === '') return [space];
  return [
    ...(/^\s/.test(run) ? [space] : []),
    { kind: 'symbol', text, atom: 'ord' } as const,
    ...(/\s$/.test(run) ? [space] : []),
  ];
}

function readTextMath(reading: Reading, grammar: Grammar): MathNode {
  if (markerOf(reading) !== 'dollar') {
    return reading.tex[reading.at] === '\\' ? grammar.atom(reading) : fail(reading);
  }
  reading.at += 1;
  const body = grammar.list(reading);
  expect(reading, '$');
  return { kind: 'group', body };
}
