import type { Catalogue } from './english.ts';
import { checking } from './indonesian/checking.ts';
import { exporting } from './indonesian/exporting.ts';
import { feeds } from './indonesian/feeds.ts';
import { help } from './indonesian/help.ts';
import { importing } from './indonesian/importing.ts';
import { indexing } from './indonesian/indexing.ts';
import { marking } from './indonesian/marking.ts';
import { querying } from './indonesian/querying.ts';
import { reading } from './indonesian/reading.ts';
import { searching } from './indonesian/searching.ts';
import { tagging } from './indonesian/tagging.ts';

/** Kata-kata sijori dalam bahasa Indonesia. */
export const indonesian: Catalogue = {
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
