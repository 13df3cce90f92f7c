import type { Block, Inline } from '../model/article.ts';
import type { Line, Style } from '../model/line.ts';
import type { Locale } from '../model/locale.ts';
import type { Glyphs, Role, Theme } from '../model/theme.ts';
import type { Glue } from './glue.ts';
import type { HardBreak } from './hard-break.ts';
import type { Highlighter } from './highlight.ts';
import type { Hyphenator } from './hyphenate.ts';
import type { References } from './references.ts';

/** What the whole page is laid out for. */
export interface PageSettings {
  /** Columns of the page; `Infinity` never breaks a line. */
  readonly width: number;
  readonly theme: Theme;
  readonly locale: Locale;
  /** For a pipe: no drawing, no padding, every word (see docs/rendering.md, "Plain text"). */
  readonly plain: boolean;
  /** Whether the terminal follows OSC 8 hyperlinks; without, links are numbered references. */
  readonly hyperlinks: boolean;
  /** Whether the terminal reorders right-to-left text itself (then code and links are isolated for it). */
  readonly bidi: boolean;
  readonly wrap: 'fit' | 'greedy';
  readonly justify: boolean;
  readonly lineNumbers: boolean;
  /** Typographic quotes, dashes and ellipses at display. */
  readonly smart: boolean;
  /** Columns left of the page; not part of `width`. */
  readonly margin: number;
  /** Two columns beside one another, each `width` wide, on pages of `height` lines. */
  readonly spread?: { readonly height: number } | undefined;
  readonly header: boolean;
  readonly tools: PageTools;
}

/** What only some articles need: loaded before layout, for layout itself waits for nothing. */
export interface PageTools {
  readonly hardBreak: HardBreak;
  readonly glue?: Glue | undefined;
  readonly hyphenate?: Hyphenator | undefined;
  readonly highlight?: Highlighter | undefined;
  readonly math?: MathSetter | undefined;
}

/** TeX as Unicode; undefined for what it cannot set. */
interface MathSetter {
  mathText(tex: string): string | undefined;
  mathLines(tex: string): string[] | undefined;
}

/** The room a block is laid out in. */
export interface Frame {
  readonly settings: PageSettings;
  readonly references: References;
  /** Columns this block may take. */
  readonly width: number;
  /** Columns that this frame was moved right by its parent: 0 where there was no room for that. */
  readonly moved: number;
  /** Blocks around this one that moved it right. */
  readonly depth: number;
  /** Lists around this one. */
  readonly lists: number;
  /** The frame less `columns` (the same room, `moved` 0, where too little would be left); `list` when it is a list that takes them. */
  narrow(columns: number, list?: boolean): Frame;
  /** The frame with exactly so many columns, as a cell of a table has. */
  within(columns: number): Frame;
  /** One block as lines. */
  block(block: Block): Line[];
  /** Blocks under one another, with or without blank lines between. */
  blocks(blocks: readonly Block[], gap?: number): Line[];
  /** Inline nodes as a paragraph. */
  inline(nodes: readonly Inline[], style?: Style): Line[];
  style(role: Role): Style;
  readonly glyphs: Glyphs;
}

/** A layout function for each kind of block: a forgotten kind does not compile. */
export type Layouts = {
  readonly [T in Block['type']]: (block: Extract<Block, { type: T }>, frame: Frame) => Line[];
};
