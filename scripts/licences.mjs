// The licences of what the built program contains: most ask that their text goes along with every copy.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The folder of the package that a bundled file is from, or undefined for files of our own. */
function packageOf(path, root) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
  if (folder === undefined || existsSync(join(root, folder, 'package.json'))) return folder;
  // What a package was published with inside of it goes under that package's licence.
  return packageOf(folder.slice(0, folder.lastIndexOf('node_modules/')), root);
}

/** The MIT licence, for a package that names it without a file of its text. */
const mit = (author) => `Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function packageNotice(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|notice)(?:[.-]|$)/i.test(file),
  );
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === 'MIT') texts.push(mit(author?.name ?? author ?? name));
  return { name: `${name} ${version} (${license})`, text: texts.join('\n\n') };
}

/** The notice that a file of data of others, such as hyphenation patterns, begins with. */
function dataNotice(path) {
  const source = readFileSync(path, 'utf8');
  const [, block] = /^\/\*!\n([\s\S]*?)\*\//.exec(source) ?? [];
  if (block) return { name: block.split('\n', 1)[0], text: block.trim() };
  const [lines] = /^(?:\/\/ .*\n)+/.exec(source) ?? [];
  const text = lines?.replaceAll(/^\/\/ /gm, '').trim();
  return text?.includes('©') ? { name: basename(path), text } : undefined;
}

/** Names and licence texts of the packages and data that these files, relative to `root`, are from. */
export function noticesOf(paths, root) {
  const folders = new Set(paths.flatMap((path) => packageOf(path, root) ?? []));
  const own = paths.filter((path) => path.endsWith('-data.ts'));
  const found = [
    ...[...folders].map((folder) => packageNotice(join(root, folder))),
    ...[...new Set(own)].flatMap((path) => dataNotice(join(root, path)) ?? []),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sections = found.map(({ name, text }) => `## ${name}\n\n${text}\n`);
  return `The program files in this folder contain code and data of others, under these licences.\n\n${sections.join('\n')}`;
}
