import type { Theme } from '../model/theme.ts';
import { UNICODE_GLYPHS } from './glyphs.ts';
import { MONO } from './mono.ts';

/**
 * Strong contrast on any ground: text keeps the terminal's own colour, and what has a colour brings its own
 * ground, at least 7:1 (WCAG 2.2, 1.4.6). No one text colour reaches 7:1 on both black and white.
 */
export const CONTRAST: Theme = {
  name: 'contrast',
  styles: {
    ...MONO.styles,
    heading2: { bold: true, underline: true },
    mark: { color: '#000000', background: '#ffd84d', bold: true },
    keyboard: { color: '#000000', background: '#ffffff', bold: true },
    note: { color: '#ffffff', background: '#003f8a', bold: true },
    tip: { color: '#ffffff', background: '#005229', bold: true },
    important: { color: '#ffffff', background: '#5b1a8b', bold: true },
    warning: { color: '#000000', background: '#ffb84d', bold: true },
    caution: { color: '#ffffff', background: '#8b0011', bold: true },
    added: { color: '#ffffff', background: '#005229' },
    removed: { color: '#ffffff', background: '#8b0011' },
    hunk: { bold: true, underline: true },
  },
  glyphs: UNICODE_GLYPHS,
};
