import { ansi } from '../../emit/ansi.ts';
import { plain } from '../../emit/plain.ts';
import { type Visit, visitsOf } from '../../library/state/history.ts';
import type { Reading } from '../../library/state/reading.ts';
import { ReaderError } from '../../model/errors.ts';
import { type Line, segment } from '../../model/line.ts';
import type { Context } from '../context.ts';
import { type ListFormat, rowsAs } from '../lists/listing.ts';
import { shortened } from '../lists/table.ts';

/** What was opened and read, the last first. @throws ReaderError `nothing-opened`. */
export function historyOf(readings: readonly Reading[]): Visit[] {
  const visits = visitsOf(readings);
  if (visits.length === 0) throw new ReaderError('nothing-opened');
  return visits;
}

/** Visits as JSON, lines of tabs, or a table for a terminal. */
export function historyText(
  visits: readonly Visit[],
  format: ListFormat,
  context: Context,
): string {
  const { terminal } = context;
  const asRows = format.ndjson || format.plain || format.json !== undefined;
  if (asRows || (!terminal.isTerminal && !terminal.styled)) {
    return rowsAs(
      visits.map(({ at, what, reading }) => {
        const { title = '', path = '', state } = reading;
        return { at, what, state, title: title.replace(/\s+/g, ' '), path };
      }),
      format,
      context.locale,
    );
  }
  const lines = visits.map((visit) => lineOf(visit, context));
  return terminal.styled ? ansi(lines, { colors: terminal.colors }) : plain(lines);
}

function lineOf({ at, what, reading }: Visit, { terminal, locale }: Context): Line {
  const date = locale.shortDate({ iso: at, origin: 'head' });
  const clock =
    /T(\d\d):(\d\d)/
      .exec(at)
      ?.slice(1)
      .join(locale.language === 'id' ? '.' : ':') ?? '';
  const word = locale.text(`visit-${what}`);
  const head = `${date}  ${clock}  `;
  const room = Math.max(1, (terminal.columns ?? 80) - head.length - word.length - 2);
  const title = shortened((reading.title ?? '').replace(/\s+/g, ' '), room);
  return [
    segment(head, { dim: true }),
    segment(`${word}  `, what === 'done' ? { color: 'green' } : {}),
    segment(title),
  ];
}
