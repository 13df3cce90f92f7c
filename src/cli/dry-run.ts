import { ansi } from '../emit/ansi.ts';
import { plain } from '../emit/plain.ts';
import type { Imported } from '../importer.ts';
import type { Recognised } from '../model/draft.ts';
import { type Line, type Style, segment } from '../model/line.ts';
import type { Context } from './context.ts';

/** How each kind of line looks: what goes to the front matter in colour, what stays as it is, noise dim. */
const LOOKS: Readonly<Partial<Record<Recognised, Style>>> = {
  title: { bold: true },
  heading: { bold: true },
  noise: { dim: true },
  blank: { dim: true },
  paragraph: {},
  list: {},
  'end-mark': {},
  dateline: {},
};
const MOVED: Style = { color: 'cyan' };

/** What an import would do, without doing it: each line of the source and what it was taken for, then the head. */
export function dryRun(made: Imported, { terminal, locale }: Context): string {
  const { lines, doubts } = made.draft;
  const columns = Math.max(0, ...lines.map(({ as }) => as.length));
  const rows = lines
    .filter(({ as }) => as !== 'blank')
    .map(({ line, text, as }): Line => {
      const look = LOOKS[as] ?? MOVED;
      const label = segment(`${String(line).padStart(4)}  ${as.padEnd(columns)}  `, { dim: true });
      return [label, segment(text.trim(), look)];
    });
  const head = made.text.slice(0, made.text.indexOf('\n---\n', 3) + 4);
  const notes = doubts.map(
    ({ key, details }): Line => [segment(`? ${locale.text(key, details)}`, { color: 'yellow' })],
  );
  const name: Line = [segment(`→ ${made.fileName}`, { bold: true })];
  const fields = head.split('\n').map((text): Line => [segment(text)]);
  const page = [...rows, [], ...notes, name, ...fields];
  return terminal.styled ? ansi(page, { colors: terminal.colors }) : plain(page);
}
