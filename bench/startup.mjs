// What a start costs: sijori beside bare Node and beside glow, mdcat and bat where they are installed, in one run.
// Rounds are interleaved (A B C, A B C, …), so that a machine whose speed drifts slows all of them alike.
// `node bench/startup.mjs [ROUNDS]`; needs bash, and a build in dist/.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 20);
const program = join(root, 'dist/sijori.cjs');
const articles = join(root, 'articles');
const seed = join(articles, readdirSync(articles).find((name) => name.includes('putin')) ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'sijori-bench-'));

// NODE_EXTRA_CA_CERTS doubles the start of Node 20 and says nothing about the program. The first run of sijori keeps
// V8's compiled code in the cache folder; what is measured is every run after it.
const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;
const env = {
  ...rest,
  XDG_CACHE_HOME: scratch,
  TIMES: join(scratch, 'times'),
  TIMEFORMAT: '%3U %3S %3R',
};

const node = process.execPath;
const contestants = [
  ['`node -e 0`', node, '-e', '0'],
  ['`sijori --version`', node, program, '--version'],
  ['`sijori read` of the seed story', node, program, 'read', seed],
  ['`sijori list`', node, program, 'list', '--library', articles],
  ['glow', 'glow', '-s', 'dark', seed],
  ['mdcat', 'mdcat', seed],
  ['bat', 'batcat', '--color=never', '--paging=never', seed],
  ['bat', 'bat', '--color=never', '--paging=never', seed],
].filter(([, command]) => spawnSync(command, ['--version'], { env }).error === undefined);

/** CPU time (user and system) and wall time of one run, ms; its output goes through a pipe that is read. */
function measure([name, ...command]) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
  const script = '{ time "$@" ; } 2>"$TIMES" | cat >/dev/null; exit "${PIPESTATUS[0]}"';
  const done = spawnSync('bash', ['-c', script, 'bash', ...command], { env });
  const report = readFileSync(env.TIMES, 'utf8').trim();
  if (done.status !== 0) throw new Error(`${name} failed: ${report}`);
  const [user, system, wall] = report.split('\n').at(-1).split(' ').map(Number);
  return { cpu: (user + system) * 1000, wall: wall * 1000 };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

for (const one of contestants) measure(one);
const runs = contestants.map(() => []);
for (let round = 0; round < rounds; round++) {
  for (const [at, one] of contestants.entries()) runs[at].push(measure(one));
}
rmSync(scratch, { recursive: true });

const [bare] = runs;
console.log(
  `${rounds} rounds, Node ${process.version}; CPU is user and system time of the process`,
);
console.log(
  '\n| program | CPU median (least), ms | × bare Node, median of pairs | wall median, ms |',
);
console.log('|---|---|---|---|');
for (const [at, [name]] of contestants.entries()) {
  const cpu = runs[at].map((run) => run.cpu);
  const ratio = median(runs[at].map((run, round) => run.cpu / bare[round].cpu));
  const wall = median(runs[at].map((run) => run.wall));
  const least = Math.min(...cpu);
  console.log(
    `| ${name} | ${median(cpu).toFixed(0)} (${least.toFixed(0)}) | ${ratio.toFixed(2)} | ${wall.toFixed(0)} |`,
  );
}
