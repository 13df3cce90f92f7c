// Input made to be slow: the cases of cmark's test/pathological_tests.py (commonmark/cmark, BSD-2-Clause), in their sizes
// and in a quarter of them, as whole processes of `sijori read`, beside cmark-gfm where it is installed.
// Linear is a ratio of times that is not above the ratio of sizes. `node bench/pathological.mjs`; needs a build in dist/.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist/sijori.cjs');
const scratch = mkdtempSync(join(tmpdir(), 'sijori-bench-'));
const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;
const env = { ...rest, XDG_CACHE_HOME: scratch };
const LIMIT = 60_000;

const times = (text, count) => text.repeat(count);
const lines = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Name, size, and the text of that size. */
const CASES = [
  ['nested strong emph', 32_500, (n) => `${times('*a **a ', n)}b${times(' a** a*', n)}`],
  ['emph closers with no openers', 32_500, (n) => times('a_ ', n)],
  ['emph openers with no closers', 32_500, (n) => times('_a ', n)],
  ['link closers with no openers', 32_500, (n) => times('a]', n)],
  ['link openers with no closers', 32_500, (n) => times('[a', n)],
  ['mismatched openers and closers', 25_000, (n) => times('*a_ ', n)],
  ['issue 389', 20_000, (n) => times('*a ', n) + times('_a*_ ', n)],
  ['openers and closers multiple of 3', 25_000, (n) => `a**b${times('c* ', n)}`],
  ['link openers and emph closers', 25_000, (n) => times('[ a_', n)],
  ['pattern [ (](', 40_000, (n) => times('[ (](', n)],
  ['pattern ![[]()', 160_000, (n) => times('![[]()', n)],
  ['nested brackets', 25_000, (n) => `${times('[', n)}a${times(']', n)}`],
  ['nested block quotes', 25_000, (n) => `${times('> ', n)}a`],
  ['deeply nested lists', 500, (n) => lines(n, (at) => `${'  '.repeat(at)}* a`)],
  ['backticks', 2500, (n) => lines(n, (at) => `e${'`'.repeat(at)}`).replaceAll('\n', '')],
  ['unclosed links A', 30_000, (n) => times('[a](<b', n)],
  ['unclosed links B', 30_000, (n) => times('[a](b', n)],
  ['unclosed <!--', 300_000, (n) => `</${times('<!--', n)}`],
  ['empty lines in nested lists', 30_000, (n) => `${times('- ', n)}x${times('\n', n)}`],
  ['the same in a quote', 30_000, (n) => `> ${times('- ', n)}x\n${times('>\n', n)}`],
  ['emph in deep quote', 100_000, (n) => times('>', n) + times('a*', n)],
  ['nested inlines', 20_000, (n) => `${times('*', n)}a${times('*', n)}`],
  [
    'many references',
    80_000,
    (n) => `${lines(n, (at) => `[r${at}]: u`)}\n\n${times('[0] ', n / 16)}`,
  ],
  ['one paragraph', 60_000, (n) => times('kata demi kata. ', n)],
  ['long paragraphs', 1500, (n) => times(`${times('kata demi kata. ', 90)}\n\n`, n)],
  ['one line of Chinese', 300_000, (n) => times('汉', n)],
  ['a tall table', 20_000, (n) => `|a|b|\n|-|-|\n${times('|1|2|\n', n)}`],
  ['entities', 50_000, (n) => times('&amp;', n)],
  ['footnotes', 10_000, (n) => lines(n, (at) => `[^${at}]\n\n[^${at}]: x\n`)],
];

/** Wall time of one whole process, ms; undefined where it failed or took longer than the limit. */
function measure(command, args) {
  const start = performance.now();
  const done = spawnSync(command, args, { env, timeout: LIMIT, maxBuffer: 1 << 30 });
  return done.status === 0 ? performance.now() - start : undefined;
}

const hasPeer = spawnSync('cmark-gfm', ['--version']).error === undefined;
const shown = (time) =>
  time === undefined ? `fails or over ${LIMIT / 1000} s` : `${time.toFixed(0)}`;
const file = join(scratch, 'input.md');
const read = () => measure(process.execPath, [program, 'read', file]);

console.log('| case | KB | quarter, ms | whole, ms | times, sizes | cmark-gfm, ms |');
console.log('|---|---|---|---|---|---|');
writeFileSync(file, 'x\n');
read();
for (const [name, size, make] of CASES) {
  const small = make(Math.round(size / 4));
  writeFileSync(file, small);
  const quarter = read();
  const text = make(size);
  writeFileSync(file, text);
  const whole = read();
  const peer = hasPeer
    ? shown(measure('cmark-gfm', ['-e', 'table', '-e', 'footnotes', file]))
    : 'not installed';
  const bytes = Buffer.byteLength(text);
  const sizes = (bytes / Buffer.byteLength(small)).toFixed(1);
  const ratio = quarter && whole ? `× ${(whole / quarter).toFixed(1)}, × ${sizes}` : '–';
  console.log(
    `| ${name} | ${(bytes / 1024).toFixed(0)} | ${shown(quarter)} | ${shown(whole)} | ${ratio} | ${peer} |`,
  );
}
rmSync(scratch, { recursive: true });
