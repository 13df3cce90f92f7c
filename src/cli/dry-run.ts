import { ansi } from '../emit/ansi.ts';
import { plain } from '../emit/plain.ts';
import type { Import, Imported } from '../importer.ts';
import type { Recognised, RecognisedLine } from '../model/draft.ts';
import { type Line, type Style, segment } from '../model/line.ts';
import type { Locale } from '../model/locale.ts';
import { width } from '../model/width.ts';
import type { Context } from './context.ts';

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
export function dryRun(name: string, found: Import, { terminal, locale }: Context): string {
  const kind = locale.text('import-read-as', { name, kind: locale.text(`kind-${found.kind}`) });
  const pages = found.articles.map((made) => pageOf(made, locale));
  const failures = found.failures.map((reason): Line => [segment(`! ${reason}`, { color: 'red' })]);
  const page: Line[] = [[segment(kind, { bold: true })], ...failures, ...pages.flat(), []];
  return terminal.styled ? ansi(page, { colors: terminal.colors }) : plain(page);
}

function pageOf(made: Imported, locale: Locale): Line[] {
  const lines = made.draft.lines.filter(({ as }) => as !== 'blank');
  const head = made.text.slice(0, made.text.indexOf('\n---\n', 3) + 4);
  const doubts = made.draft.doubts.map(
    ({ key, details }): Line => [segment(`? ${locale.text(key, details)}`, { color: 'yellow' })],
  );
  return [
    ...(lines.length > 0 ? [[], ...rowsOf(lines, locale)] : []),
    [],
    ...doubts,
    [segment(`→ ${made.fileName}`, { bold: true })],
    ...head.split('\n').map((text): Line => [segment(text)]),
  ];
}

function rowsOf(lines: readonly RecognisedLine[], locale: Locale): Line[] {
  const labels = lines.map(({ as }) => locale.text(`line-${as}`));
  const columns = Math.max(...labels.map((label) => width(label)));
  const digits = String(lines.at(-1)?.line ?? 0).length;
  return lines.map(({ line, text, as }, at): Line => {
    const label = (labels[at] ?? '').padEnd(columns);
    return [
      segment(`${String(line).padStart(digits)}  ${label}  `, DIM),
      segment(text.trim(), LOOKS[as] ?? MOVED),
    ];
  });
}
