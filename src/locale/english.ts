import { checking } from './english/checking.ts';
import { exporting } from './english/exporting.ts';
import { feeds } from './english/feeds.ts';
import { help } from './english/help.ts';
import { importing } from './english/importing.ts';
import { indexing } from './english/indexing.ts';
import { marking } from './english/marking.ts';
import { querying } from './english/querying.ts';
import { reading } from './english/reading.ts';
import { searching } from './english/searching.ts';
import { tagging } from './english/tagging.ts';

/** sijori's words in English: a file for each part of the program. */
export const english = {
  reading,
  checking,
  help,
  importing,
  exporting,
  feeds,
  marking,
  tagging,
  querying,
  indexing,
  searching,
};

/** sijori's words by part and key; `{name}` is a hole. A language without one of the keys does not compile. */
export type Catalogue = {
  readonly [Part in keyof typeof english]: Readonly<Record<keyof (typeof english)[Part], string>>;
};
