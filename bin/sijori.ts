import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { makeFolders } from '../src/library/folders.ts';

// Compiling the program takes longer than showing an article. What V8 made of it is kept in the user's cache folder,
// which may be deleted at any time: without it, or when it does not fit, the program is compiled anew.

const file = join(__dirname, 'program.cjs');

/** What is kept is the code that ran: each of these runs other code. */
const COMMANDS = [
  'read',
  'list',
  'tags',
  'authors',
  'series',
  'check',
  'index',
  'search',
  'next',
  'mark',
];

/** Names the very program and the very Node that a cache is good for: V8 itself compares lengths only. */
function cachePath(): string {
  const { mtimeMs, size } = statSync(file);
  const folder = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const command = COMMANDS.find((name) => process.argv.includes(name)) ?? 'other';
  const name = `${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}-${command}.bin`;
  return join(folder, 'sijori', 'code', name);
}

function keep(script: Script, path: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    makeFolders(dirname(path), 0o700);
    writeFileSync(draft, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
    forgetOld(dirname(path));
  } catch {
    // A cache that cannot be written is done without.
    if (existsSync(draft)) unlinkSync(draft);
  }
}

/** ms for which what was kept may be of another program or Node that is still in use. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Takes away what programs kept that are no longer there: each change of the program or of Node keeps its own. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const old = join(folder, name);
    if (Date.now() - statSync(old).mtimeMs > KEPT) unlinkSync(old);
  }
}

function cached(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const path = cachePath();
const cachedData = cached(path);
// The build wraps the program as Node wraps a module, and keeps it in ASCII.
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  ...(cachedData ? { cachedData } : {}),
});
const program = { exports: {} as { run(): Promise<void> } };
script.runInThisContext()(program.exports, require, program, file, __dirname);
void program.exports.run().then(() => {
  if (!cachedData || script.cachedDataRejected) keep(script, path);
});
