// A library of made-up articles to index and to ask.
// `node bench/library.mjs generate DIR N`: N articles of about 3 KB under DIR, always the same ones.
import { generate } from './library-articles.mjs';

const [command, folder, count] = process.argv.slice(2);
if (command === 'generate' && Number(count) > 0) {
  console.log(`${generate(folder, Number(count))} bytes`);
} else {
  console.error('node bench/library.mjs generate DIR N');
  process.exitCode = 2;
}
