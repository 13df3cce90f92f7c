import type { Style } from './line.ts';

/** Everything on a page that has a look of its own. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'tag'
  | 'headerRule'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'heading6'
  | 'strong'
  | 'emphasis'
  | 'strike'
  | 'insert'
  | 'mark'
  | 'code'
  | 'keyboard'
  | 'math'
  | 'abbreviation'
  | 'link'
  | 'host'
  | 'reference'
  | 'footnote'
  | 'bullet'
  | 'checked'
  | 'unchecked'
  | 'quote'
  | 'quoteBar'
  | 'rule'
  | 'caption'
  | 'term'
  | 'codeText'
  | 'codeBorder'
  | 'lineNumber'
  | 'wrapMark'
  | 'tableHead'
  | 'tableRule'
  | 'note'
  | 'tip'
  | 'important'
  | 'warning'
  | 'caution'
  | 'added'
  | 'removed'
  | 'hunk'
  | 'syntaxKeyword'
  | 'syntaxString'
  | 'syntaxNumber'
  | 'syntaxComment'
  | 'syntaxName'
  | 'syntaxType'
  | 'syntaxMeta';

/** The marks a page is drawn with. */
export interface Glyphs {
  readonly bullets: readonly string[];
  readonly quoteBar: string;
  readonly rule: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly wrap: string;
  readonly picture: string;
  readonly back: string;
  readonly tableRule: string;
  /** Under headings of the first and second rank. */
  readonly headingRules: readonly [string, string];
  readonly tableCross: string;
  readonly columnGap: string;
}

/** A page's looks as data. */
export interface Theme {
  readonly name: string;
  readonly styles: Readonly<Record<Role, Style>>;
  readonly glyphs: Glyphs;
}
