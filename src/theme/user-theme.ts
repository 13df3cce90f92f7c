import { ReaderError } from '../model/errors.ts';
import type { Color, Style } from '../model/line.ts';
import { over } from '../model/line.ts';
import { printable } from '../model/printable.ts';
import type { Glyphs, Role, Theme } from '../model/theme.ts';
import { width } from '../model/width.ts';
import { THEME_NAMES, theme } from './themes.ts';

/** What may be wrong at a place of a user's theme; the `problem` of the error. */
type ThemeProblem =
  | 'not-a-table'
  | 'unknown-key'
  | 'unknown-theme'
  | 'not-a-color'
  | 'not-true-or-false'
  | 'not-text'
  | 'not-printable'
  | 'wrong-width'
  | 'not-a-list'
  | 'wrong-count';

/**
 * A user's theme, from a table `{ name, base, styles: { role: style }, glyphs }` in which every key may be left
 * out: what is said goes over the theme that `base` names, else over `base` as given. Throws `config` with
 * `where` (`styles.link.color`) and `problem` ({@link ThemeProblem}) at the first thing that is not understood.
 */
export function readTheme(json: unknown, base: Theme): Theme {
  const table = tableAt(json, 'theme', ['name', 'base', 'styles', 'glyphs']);
  const from = table.has('base') ? named(table.get('base')) : base;
  return {
    name: table.has('name') ? textAt(table.get('name'), 'name') : 'user',
    styles: table.has('styles') ? readStyles(table.get('styles'), from) : from.styles,
    glyphs: table.has('glyphs') ? readGlyphs(table.get('glyphs'), from.glyphs) : from.glyphs,
  };
}

function named(value: unknown): Theme {
  const found = typeof value === 'string' ? theme(value) : undefined;
  return found ?? wrong('base', 'unknown-theme', { names: THEME_NAMES.join(', ') });
}

function readStyles(value: unknown, from: Theme): Theme['styles'] {
  const styles: Record<Role, Style> = { ...from.styles };
  for (const [role, style] of tableAt(value, 'styles', Object.keys(styles))) {
    styles[role as Role] = readStyle(style, `styles.${role}`, styles[role as Role]);
  }
  return styles;
}

const COLORED = ['color', 'background'] as const;
const SWITCHES = ['bold', 'italic', 'dim', 'underline', 'strike', 'inverse'] as const;

function readStyle(value: unknown, where: string, from: Style): Style {
  const table = tableAt(value, where, [...COLORED, ...SWITCHES]);
  let style = from;
  for (const key of COLORED) {
    if (table.has(key)) style = colored(style, key, colorAt(table.get(key), `${where}.${key}`));
  }
  for (const key of SWITCHES) {
    if (table.has(key)) style = over(style, { [key]: switchAt(table.get(key), `${where}.${key}`) });
  }
  return style;
}

function colored(style: Style, key: 'color' | 'background', color: Color | undefined): Style {
  const { [key]: _, ...rest } = style;
  return color === undefined ? rest : { ...rest, [key]: color };
}

const COLOR_NAMES: readonly string[] = [
  ...['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white', 'gray'],
  ...['redBright', 'greenBright', 'yellowBright', 'blueBright'],
  ...['magentaBright', 'cyanBright', 'whiteBright'],
];

/** A colour, or `undefined` for `default`: the colour of what is around. */
function colorAt(value: unknown, where: string): Color | undefined {
  if (value === 'default') return undefined;
  if (typeof value !== 'string' || !isColor(value)) return wrong(where, 'not-a-color');
  return value;
}

function isColor(text: string): text is Color {
  return COLOR_NAMES.includes(text) || /^#[\da-f]{6}$/i.test(text);
}

function switchAt(value: unknown, where: string): boolean {
  return typeof value === 'boolean' ? value : wrong(where, 'not-true-or-false');
}

type Range = readonly [number, number];

/** Narrowest and widest that each mark may be, in columns; a mark that is not here is one column. */
const WIDTHS: ReadonlyMap<string, Range> = new Map([
  ['quoteBar', [1, 8]],
  ['columnGap', [1, 8]],
  ['checked', [1, 8]],
  ['unchecked', [1, 8]],
  ['headingRules', [0, 1]],
]);
/** Fewest and most marks where there are several: a bullet for each depth of list, a rule for each rank. */
const COUNTS: ReadonlyMap<string, Range> = new Map([
  ['bullets', [1, 10]],
  ['headingRules', [2, 2]],
]);

function readGlyphs(value: unknown, from: Glyphs): Glyphs {
  const glyphs: Record<string, unknown> = { ...from };
  for (const [key, glyph] of tableAt(value, 'glyphs', Object.keys(from))) {
    const widths = WIDTHS.get(key) ?? [1, 1];
    const count = COUNTS.get(key);
    const where = `glyphs.${key}`;
    glyphs[key] = count ? glyphsAt(glyph, where, widths, count) : glyphAt(glyph, where, widths);
  }
  return { ...from, ...glyphs };
}

function glyphsAt(value: unknown, where: string, widths: Range, [fewest, most]: Range): string[] {
  if (!Array.isArray(value)) return wrong(where, 'not-a-list');
  if (value.length < fewest || value.length > most) return wrong(where, 'wrong-count');
  return value.map((one: unknown) => glyphAt(one, where, widths));
}

function glyphAt(value: unknown, where: string, [narrowest, widest]: Range): string {
  const glyph = textAt(value, where);
  const columns = width(glyph);
  return columns >= narrowest && columns <= widest ? glyph : wrong(where, 'wrong-width');
}

function textAt(value: unknown, where: string): string {
  if (typeof value !== 'string') return wrong(where, 'not-text');
  return value.length <= 100 && printable(value) === value ? value : wrong(where, 'not-printable');
}

/** The own keys and values of a table, each key one of `known`. */
function tableAt(value: unknown, where: string, known: readonly string[]): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong(where, 'not-a-table');
  }
  const table = new Map<string, unknown>(Object.entries(value));
  for (const key of table.keys()) {
    if (!known.includes(key))
      return wrong(`${where}.${printable(key.slice(0, 60))}`, 'unknown-key');
  }
  return table;
}

function wrong(where: string, problem: ThemeProblem, more: Record<string, string> = {}): never {
  throw new ReaderError('config', { where, problem, ...more });
}
