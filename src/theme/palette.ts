import type { Color, Style } from '../model/line.ts';
import type { Role } from '../model/theme.ts';

/** The exact colours that one theme is made of, each readable as text on that theme's backgrounds. */
export interface Palette {
  readonly heading: Color;
  readonly link: Color;
  readonly code: Color;
  readonly quiet: Color;
  readonly red: Color;
  readonly orange: Color;
  readonly yellow: Color;
  readonly green: Color;
  readonly cyan: Color;
  readonly blue: Color;
  readonly magenta: Color;
  /** Text and ground of marked passages; every colour above is readable on the ground too. */
  readonly mark: { readonly color: Color; readonly background: Color };
}

/** The styles of every role in one palette: running text keeps the terminal's own colour. */
export function stylesOf(palette: Palette): Record<Role, Style> {
  return { ...textStyles(palette), ...blockStyles(palette), ...codeStyles(palette) };
}

type TextRole =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'tag'
  | 'headerRule'
  | `heading${1 | 2 | 3 | 4 | 5 | 6}`
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
  | 'footnote';

function textStyles(palette: Palette): Record<TextRole, Style> {
  const { heading, link, code, quiet, cyan, green, magenta } = palette;
  return {
    title: { color: heading, bold: true },
    subtitle: { italic: true },
    byline: { color: quiet },
    tag: { color: cyan },
    headerRule: { color: quiet },
    heading1: { color: heading, bold: true },
    heading2: { color: heading, bold: true },
    heading3: { color: heading, bold: true },
    heading4: { color: heading },
    heading5: { color: heading, italic: true },
    heading6: { color: quiet, italic: true },
    strong: { bold: true },
    emphasis: { italic: true },
    strike: { color: quiet, strike: true },
    insert: { color: green, underline: true },
    mark: palette.mark,
    code: { color: code },
    keyboard: { color: code, bold: true },
    math: { color: magenta },
    abbreviation: { underline: true },
    link: { color: link, underline: true },
    host: { color: quiet },
    reference: { color: link },
    footnote: { color: link },
  };
}

type BlockRole =
  | 'bullet'
  | 'checked'
  | 'unchecked'
  | 'quote'
  | 'quoteBar'
  | 'rule'
  | 'caption'
  | 'term'
  | 'tableHead'
  | 'tableRule'
  | 'note'
  | 'tip'
  | 'important'
  | 'warning'
  | 'caution';

function blockStyles(palette: Palette): Record<BlockRole, Style> {
  const { heading, quiet, green, blue, magenta, yellow, red } = palette;
  return {
    bullet: { color: heading },
    checked: { color: green },
    unchecked: { color: quiet },
    quote: { italic: true },
    quoteBar: { color: quiet },
    rule: { color: quiet },
    caption: { color: quiet, italic: true },
    term: { bold: true },
    tableHead: { bold: true },
    tableRule: { color: quiet },
    note: { color: blue, bold: true },
    tip: { color: green, bold: true },
    important: { color: magenta, bold: true },
    warning: { color: yellow, bold: true },
    caution: { color: red, bold: true },
  };
}

function codeStyles(palette: Palette): Record<Exclude<Role, TextRole | BlockRole>, Style> {
  const { quiet, red, orange, yellow, green, cyan, blue, magenta } = palette;
  return {
    codeText: {},
    codeBorder: { color: quiet },
    lineNumber: { color: quiet },
    wrapMark: { color: quiet },
    added: { color: green },
    removed: { color: red },
    hunk: { color: cyan },
    syntaxKeyword: { color: magenta },
    syntaxString: { color: green },
    syntaxNumber: { color: orange },
    syntaxComment: { color: quiet, italic: true },
    syntaxName: { color: blue },
    syntaxType: { color: yellow },
    syntaxMeta: { color: cyan },
  };
}
