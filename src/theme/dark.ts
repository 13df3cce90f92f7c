import type { Theme } from '../model/theme.ts';
import { UNICODE_GLYPHS } from './glyphs.ts';
import { stylesOf } from './palette.ts';

/** Exact colours for a dark ground: at least 4.5:1 on `#1e1e1e` and on black (WCAG 2.2, 1.4.3). */
export const DARK: Theme = {
  name: 'dark',
  styles: stylesOf({
    heading: '#7fd1b9',
    link: '#7cb7ff',
    code: '#f2a86f',
    quiet: '#a3acb8',
    red: '#ff8f8f',
    orange: '#f2a86f',
    yellow: '#e5c07b',
    green: '#98c379',
    cyan: '#6fcfd6',
    blue: '#7cb7ff',
    magenta: '#d19aef',
    mark: { color: '#ffffff', background: '#4a3d00' },
  }),
  glyphs: UNICODE_GLYPHS,
};
