import type { Glyphs } from '../model/theme.ts';

/** Marks for terminals that show Unicode: one column each, the bar and the gap with their space. */
export const UNICODE_GLYPHS: Glyphs = {
  bullets: ['•', '◦', '▪'],
  quoteBar: '│ ',
  rule: '─',
  checked: '☑',
  unchecked: '☐',
  wrap: '↪',
  picture: '▣',
  back: '↩',
  tableRule: '─',
  headingRules: ['━', '─'],
  tableCross: '┼',
  columnGap: '  ',
};

/** Marks for pipes and files: ASCII that reads as Markdown does, where a rule is printed once, not repeated. */
export const ASCII_GLYPHS: Glyphs = {
  bullets: ['-'],
  quoteBar: '> ',
  rule: '---',
  checked: '[x]',
  unchecked: '[ ]',
  wrap: '\\',
  picture: '!',
  back: '^',
  tableRule: '-',
  headingRules: ['=', '-'],
  tableCross: '+',
  columnGap: '  ',
};
