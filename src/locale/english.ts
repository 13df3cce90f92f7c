import { checking } from './english/checking.ts';
import { feeds } from './english/feeds.ts';
import { help } from './english/help.ts';
import { importing } from './english/importing.ts';
import { reading } from './english/reading.ts';

/** sijori's words in English: a file for each part of the program. */
export const english = { ...reading, ...checking, ...importing, ...feeds, ...help };

/** sijori's words by key; `{name}` is a hole. A language without one of the keys does not compile. */
export type Catalogue = Readonly<Record<keyof typeof english, string>>;
