// Whether an index survives: processes killed at random moments while they index, and readers beside a writer.
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, randomFrom } from './library-articles.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist/sijori.cjs');
const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;

/** A library of its own with its cache; `sijori` runs the program on it. */
export function scratchLibrary(count) {
  const home = mkdtempSync(join(tmpdir(), 'sijori-crash-'));
  const folder = join(home, 'library');
  generate(folder, count);
  const env = { ...rest, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), SIJORI_INDEX: 'always' };
  const args = (words) => [program, ...words, '--library', folder];
  return {
    home,
    folder,
    files: () => readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md')),
    sijori: (...words) => spawnSync(process.execPath, args(words), { env, encoding: 'utf8' }),
    start: (...words) =>
      spawn(process.execPath, args(words), { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    indexFile: () =>
      readdirSync(join(home, 'cache'), { recursive: true })
        .filter((path) => path.endsWith('.db') && path.includes('index-v'))
        .map((path) => join(home, 'cache', path))[0],
    remove: () => rmSync(home, { recursive: true }),
  };
}

const finished = (child) =>
  new Promise((resume) => {
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdout.resume();
    child.on('close', (code, signal) => resume({ code, signal, errors }));
  });
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

/** What is wrong with an index: the database itself, and whether it holds the files, each once. */
export function faultsOf(library) {
  const Database = createRequire(import.meta.url)('libsql');
  const database = new Database(library.indexFile());
  const one = (query) => Object.values(database.prepare(query).all()[0])[0];
  const faults = [];
  const check = one('PRAGMA integrity_check');
  if (check !== 'ok') faults.push(check);
  try {
    database.exec(`INSERT INTO fts(fts, rank) VALUES('integrity-check', 0)`);
  } catch (error) {
    faults.push(String(error));
  }
  const files = library.files().length;
  const counts = [
    one('SELECT count(*) FROM docs'),
    one('SELECT count(DISTINCT path) FROM docs'),
    one('SELECT count(*) FROM fts_docsize'),
  ];
  if (counts.some((count) => count !== files)) faults.push(`${files} files, but ${counts}`);
  const lost = one('SELECT count(*) FROM docs WHERE id NOT IN (SELECT id FROM fts_docsize)');
  if (lost > 0) faults.push(`${lost} articles without words`);
  database.close();
  return faults;
}

/** Kills indexing processes at random moments, `rounds` times; what was wrong afterwards. */
export async function killed(library, rounds, seed = 1) {
  const random = randomFrom(seed);
  const faults = [];
  const fresh = () => rmSync(join(library.home, 'cache'), { recursive: true, force: true });
  fresh();
  const begun = performance.now();
  library.sijori('index');
  const whole = performance.now() - begun;
  for (let round = 0; round < rounds; round += 1) {
    // Half of the processes make the index, half bring it up to date.
    if (round % 2 === 0) fresh();
    else
      for (const path of library.files().slice(round, round + 600))
        appendFileSync(join(library.folder, path), `\n\nputaran ${round}\n`);
    const child = library.start('index');
    const end = finished(child);
    await pause(random() * whole * 1.1);
    child.kill('SIGKILL');
    await end;
    const listed = library.sijori('list', '-n', '5');
    if (listed.status !== 0 || listed.stderr !== '')
      faults.push(`list after kill ${round}: ${listed.status} ${listed.stderr}`);
    const again = library.sijori('index');
    if (again.status !== 0) faults.push(`index after kill ${round}: ${again.stderr}`);
    faults.push(...faultsOf(library).map((fault) => `after kill ${round}: ${fault}`));
  }
  return faults;
}

/** Readers that list and one writer that changes files and indexes, for so many ms; what failed, and how often each ran. */
export async function together(library, readers, time, seed = 2) {
  const random = randomFrom(seed);
  const faults = [];
  const runs = { reads: 0, writes: 0 };
  const until = performance.now() + time;
  const loop = async (work) => {
    while (performance.now() < until) await work();
  };
  const ran = async (...words) => {
    const { code, signal, errors } = await finished(library.start(...words));
    if (code !== 0) faults.push(`${words.join(' ')}: ${code ?? signal} ${errors}`);
  };
  const read = async () => {
    await ran('list', '-n', '20');
    runs.reads += 1;
  };
  const write = async () => {
    const files = library.files();
    const some = () => join(library.folder, files[Math.floor(random() * files.length)]);
    for (let at = 0; at < 20; at += 1) appendFileSync(some(), '\n\nsatu kalimat lagi\n');
    for (let at = 0; at < 5; at += 1)
      writeFileSync(join(library.folder, `baru-${runs.writes}-${at}.md`), `# Baru ${at}\n`);
    const moved = some();
    renameSync(moved, moved.replace('.md', '-pindah.md'));
    await ran('index');
    runs.writes += 1;
  };
  library.sijori('index');
  await Promise.all([loop(write), ...Array.from({ length: readers }, () => loop(read))]);
  library.sijori('index');
  faults.push(...faultsOf(library));
  return { faults, ...runs };
}
