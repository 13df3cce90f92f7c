// The index and the search of a library beside notmuch, which does the same for mail: the same articles, once as they are
// and once each as a mail, are indexed and asked in the same rounds. Nothing is written outside the folder of the bench.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generate } from './library-articles.mjs';
import { has, measure, median, program, rounds, table } from './library-run.mjs';

/** As many as are written as mails within a minute. */
export const PEER_ARTICLES = 20_000;

/** Makes the articles and the mails, indexes both, and asks both for two words and for a tag with a span of days. */
export function peers(count) {
  if (!has('notmuch')) throw new Error('notmuch is not installed');
  const home = join(tmpdir(), 'sijori-bench', `peers-${count}`);
  const library = join(home, 'library');
  const mail = join(home, 'mail');
  if (!existsSync(library)) generate(library, count);
  if (!existsSync(mail)) writeMails(library, mail);
  const env = environment(home, mail);
  const sijori = (...words) => [process.execPath, program, ...words, '--library', library];
  const notmuch = (...words) => ['notmuch', ...words];
  const version = spawnSync('notmuch', ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`${count} articles; Node ${process.version}, ${version}; load ${load()}`);
  indexed(home, env, { sijori: sijori('index'), notmuch: notmuch('new', '--quiet') });
  const span = 'date:2015..2019';
  const rows = rounds(
    [
      ['`node -e 0`', [process.execPath, '-e', '0']],
      ['`sijori search -n 20 dati defik`', sijori('search', '-n', '20', 'dati', 'defik')],
      ['`notmuch search --limit=20 dati defik`', notmuch('search', '--limit=20', 'dati', 'defik')],
      [
        `\`sijori list -n 20 tag:topik34 ${span}\``,
        sijori('list', '-n', '20', 'tag:topik34', span),
      ],
      [
        `\`notmuch search --limit=20 Topic:topik34 ${span}\``,
        notmuch('search', '--limit=20', 'Topic:topik34', span),
      ],
    ],
    env,
  );
  table(rows);
  console.log(
    `\ntwo words: ${beside(rows[1], rows[2])}\na tag and days: ${beside(rows[3], rows[4])}`,
  );
  console.log(`load ${load()}; the library is left in ${home}`);
}

const load = () => loadavg()[0]?.toFixed(1);

/** A home of its own: the configuration and the database of notmuch are beside the mails. */
function environment(home, mail) {
  const config = join(home, 'notmuch-config');
  writeFileSync(
    config,
    `[database]\npath=${mail}\n[user]\nname=Bench\nprimary_email=bench@example.org\n[new]\ntags=\n[search]\nexclude_tags=\n[index]\nheader.Topic=X-Topic\n`,
  );
  const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;
  const own = { HOME: home, XDG_CACHE_HOME: join(home, 'cache'), NOTMUCH_CONFIG: config };
  return { ...rest, ...own, LANG: 'C.UTF-8' };
}

/** Both from nothing, twice in turn. */
function indexed(home, env, commands) {
  const runs = [0, 1].map(() => {
    rmSync(join(home, 'cache'), { recursive: true, force: true });
    rmSync(join(home, 'mail', '.notmuch'), { recursive: true, force: true });
    return { sijori: measure(commands.sijori, env), notmuch: measure(commands.notmuch, env) };
  });
  const seconds = (of) => (median(runs.map(of)) / 1000).toFixed(1);
  const times = (of) => median(runs.map((run) => of(run.sijori) / of(run.notmuch))).toFixed(2);
  console.log(
    `index: sijori ${seconds((run) => run.sijori.wall)} s (CPU ${seconds((run) => run.sijori.cpu)} s), notmuch ${seconds((run) => run.notmuch.wall)} s (CPU ${seconds((run) => run.notmuch.cpu)} s): ${times(({ wall }) => wall)} × notmuch, ${times(({ cpu }) => cpu)} × in CPU`,
  );
}

/** The ratios of two commands in the same rounds. */
function beside(own, peer) {
  const times = (of) => median(own.runs.map((run, at) => of(run) / of(peer.runs[at]))).toFixed(2);
  return `${times(({ wall }) => wall)} × notmuch`;
}

function writeMails(library, mail) {
  const folder = join(mail, 'cur');
  mkdirSync(folder, { recursive: true });
  for (const path of readdirSync(library, { recursive: true }))
    if (path.endsWith('.md'))
      writeFileSync(
        join(folder, basename(path, '.md').slice(0, 6)),
        mailOf(readFileSync(join(library, path), 'utf8'), basename(path).slice(0, 6)),
      );
}

/** An article as a mail; the heads of made-up articles are known to be simple. */
function mailOf(article, number) {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(article);
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const [author = ''] = field('authors').slice(1, -1).split(', ');
  const tags = /^tags:(?: \[.*|(?:\n {2}- .*)+)/m.exec(head)?.[0].match(/[\w/]+\d+(?:\/\w+)?/g);
  const description = field('description');
  return [
    `From: ${author} <penulis@example.org>`,
    'To: pembaca@example.org',
    `Subject: ${field('title').replace(/^"(.*)"$/, '$1')}`,
    `Date: ${new Date(field('date')).toUTCString()}`,
    `Message-ID: <${number}@articles.example>`,
    `X-Topic: ${(tags ?? []).join(' ')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...(description === '' ? [] : [description, '']),
    body,
  ].join('\n');
}
