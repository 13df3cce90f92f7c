// What the built program has in place of parts of packages and of Node: they load more than is used of them.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** gray-matter's engines: nothing that could run an article's code is shipped. */
const NO_ENGINES = `'use strict';
const refuse = () => { throw new Error('no engine'); };
module.exports = { yaml: { parse: refuse, stringify: refuse }, json: { parse: refuse, stringify: refuse } };
`;

/** Parts of Node that take milliseconds to load and that most commands never call. */
const LATE = /^node:(?:child_process|crypto|v8|worker_threads)$/;

/** A part of Node that is loaded when something of it is first asked for. */
function late(name) {
  const names = Object.keys(require(name)).filter((key) => /^\w+$/.test(key) && key !== 'default');
  const getters = names.map((key) => `get ${key}() { return part().${key}; }`);
  // Node looks a part up anew with every require, which takes as long as the hash of an article.
  return `let loaded;const part=()=>(loaded??=require('${name}'));module.exports={${getters.join(',')}};`;
}

/**
 * Which C library this process runs with, told by what is mapped into it. libsql's own way makes a diagnostic report, which
 * takes as long as opening the index does.
 */
const LIBC = `
const isMusl = () => {
  try { return require('fs').readFileSync('/proc/self/maps', 'latin1').includes('/ld-musl-'); }
  catch { return !process.report?.getReport().header.glibcVersionRuntime; }
};`;

/** What libsql asks about the system. */
const DETECT_LIBC = `${LIBC}
module.exports = { GLIBC: 'glibc', MUSL: 'musl', familySync: () => (process.platform !== 'linux' ? null : isMusl() ? 'musl' : 'glibc') };`;

/** The binary of libsql, which is beside libsql where packages see only what they name. */
const LIBSQL_BINARY = `((name) => {
  try { return __sijori_require(name); } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return __sijori_require('module').createRequire(__sijori_require.resolve('libsql'))(name);
  }
})`;

/** Replaces a text that must be there: another version of the package may need another stand-in. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`not found: ${from}`);
  return text.replace(from, () => to);
}

async function patched(path, from, to) {
  return { contents: replaced(await readFile(path, 'utf8'), from, to) };
}

/** Registers the stand-ins with esbuild. */
export function standIn(pack) {
  pack.onLoad({ filter: /gray-matter[/]lib[/]engines\.js$/ }, () => ({ contents: NO_ENGINES }));
  // A require of its own costs milliseconds; the program has one.
  pack.onLoad({ filter: /satteri[\\/]index\.js$/ }, ({ path }) =>
    patched(path, 'createRequire(import.meta.url)', '__sijori_require'),
  );
  // Colours are told to chalk; it need not look for them.
  pack.onLoad({ filter: /chalk[\\/].*supports-color[\\/]index\.js$/ }, () => ({
    contents: 'export default { stdout: false, stderr: false };',
  }));
  pack.onLoad({ filter: /libsql[\\/]index\.js$/ }, ({ path }) =>
    patched(
      path,
      'require(`@libsql/$' + '{target}`)',
      `${LIBSQL_BINARY}(\`@libsql/$` + '{target}`)',
    ),
  );
  pack.onLoad({ filter: /@neon-rs[\\/]load[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
    const { contents } = await patched(
      path,
      'function isGlibc() {',
      'function isGlibc() { return !isMusl();',
    );
    return { contents: `${LIBC}${contents}` };
  });
  pack.onLoad({ filter: /detect-libc[\\/]lib[\\/]detect-libc\.js$/ }, () => ({
    contents: DETECT_LIBC,
  }));
  // commander loads this at once, for commands that are programs of their own: sijori has none.
  pack.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
    /[/]commander[/]/.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
  );
  pack.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  pack.onResolve({ filter: LATE }, ({ path, namespace, kind }) =>
    namespace === 'late' || kind !== 'import-statement' ? undefined : { path, namespace: 'late' },
  );
  pack.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({ contents: late(path) }));
}
