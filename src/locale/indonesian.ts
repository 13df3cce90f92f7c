import type { Catalogue } from './english.ts';
import { checking } from './indonesian/checking.ts';
import { feeds } from './indonesian/feeds.ts';
import { help } from './indonesian/help.ts';
import { importing } from './indonesian/importing.ts';
import { reading } from './indonesian/reading.ts';

/** Kata-kata sijori dalam bahasa Indonesia. */
export const indonesian: Catalogue = { ...reading, ...checking, ...importing, ...feeds, ...help };
