// Converts the hyphenation patterns of the npm package `hyphen` into src/layout/patterns/*-data.ts.
//
//   npm pack hyphen@1.14.1 && tar xzf hyphen-1.14.1.tgz
//   node scripts/hyphen-patterns.mjs package src/layout/patterns
//
// That package's own licence says nothing about the patterns: each file below carries the licence
// that the original hyph-utf8 pattern file (hyph-XX.tex) states in its header. Before adding a
// language, read that header: only permissive licences go in (Indonesian and Czech are GPL, so no).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:
The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const PERMISSIVE = `Copying and distribution of this file, with or without modification, are permitted in any medium
without royalty provided the copyright notice and this notice are preserved.
The patterns it extends are those of Plain TeX (D. E. Knuth, F. M. Liang): unlimited copying and
redistribution permitted; modifications permitted if the result is not named hyphen.tex.`;

const BSD = `Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:
* Redistributions of source code must retain the above copyright notice, this list of conditions
  and the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions
  and the following disclaimer in the documentation and/or other materials provided with the
  distribution.
* Neither the name of the University of Campinas, of the University of Minho nor the names of its
  contributors may be used to endorse or promote products derived from this software without
  specific prior written permission.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL PEDRO J. DE REZENDE OR J.JOAO
DIAS ALMEIDA BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const mit = (how) => ({ name: `MIT (${how})`, text: MIT });
const alone = mit('as the pattern file states');
const chosen = mit('chosen from the licences the pattern file offers: LPPL or MIT');

// version: of the pattern file; left, right: \lefthyphenmin and \righthyphenmin of its header.
const LANGUAGES = [
  {
    from: 'en-us',
    to: 'en-us',
    language: 'American English',
    version: '2005-05-30',
    copyright: 'Copyright (C) 1990, 2004, 2005 Gerard D.C. Kuiken',
    licence: { name: 'all-permissive, as the pattern file states', text: PERMISSIVE },
    left: 2,
    right: 3,
  },
  {
    from: 'en-gb',
    to: 'en-gb',
    language: 'British English',
    version: '1.0a, 2005-10-18',
    copyright: 'Copyright (C) 1992, 1996, 2005, 2016 Dominik Wujastyk, Graham Toal',
    licence: alone,
    left: 2,
    right: 3,
  },
  {
    from: 'de-1996',
    to: 'de',
    language: 'German, reformed orthography',
    version: '2024-02-28',
    copyright:
      'Copyright (c) 2013-2024 Stephan Hennig, Werner Lemberg, Günter Milde, Sander van Geloven,\n' +
      'Georg Pfeiffer, Gisbert W. Selke, Tobias Wendorf, Keno Wehr',
    licence: alone,
    left: 2,
    right: 2,
  },
  {
    from: 'fr',
    to: 'fr',
    language: 'French',
    version: '2.13, 2016-05-12',
    copyright: 'Copyright (C) 1994-2002 Daniel Flipo, Bernard Gaulle, 2016 Arthur Reutenauer',
    licence: alone,
    left: 2,
    right: 2,
  },
  {
    from: 'es',
    to: 'es',
    language: 'Spanish',
    version: '5.0, 2019-09-24',
    copyright: 'Copyright (C) 1993, 1997 Javier Bezos, 2001-2019 Javier Bezos, CervanTeX',
    licence: alone,
    left: 2,
    right: 2,
  },
  {
    from: 'it',
    to: 'it',
    language: 'Italian',
    version: '4.9, 2014-04-22',
    copyright: 'Copyright (C) 2008-2011 Claudio Beccari',
    licence: chosen,
    left: 2,
    right: 2,
  },
  {
    from: 'pt',
    to: 'pt',
    language: 'Portuguese',
    version: '1.4, 2024-07-13',
    copyright:
      'Copyright (C) 1987, 1994, 1996, 2015 Pedro J. de Rezende, 1996, 2015 J. Joao Dias Almeida,\n' +
      '2024 Leonardo Araujo and Aline Benevides',
    licence: { name: 'BSD 3-clause, as the pattern file states', text: BSD },
    left: 2,
    right: 3,
  },
  {
    from: 'nl',
    to: 'nl',
    language: 'Dutch',
    version: '1.1, November 1996',
    copyright: 'Copyright (C) 1996 Piet Tutelaers',
    licence: alone,
    left: 2,
    right: 2,
  },
  {
    from: 'pl',
    to: 'pl',
    language: 'Polish',
    version: '3.0a, 1995-05-17',
    copyright: 'Copyright (C) 1987-1995 Hanna Kołodziejska, Bogusław Jackowski, Marek Ryćko',
    licence: mit('chosen from what the pattern file offers: MIT or the public domain'),
    left: 2,
    right: 2,
  },
  {
    from: 'da',
    to: 'da',
    language: 'Danish',
    version: '2011-01-11',
    copyright: 'Copyright (C) 1994 Frank Jensen',
    licence: chosen,
    left: 2,
    right: 2,
  },
  {
    from: 'uk',
    to: 'uk',
    language: 'Ukrainian',
    version: '2001-05-10',
    copyright: 'Copyright (C) 1998-2001 Maksym Polyakov',
    licence: chosen,
    left: 2,
    right: 2,
  },
  {
    from: 'el-monoton',
    to: 'el',
    language: 'Modern Greek, monotonic',
    version: '5.0, 2011-09-12',
    copyright: 'Copyright (C) 2008-2011 Dimitrios Filippou',
    licence: chosen,
    left: 1,
    right: 1,
  },
  {
    from: 'sk',
    to: 'sk',
    language: 'Slovak',
    version: '2.0, 1992-04-24',
    copyright: 'Copyright (C) 1992 Jana Chlebíková',
    licence: alone,
    left: 2,
    right: 3,
  },
  {
    from: 'sl',
    to: 'sl',
    language: 'Slovenian',
    version: '2.3',
    copyright: 'Copyright (C) 1990 Matjaž Vrečko',
    licence: chosen,
    left: 2,
    right: 2,
  },
];

// One node of the package's trie is a child table, a row of the level table, or [children, row].
function nodeParts(node) {
  if (typeof node === 'number') return { row: node, children: {} };
  if (Array.isArray(node)) return { row: node[1], children: node[0] };
  return { row: undefined, children: node };
}

function collect(node, letters, patterns) {
  const { row, children } = nodeParts(node);
  if (row !== undefined) patterns.push({ letters, row });
  for (const key of Object.keys(children)) collect(children[key], letters + key, patterns);
}

// Levels as digits, one before each letter; the package leaves out the place of a leading full stop.
function levelDigits(letters, levels) {
  const digits = (letters.startsWith('.') ? '0' : '') + levels.join('');
  return digits.replace(/0+$/, '');
}

function byLevels(kept, levels) {
  const groups = new Map();
  for (const { letters, row } of kept) {
    const digits = levelDigits(letters, levels[row]);
    groups.set(digits, [...(groups.get(digits) ?? []), letters]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

// The package counts places in the word *with* its hyphens: each one moves the later ones by one.
function withHyphens([word, counted]) {
  const places = counted.map((place, before) => place - before);
  return [...word].map((letter, at) => (places.includes(at) ? `-${letter}` : letter)).join('');
}

function dataFile(meta, patterns, exceptions, packageVersion) {
  return `/*!
Hyphenation patterns for ${meta.language}
Source: hyph-${meta.from}.tex (hyph-utf8), version ${meta.version}, through npm hyphen ${packageVersion}
${meta.copyright}
Licence: ${meta.licence.name}
${meta.licence.text}
Modified: converted and packed by scripts/hyphen-patterns.mjs; patterns with characters other than
letters are left out.
*/
import type { PatternData } from '../hyphenate-patterns.ts';

/** Packed patterns for ${meta.language}; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: ${meta.left},
  right: ${meta.right},
  exceptions: ${JSON.stringify(exceptions)},
  patterns: {
${patterns.map(([digits, group]) => `    '${digits}': ${JSON.stringify(group.join(' '))},\n`).join('')}  },
};
`;
}

function convert(meta, folder, packageVersion) {
  const require = createRequire(join(folder, 'package.json'));
  const [levels, trie, exceptions] = require(join(folder, 'patterns', `${meta.from}.js`));
  const found = [];
  collect(trie, '', found);
  const kept = found.filter(({ letters }) => /^\.?\p{Ll}+\.?$/u.test(letters));
  kept.sort((one, other) => (one.letters < other.letters ? -1 : 1));
  const groups = byLevels(kept, levels);
  const words = Object.entries(exceptions ?? {}).map(withHyphens);
  const lower = words.filter((word) => /^[\p{Ll}-]+$/u.test(word)).join(' ');
  const text = dataFile(meta, groups, lower, packageVersion);
  console.log(`${meta.to}: ${kept.length} of ${found.length} patterns, ${text.length} characters`);
  return text;
}

const [folder, target] = process.argv.slice(2).map((path) => resolve(path));
if (!folder || !target) {
  console.error(
    'usage: node scripts/hyphen-patterns.mjs <unpacked hyphen package> <target folder>',
  );
  process.exit(2);
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
mkdirSync(target, { recursive: true });
for (const meta of LANGUAGES) {
  writeFileSync(join(target, `${meta.to}-data.ts`), convert(meta, folder, version));
}
