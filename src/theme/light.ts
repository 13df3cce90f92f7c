import type { Theme } from '../model/theme.ts';
import { UNICODE_GLYPHS } from './glyphs.ts';
import { stylesOf } from './palette.ts';

/** Exact colours for a light ground: at least 4.5:1 on white and on `#fdf6e3` (WCAG 2.2, 1.4.3). */
export const LIGHT: Theme = {
  name: 'light',
  styles: stylesOf({
    heading: '#0a6450',
    link: '#0b55c4',
    code: '#8f4a00',
    quiet: '#5b6270',
    red: '#b3261e',
    orange: '#8f4a00',
    yellow: '#6b5600',
    green: '#2e6b16',
    cyan: '#00616b',
    blue: '#0b55c4',
    magenta: '#8430ad',
    mark: { color: '#1a1400', background: '#ffeb99' },
  }),
  glyphs: UNICODE_GLYPHS,
};
