// Draws docs/images/page.svg from what the program really prints: `node scripts/page-svg.mjs` after a build.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const COLUMNS = 76;
const ROWS = 32;
const CELL = { width: 8.4, height: 19 };
const INKS = { 34: 'blue', 35: 'magenta', 36: 'cyan', 31: 'red', 32: 'green', 33: 'yellow' };

const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  FORCE_COLOR: '1',
  LANG: 'id_ID.UTF-8',
};
const page = execFileSync(
  process.execPath,
  [
    'dist/sijori.cjs',
    'read',
    'seed',
    '--library',
    'articles',
    '-w',
    String(COLUMNS),
    '--margin',
    '2',
  ],
  { env, encoding: 'utf8' },
);

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The runs of a line between its SGR sequences, as spans. */
function spans(line) {
  const on = new Set();
  return line
    .split(/(\x1b\[[\d;]*m)/)
    .map((part) => {
      const code = /^\x1b\[([\d;]*)m$/.exec(part)?.[1];
      if (code === undefined) return part === '' ? '' : span(part, on);
      apply(Number(code), on);
      return '';
    })
    .join('');
}

/** What each SGR code turns on, and off. */
const ON = { 1: 'bold', 2: 'dim', 3: 'italic', ...INKS };
const OFF = { 22: ['bold', 'dim'], 23: ['italic'], 39: Object.values(INKS) };

function apply(code, on) {
  if (ON[code]) on.add(ON[code]);
  for (const name of OFF[code] ?? []) on.delete(name);
}

function span(text, on) {
  const names = [...on].join(' ');
  return names === '' ? escaped(text) : `<tspan class="${names}">${escaped(text)}</tspan>`;
}

const lines = page.split('\n').slice(0, ROWS);
const width = Math.ceil(COLUMNS * CELL.width) + 24;
const height = lines.length * CELL.height + 28;
const text = lines
  .map((line, row) => `<text x="12" y="${28 + row * CELL.height}">${spans(line)}</text>`)
  .join('\n');
writeFileSync(
  'docs/images/page.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>sijori read seed</title>
<style>
  rect { fill: #fdfcf9; } text { fill: #1b1b1b; font: 14px "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; }
  .bold { font-weight: 700; } .dim { opacity: .6; } .italic { font-style: italic; }
  .blue { fill: #0b57a4; } .magenta { fill: #8a2f8a; } .cyan { fill: #0b6e75; } .red { fill: #b3261e; }
  @media (prefers-color-scheme: dark) {
    rect { fill: #1b1d21; } text { fill: #e3e1dc; }
    .blue { fill: #82b4f0; } .magenta { fill: #d69ad6; } .cyan { fill: #7fd0d6; } .red { fill: #f2938c; }
  }
</style>
<rect width="100%" height="100%" rx="8"/>
${text}
</svg>
`,
);
