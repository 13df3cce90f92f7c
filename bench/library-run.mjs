// What a library costs: the index, and commands that are started cold, beside bare Node in the same rounds.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './library-articles.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The program that is measured. */
export const program = join(root, 'dist/sijori.cjs');
const ROUNDS = 5;

/** Wall ms, CPU ms and most memory in MB of one run; its output is read. Needs GNU time, which tells hundredths of a second only. */
export function measure(command, env) {
  const begun = performance.now();
  const done = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - begun;
  const [user, system, memory] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  // Commands that find nothing in made-up articles, and rg without a match, end with 1.
  if (done.status > 1 || done.status === null)
    throw new Error(`${command.join(' ')}: ${done.stderr}`);
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024 };
}

/** The middle one of some numbers. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rounds of all commands one after the other, so that a machine whose speed drifts slows all alike. */
export function rounds(commands, env) {
  for (const [, command] of commands) measure(command, env);
  const runs = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, [, command]] of commands.entries()) runs[at].push(measure(command, env));
  const [bare] = runs;
  return commands.map(([name], at) => ({
    name,
    runs: runs[at],
    wall: median(runs[at].map(({ wall }) => wall)),
    times: median(runs[at].map(({ wall }, round) => wall / bare[round].wall)),
    cpu: median(runs[at].map(({ cpu }) => cpu)),
    cpuTimes: median(runs[at].map(({ cpu }, round) => cpu / bare[round].cpu)),
    memory: Math.max(...runs[at].map(({ memory }) => memory)),
  }));
}

/** On a machine that others use too, the ratio of CPU time tells more than that of wall time. */
export function table(rows) {
  console.log(
    '\n| command | wall median, ms | × bare Node, median of pairs | CPU median, ms | × bare Node in CPU | most memory, MB |\n|---|---|---|---|---|---|',
  );
  for (const { name, wall, times, cpu, cpuTimes, memory } of rows)
    console.log(
      `| ${name} | ${wall.toFixed(0)} | ${times.toFixed(1)} | ${cpu.toFixed(0)} | ${cpuTimes.toFixed(1)} | ${memory.toFixed(0)} |`,
    );
}

/** Reads all folders and looks at all files, as a sweep must. */
const WALK = `const fs=require('fs');(function walk(d){for(const e of fs.readdirSync(d,{withFileTypes:true})){const p=d+'/'+e.name;
  if(e.isDirectory())walk(p);else fs.statSync(p)}})(process.argv[1])`;

/** Whether a program is installed. */
export const has = (name) => spawnSync(name, ['--version']).error === undefined;

/** Generates, indexes (unless the index of the last run is kept), asks, changes and asks again. */
export async function run(count, keeps) {
  const home = join(tmpdir(), 'sijori-bench', `run-${count}`);
  const folder = join(home, 'library');
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    generate(folder, count);
  }
  const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;
  const env = { ...rest, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LANG: 'C.UTF-8' };
  const node = process.execPath;
  const sijori = (...words) => [node, program, ...words, '--library', folder];
  const files = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  console.log(
    `${files.length} articles, ${(bytes / 1e6).toFixed(0)} MB; Node ${process.version}; medians of ${ROUNDS} interleaved rounds, load ${loadavg()[0]?.toFixed(0)}`,
  );
  if (!keeps) indexing(home, env, sijori, { folder, bytes });
  const commands = [
    ['`node -e 0`', [node, '-e', '0']],
    ['`sijori list -n 20`', sijori('list', '-n', '20')],
    [
      '`sijori list -n 20 tag:topik34 date:2015..2019`',
      sijori('list', '-n', '20', 'tag:topik34', 'date:2015..2019'),
    ],
    ['`sijori tags`', sijori('tags')],
    ['`sijori read 500`', sijori('read', '500')],
    ...(/^ +search /m.test(spawnSync(node, [program, '--help'], { env, encoding: 'utf8' }).stdout)
      ? [
          ['`sijori search -n 20 cauk pasnga`', sijori('search', '-n', '20', 'cauk', 'pasnga')],
          ['`sijori search -n 20 dati defik`', sijori('search', '-n', '20', 'dati', 'defik')],
        ]
      : []),
    ...(has('rg') ? [['`rg -lw cauk`', ['rg', '-lw', 'cauk', folder]]] : []),
  ];
  table(rounds(commands, env));
  const sweep = rounds(
    [
      ['readdir and stat of all in Node', [node, '-e', WALK, folder]],
      ['`sijori index` without a change', sijori('index')],
    ],
    env,
  );
  console.log(
    `\nsweep without a change: ${sweep[1].times.toFixed(2)} × readdir and stat in Node (${sweep[1].wall.toFixed(0)} ms), ${sweep[1].cpuTimes.toFixed(2)} × in CPU (${sweep[1].cpu.toFixed(0)} ms)`,
  );
  changed(files, env, sijori);
  console.log(`\nthe library is left in ${home}`);
}

/** Indexes from nothing, beside runs of rg: of files that were just read and, where the system can forget them, of others. */
function indexing(home, env, sijori, { folder, bytes }) {
  const rg = ['rg', '-c', '.', folder];
  const none = { wall: Number.NaN, cpu: Number.NaN };
  const scan = () => (has('rg') ? measure(rg, env) : none);
  const build = () => {
    rmSync(join(home, 'cache'), { recursive: true, force: true });
    return measure(sijori('index'), env);
  };
  const forgotten = (work) => forget() && work();
  if (forget()) {
    const scans = [scan(), forgotten(scan), forgotten(scan)];
    tell('index of files that are not in memory', forgotten(build), scans);
  }
  scan();
  const before = [scan(), scan(), scan()];
  const built = build();
  tell('index', built, [...before, scan(), scan()]);
  const file = readdirSync(join(home, 'cache'), { recursive: true }).find(
    (path) => path.includes('index-v') && path.endsWith('.db'),
  );
  const size = statSync(join(home, 'cache', file)).size;
  console.log(`index: ${(size / bytes).toFixed(2)} × the text`);
}

function tell(name, built, scans) {
  const scanned = median(scans.map(({ wall }) => wall));
  const times = built.cpu / median(scans.map(({ cpu }) => cpu));
  console.log(
    `${name}: ${(built.wall / 1000).toFixed(1)} s (CPU ${(built.cpu / 1000).toFixed(1)} s), ${(built.wall / scanned).toFixed(1)} × rg -c . (${scanned.toFixed(0)} ms), ${times.toFixed(1)} × in CPU, ${built.memory.toFixed(0)} MB`,
  );
}

/** Has Linux forget what it has read of all files, which only root may; whether it did. */
function forget() {
  try {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

/** What the next command takes after 100 files were written into. */
function changed(files, env, sijori) {
  const command = sijori('list', '-n', '20');
  const usual = Array.from({ length: 5 }, () => measure(command, env));
  const after = Array.from({ length: 5 }, (_, round) => {
    for (let at = 0; at < 100; at += 1)
      appendFileSync(files[(at * 977 + round) % files.length], '\n\nsatu kalimat lagi\n');
    return measure(command, env);
  });
  const times = (of) => (median(after.map(of)) / median(usual.map(of))).toFixed(2);
  console.log(
    `after 100 changed files: ${times(({ wall }) => wall)} × the usual time of list -n 20, ${times(({ cpu }) => cpu)} × in CPU`,
  );
}
