import type { Theme } from '../model/theme.ts';
import { CONTRAST } from './contrast.ts';
import { DARK } from './dark.ts';
import { LIGHT } from './light.ts';
import { MONO } from './mono.ts';
import { PLAIN_THEME } from './plain.ts';
import { TERMINAL } from './terminal.ts';

const THEMES: ReadonlyMap<string, Theme> = new Map(
  [TERMINAL, DARK, LIGHT, CONTRAST, MONO, PLAIN_THEME].map((one) => [one.name, one]),
);

/** The names of all themes, the default first. */
export const THEME_NAMES: readonly string[] = [...THEMES.keys()];

/** The theme of a name; `undefined` when there is none. */
export function theme(name: string): Theme | undefined {
  return THEMES.get(name);
}
