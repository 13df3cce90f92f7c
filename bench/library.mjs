// A library of made-up articles, what it costs to index and to ask it, and whether its index survives.
// `node bench/library.mjs generate DIR N`: N articles of about 3 KB under DIR, always the same ones.
// `node bench/library.mjs run [N [keep]]`: indexes N articles (100,000 unless said) and measures commands beside bare Node and
// ripgrep where it is installed. `node bench/library.mjs peers [N]`: the index and the search of N articles (20,000 unless said) beside
// notmuch, for which each article is written as a mail too. `node bench/library.mjs crash [ROUNDS] [SECONDS] [N]`: kills indexing processes at random
// moments, then reads while another writes. All but the first need a build in dist/.
import { generate } from './library-articles.mjs';
import { killed, scratchLibrary, together } from './library-crash.mjs';
import { PEER_ARTICLES, peers } from './library-peers.mjs';
import { run } from './library-run.mjs';

const [command, ...rest] = process.argv.slice(2);
const number = (at, usual) => Number(rest[at] ?? usual);

async function crash() {
  const library = scratchLibrary(number(2, 3000));
  const rounds = number(0, 50);
  const faults = await killed(library, rounds);
  console.log(
    `${rounds} kills: ${faults.length === 0 ? 'nothing lost, nothing damaged' : faults.join('\n')}`,
  );
  const beside = await together(library, 8, number(1, 60) * 1000);
  console.log(
    `${beside.reads} reads by 8 readers beside ${beside.writes} writes: ${beside.faults.length === 0 ? 'none failed' : beside.faults.join('\n')}`,
  );
  library.remove();
  process.exitCode = faults.length + beside.faults.length > 0 ? 1 : 0;
}

if (command === 'generate' && rest.length === 2)
  console.log(`${generate(rest[0], number(1))} bytes`);
else if (command === 'run') await run(number(0, 100_000), rest[1] === 'keep');
else if (command === 'peers') peers(number(0, PEER_ARTICLES));
else if (command === 'crash') await crash();
else {
  console.error(
    'node bench/library.mjs generate DIR N | run [N [keep]] | peers [N] | crash [ROUNDS] [SECONDS] [N]',
  );
  process.exitCode = 2;
}
