import { GUTTER } from '../../model/measure.ts';
import type { Format, RenderOptions } from '../../reader.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Config } from '../config/config.ts';
import type { PageOptions } from './page-options.ts';

/** The measure: lines of this many columns read well (docs/typography.md). */
const MEASURE = 72;
/** Narrowest terminal that gets a margin by itself, in columns, and the margin. */
const ROOMY = 60;
const MARGIN = 2;
/** Narrowest terminal for two columns, in columns. */
const TWO_COLUMNS = 150;
/** Rows of a terminal that are not the page's: the prompt and a line to breathe. */
const SPARE_ROWS = 2;
/** Rows of a page of two columns where no terminal says. */
const PAGE_ROWS = 48;

/** Where the text stands on the page, in columns. */
interface Measure {
  /** Of the text; `Infinity` where lines are never broken. */
  readonly width: number;
  readonly margin: number;
  readonly twoColumns: boolean;
}

/**
 * The measure: margins are counted in the width, a page is no wider than the terminal, and lines no longer than 72
 * columns unless they are asked to be.
 */
function measureOf(
  options: PageOptions,
  config: Config,
  terminal: Terminal,
  format: Format,
): Measure {
  const choice = options.wrap === 'none' ? 0 : (options.width ?? config.width);
  if (choice === 0) return { width: Number.POSITIVE_INFINITY, margin: 0, twoColumns: false };
  const columns = terminal.columns ?? MEASURE;
  const given = typeof choice === 'number' ? choice : undefined;
  const total = given ?? columns;
  const margin = marginOf(options, config, { total, given: given !== undefined, terminal, format });
  const room = Math.max(1, total - margin * 2);
  if (options.columns === 2 && total >= TWO_COLUMNS) {
    const width = Math.min(MEASURE, Math.floor((room - GUTTER) / 2));
    return {
      width,
      margin: centred(options, config, total, width * 2 + GUTTER, margin),
      twoColumns: true,
    };
  }
  const width = choice === 'full' || given !== undefined ? total - margin : Math.min(MEASURE, room);
  return {
    width: Math.max(1, width),
    margin: centred(options, config, columns, width, margin),
    twoColumns: false,
  };
}

interface Room {
  readonly total: number;
  readonly given: boolean;
  readonly terminal: Terminal;
  readonly format: Format;
}

function marginOf(options: PageOptions, config: Config, room: Room): number {
  const asked = options.margin ?? config.margin;
  if (asked !== undefined) return Math.min(asked, Math.floor(room.total / 4));
  const own = room.format === 'ansi' && room.terminal.isTerminal && !room.given;
  return own && room.total >= ROOMY ? MARGIN : 0;
}

function centred(
  options: PageOptions,
  config: Config,
  total: number,
  width: number,
  margin: number,
): number {
  const wanted = options.center ?? config.center ?? false;
  return wanted ? Math.max(margin, Math.floor((total - width) / 2)) : margin;
}

/** The measure as layout takes it. */
export function spaceOf(
  options: PageOptions,
  config: Config,
  terminal: Terminal,
  format: Format,
): Pick<RenderOptions['page'], 'width' | 'margin' | 'spread'> {
  const { width, margin, twoColumns } = measureOf(options, config, terminal, format);
  const height = (terminal.rows ?? PAGE_ROWS) - SPARE_ROWS;
  return { width, margin, spread: twoColumns ? { height } : undefined };
}
