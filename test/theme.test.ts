import { describe, expect, it } from 'vitest';
import { ReaderError } from '../src/model/errors.ts';
import type { Style } from '../src/model/line.ts';
import { printable } from '../src/model/printable.ts';
import type { Role, Theme } from '../src/model/theme.ts';
import { width } from '../src/model/width.ts';
import { UNSTYLED } from '../src/theme/plain.ts';
import { THEME_NAMES, theme } from '../src/theme/themes.ts';
import { readTheme } from '../src/theme/user-theme.ts';

const ROLES = Object.keys(UNSTYLED) as Role[];
/** Roles of text that may stand inside a marked passage. */
const INLINE: readonly Role[] = [
  ...(['strong', 'emphasis', 'strike', 'insert', 'code', 'keyboard', 'math'] as const),
  ...(['abbreviation', 'link', 'host', 'reference', 'footnote'] as const),
];

function named(name: string): Theme {
  const found = theme(name);
  if (!found) throw new Error(`no theme ${name}`);
  return found;
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, definitions). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definitions). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function styles(name: string): [Role, Style][] {
  return Object.entries(named(name).styles) as [Role, Style][];
}

describe('contrast formula', () => {
  it('agrees with known ratios', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(THEME_NAMES)('theme %s', (name) => {
  it('is found by its name', () => {
    expect(named(name).name).toBe(name);
  });

  it('has a style for every role and no other', () => {
    expect(Object.keys(named(name).styles).sort()).toEqual([...ROLES].sort());
  });

  it('has printable marks of the right width', () => {
    const { quoteBar, columnGap, checked, unchecked, bullets, headingRules, rule, ...single } =
      named(name).glyphs;
    const ones = [...Object.values(single), ...bullets, ...headingRules];
    const boxes = [checked, unchecked, rule];
    for (const glyph of [...ones, ...boxes, quoteBar, columnGap])
      expect(printable(glyph)).toBe(glyph);
    for (const glyph of ones) expect([glyph, width(glyph)]).toEqual([glyph, 1]);
    for (const glyph of boxes) expect(width(glyph)).toBe(name === 'plain' ? 3 : 1);
    expect([width(quoteBar), width(columnGap)]).toEqual([2, 2]);
    expect(bullets.length).toBeGreaterThan(0);
  });
});

it('knows no other theme', () => {
  expect(THEME_NAMES).toEqual(['terminal', 'dark', 'light', 'contrast', 'mono', 'plain']);
  for (const name of ['', 'Dark', '__proto__', 'constructor']) expect(theme(name)).toBeUndefined();
});

describe.each([
  ['dark', ['#1e1e1e', '#000000']],
  ['light', ['#ffffff', '#fdf6e3']],
] as const)('colours of %s', (name, grounds) => {
  const colored = styles(name).filter(([, { color }]) => color !== undefined);

  it.each(colored)('are exact and at least 4.5:1: %s', (_role, { color = '', background, dim }) => {
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(dim).toBeUndefined();
    for (const ground of background ? [background] : grounds) {
      expect(contrast(color, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are at least 4.5:1 inside a marked passage', () => {
    const ground = named(name).styles.mark.background ?? '';
    for (const role of INLINE) {
      const color = named(name).styles[role].color;
      if (color) expect(contrast(color, ground), role).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('terminal has only colours that both dark and light grounds show', () => {
  for (const [role, style] of styles('terminal')) {
    expect(['red', 'green', 'blue', 'magenta', 'cyan', undefined], role).toContain(style.color);
    expect(style.background, role).toBeUndefined();
  }
});

it('contrast brings a ground of 7:1 with each colour', () => {
  for (const [role, { color, background, dim }] of styles('contrast')) {
    expect([Boolean(color), dim], role).toEqual([Boolean(background), undefined]);
    if (color && background) expect(contrast(color, background), role).toBeGreaterThanOrEqual(7);
  }
});

it('mono and plain have no colour, plain no style and only ASCII', () => {
  for (const [role, { color, background, dim }] of styles('mono')) {
    expect([color, background, dim], role).toEqual([undefined, undefined, undefined]);
  }
  for (const [role, style] of styles('plain')) expect(style, role).toEqual({});
  expect(JSON.stringify(named('plain').glyphs)).toMatch(/^[\x20-\x7e]*$/);
});

describe("a user's theme", () => {
  const base = named('terminal');

  it('goes over its base', () => {
    const mine = readTheme(
      {
        name: 'senja',
        base: 'dark',
        styles: { heading1: { color: '#FFAA00', underline: true }, link: { color: 'default' } },
        glyphs: { bullets: ['*'], checked: '[x]', headingRules: ['=', ''] },
      },
      base,
    );
    expect(mine.name).toBe('senja');
    expect(mine.styles.heading1).toEqual({ color: '#FFAA00', bold: true, underline: true });
    expect(mine.styles.link).toEqual({ underline: true });
    expect(mine.styles.code).toBe(named('dark').styles.code);
    expect(mine.glyphs).toEqual({
      ...named('dark').glyphs,
      bullets: ['*'],
      checked: '[x]',
      headingRules: ['=', ''],
    });
  });

  it('may be empty', () => {
    expect(readTheme({}, base)).toEqual({ ...base, name: 'user' });
  });

  it.each([
    [null, 'theme', 'not-a-table'],
    [[], 'theme', 'not-a-table'],
    ['dark', 'theme', 'not-a-table'],
    [{ colour: {} }, 'theme.colour', 'unknown-key'],
    [{ '\u001b[2J': 1 }, 'theme.\u241b[2J', 'unknown-key'],
    [JSON.parse('{"__proto__": {}}'), 'theme.__proto__', 'unknown-key'],
    [{ base: 'solar' }, 'base', 'unknown-theme'],
    [{ base: 3 }, 'base', 'unknown-theme'],
    [{ styles: [] }, 'styles', 'not-a-table'],
    [{ styles: { heading7: {} } }, 'styles.heading7', 'unknown-key'],
    [{ styles: JSON.parse('{"__proto__": {}}') }, 'styles.__proto__', 'unknown-key'],
    [{ styles: { link: 'blue' } }, 'styles.link', 'not-a-table'],
    [{ styles: { link: { link: 'https://a' } } }, 'styles.link.link', 'unknown-key'],
    [{ styles: { link: { color: 'pink' } } }, 'styles.link.color', 'not-a-color'],
    [{ styles: { link: { color: '#fff' } } }, 'styles.link.color', 'not-a-color'],
    [{ styles: { link: { background: 7 } } }, 'styles.link.background', 'not-a-color'],
    [{ styles: { link: { bold: 'yes' } } }, 'styles.link.bold', 'not-true-or-false'],
    [{ glyphs: { star: '*' } }, 'glyphs.star', 'unknown-key'],
    [{ glyphs: { wrap: 7 } }, 'glyphs.wrap', 'not-text'],
    [{ glyphs: { wrap: '\u001b' } }, 'glyphs.wrap', 'not-printable'],
    [{ glyphs: { wrap: '' } }, 'glyphs.wrap', 'wrong-width'],
    [{ glyphs: { wrap: '한' } }, 'glyphs.wrap', 'wrong-width'],
    [{ glyphs: { quoteBar: '123456789' } }, 'glyphs.quoteBar', 'wrong-width'],
    [{ glyphs: { bullets: '*' } }, 'glyphs.bullets', 'not-a-list'],
    [{ glyphs: { bullets: [] } }, 'glyphs.bullets', 'wrong-count'],
    [{ glyphs: { headingRules: ['='] } }, 'glyphs.headingRules', 'wrong-count'],
    [{ glyphs: { bullets: ['**'] } }, 'glyphs.bullets', 'wrong-width'],
    [{ name: 7 }, 'name', 'not-text'],
  ])('%j is wrong at %s: %s', (json, where, problem) => {
    let thrown: unknown;
    try {
      readTheme(json, base);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ReaderError);
    expect((thrown as ReaderError).code).toBe('config');
    expect((thrown as ReaderError).details).toMatchObject({ where, problem });
  });
});
