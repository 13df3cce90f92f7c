import { ansi } from '../../emit/ansi.ts';
import { plain } from '../../emit/plain.ts';
import type { Import, Imported } from '../../importer.ts';
import type { Recognised, RecognisedLine } from '../../model/draft.ts';
import { type Line, type Style, segment } from '../../model/line.ts';
import type { Locale } from '../../model/locale.ts';
import { width } from '../../model/width.ts';
import type { Context } from '../context.ts';
import { shortened } from '../lists/table.ts';

/** How each kind of line looks: what goes to the front matter in colour, what stays as it is, noise dim. */
const LOOKS: Readonly<Partial<Record<Recognised, Style>>> = {
  title: { bold: true, color: 'cyan' },
  heading: { bold: true },
  noise: { dim: true },
  paragraph: {},
  list: {},
  'end-mark': {},
  dateline: {},
};
const MOVED: Style = { color: 'cyan' };
const DIM: Style = { dim: true };

/** What an import would do, without doing it: each line of the source and what it was taken for, then the head. */
export function dryRun(name: string, found: Import, context: Context): string {
  const { terminal, locale } = context;
  const shownName = name === '-' ? locale.text('standard-input') : name;
  const kind = locale.text('import-read-as', {
    name: shownName,
    kind: locale.text(`kind-${found.kind}`),
  });
  const pages = found.articles.map((made) => pageOf(made, context));
  const page: Line[] = [[segment(kind, { bold: true })], ...pages.flat(), []];
  return terminal.styled ? ansi(page, { colors: terminal.colors }) : plain(page);
}

function pageOf(made: Imported, { locale, terminal }: Context): Line[] {
  const columns = terminal.isTerminal ? (terminal.columns ?? 80) : Number.POSITIVE_INFINITY;
  const lines = made.draft.lines.filter(({ as }) => as !== 'blank');
  const head = made.text.slice(0, made.text.indexOf('\n---\n', 3) + 4);
  const doubts = made.draft.doubts.map(
    ({ key, details }): Line => [segment(`? ${locale.text(key, details)}`, { color: 'yellow' })],
  );
  return [
    ...(lines.length > 0 ? [[], ...rowsOf(lines, columns, locale)] : []),
    [],
    ...doubts,
    [segment(`→ ${made.fileName}`, { bold: true })],
    ...head.split('\n').map((text): Line => [segment(text)]),
  ];
}

/** The lines with what each was taken for; on a terminal a row each, cut where it ends. */
function rowsOf(lines: readonly RecognisedLine[], columns: number, locale: Locale): Line[] {
  const labels = lines.map(({ as }) => locale.text(`line-${as}`));
  const widest = Math.max(...labels.map((label) => width(label)));
  const digits = String(lines.at(-1)?.line ?? 0).length;
  return lines.map(({ line, text, as }, at): Line => {
    const label = `${String(line).padStart(digits)}  ${(labels[at] ?? '').padEnd(widest)}  `;
    const shown = shortened(text.trim(), Math.max(1, columns - label.length));
    return [segment(label, DIM), segment(shown, LOOKS[as] ?? MOVED)];
  });
}
