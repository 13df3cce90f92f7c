import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/library/mend.ts';
import { addingAndRemoving, renaming, type TagChange } from '../../../src/library/tags/plan.ts';
import { retagged } from '../../../src/tagger.ts';

const root = mkdtempSync(join(tmpdir(), 'sijori-tags-'));
afterAll(() => rmSync(root, { recursive: true }));
const path = join(root, 'a.md');

/** The text after a change; the same text where nothing changes. */
function changed(text: string, change: TagChange): string {
  writeFileSync(path, text);
  const made = retagged(path, change);
  return made ? applyEdits(made.raw, made.edits) : text;
}

/** `+a -b` as a change. */
function words(line: string): TagChange {
  const all = line.split(' ');
  const signed = (sign: string) =>
    all.filter((word) => word.startsWith(sign)).map((word) => word.slice(1).replaceAll('_', ' '));
  return addingAndRemoving(signed('+'), signed('-'));
}

const head = (...lines: string[]) => `---\ntitle: A\n${lines.join('\n')}\nlang: id\n---\nIsi.\n`;

describe('tags on one line', () => {
  it.each([
    ['tags: [a, b]', '+c', 'tags: [a, b, c]'],
    ['tags: [a, b]', '-a', 'tags: [b]'],
    ['tags: [a, b]', '-b', 'tags: [a]'],
    ['tags: [a, b, c]', '-b', 'tags: [a, c]'],
    ['tags: [a, b]', '-a -b', 'tags: []'],
    ['tags: [a, b]', '-a -b +c', 'tags: [c]'],
    ['tags: [a, b]', '+c -b', 'tags: [a, c]'],
    ['tags: [ a,  b ]   # dua', '+c', 'tags: [ a,  b, c ]   # dua'],
    ['tags: ["a", "b"]', '+c', 'tags: ["a", "b", "c"]'],
    ["tags: ['a']", '+c', "tags: ['a', 'c']"],
    ['tags: [a]', '+2023 +yes +C#', "tags: [a, '2023', 'yes', 'C#']"],
    ['tags: [a]', '+Korea_Utara', 'tags: [a, Korea Utara]'],
    ['tags: [A, a, b]', '-a', 'tags: [b]'],
    ['tags: ["#a", b]', '-a', 'tags: [b]'],
    ['tags: []', '+c', 'tags: [c]'],
    ['tags:', '+c', 'tags: [c]'],
    ['tags: # kosong', '+c', 'tags: [c] # kosong'],
    ['tags: ~', '+c', 'tags: [c]'],
    ['tags: a, b', '+c', 'tags: a, b, c'],
    ['tags: a;b', '+c', 'tags: a;b;c'],
    ['tags: a, b, c', '-b', 'tags: a, c'],
    ['tags: a, b', '-b +d', 'tags: a, d'],
    ['tags: "a, b"', '-a +c', 'tags: "b, c"'],
    ['tags: a, b', '-a -b', 'tags: []'],
    ['tags: Korea Utara', '+c', 'tags: [Korea Utara, c]'],
    ['tags: "#a #b"', '+c', 'tags: [a, b, c]'],
    ['Keywords: a, b   # lama', '-a', 'Keywords: b   # lama'],
    ['label: [a]', '+b', 'label: [a, b]'],
    ['taxonomies:\n  tags: [a]', '+b', 'taxonomies:\n  tags: [a, b]'],
    ['taxonomies:\n  tags: [a]', '-a', 'taxonomies:\n  tags: []'],
    ['taxonomies:\n  x: 1\n  tags:\n  - a', '-a', 'taxonomies:\n  x: 1\n  tags: []'],
  ])('%s %s', (before, change, expected) => {
    expect(changed(head(before), words(change))).toBe(head(expected));
  });

  it('are put at the end of the head where there are none', () => {
    expect(changed(head('draft: true'), words('+a +b'))).toBe(
      '---\ntitle: A\ndraft: true\nlang: id\ntags: [a, b]\n---\nIsi.\n',
    );
  });
});

describe('tags on several lines', () => {
  it.each([
    ['tags:\n  - a\n  - b', '+c', 'tags:\n  - a\n  - b\n  - c'],
    ['tags:\n- a\n- b', '+c', 'tags:\n- a\n- b\n- c'],
    ['tags:\n  - a\n  - b', '-a', 'tags:\n  - b'],
    ['tags:\n  - a\n  - b', '-a -b', 'tags: []'],
    ['tags: # daftar\n  - a', '-a', 'tags: [] # daftar'],
    ['tags:\n  - a\n  - b', '-a -b +c', 'tags:\n  - c'],
    [
      'tags:\n  # satu\n  - "a" # ya\n\n  - \'b\'',
      '-b +c',
      'tags:\n  # satu\n  - "a" # ya\n\n  - \'c\'',
    ],
    ['tags:\n  -   a b\n  -   c', '-c', 'tags:\n  -   a b'],
    ['tags:\n  - a # satu\n  - b', '-a', 'tags:\n  - b'],
    ['tags: [\n  a,\n  b\n  ]', '+c', 'tags: [\n  a,\n  b,\n  c\n  ]'],
    ['tags: [\n  a,\n  b,\n  ]', '+c', 'tags: [\n  a,\n  b,\n  c,\n  ]'],
    ['tags: [\n  a,\n  b # dua\n  ]', '+c', 'tags: [\n  a,\n  b, # dua\n  c\n  ]'],
    ['tags: [\n  a,\n  b,\n  ]', '-a', 'tags: [\n  b,\n  ]'],
    ['tags: [\n  a,\n  b\n  ]', '-b', 'tags: [\n  a\n  ]'],
    ['tags: [\n  a, # satu\n  # dua\n  b,\n  ]', '-a', 'tags: [\n  # dua\n  b,\n  ]'],
    ['tags: [\n  a, # satu\n  b\n  ]', '-b', 'tags: [\n  a, # satu\n  ]'],
  ])('%j %s', (before, change, expected) => {
    expect(changed(head(before), words(change))).toBe(head(expected));
  });
});

describe('heads in other forms', () => {
  it.each([
    [
      '+++\ntitle = "A"\ntags = ["a", "b"]\n+++\nx\n',
      '+c -a',
      '+++\ntitle = "A"\ntags = ["b", "c"]\n+++\nx\n',
    ],
    [
      "+++\ntags = [\n  'a', # satu\n]\ntitle = 'A'\n+++\nx\n",
      '+c',
      "+++\ntags = [\n  'a', # satu\n  'c',\n]\ntitle = 'A'\n+++\nx\n",
    ],
    [
      '+++\ntitle = "A"\n[taxonomies]\ntags = ["a"]\n+++\nx\n',
      '+c',
      '+++\ntitle = "A"\n[taxonomies]\ntags = ["a", "c"]\n+++\nx\n',
    ],
    [
      '+++\ntitle = "A"\n\n[extra]\nb = 1\n+++\nx\n',
      '+c',
      '+++\ntitle = "A"\n\ntags = ["c"]\n[extra]\nb = 1\n+++\nx\n',
    ],
    ['---toml\ntitle = "A"\n---\nx\n', '+c', '---toml\ntitle = "A"\ntags = ["c"]\n---\nx\n'],
    [
      '{\n  "title": "A",\n  "tags": ["a"]\n}\n\nx\n',
      '+c',
      '{\n  "title": "A",\n  "tags": ["a", "c"]\n}\n\nx\n',
    ],
    [
      '{\n  "tags": [\n    "a",\n    "b"\n  ],\n  "title": "A"\n}\n\nx\n',
      '-b',
      '{\n  "tags": [\n    "a"\n  ],\n  "title": "A"\n}\n\nx\n',
    ],
    [
      '{\n  "tags": [\n    "a",\n    "b"\n  ],\n  "title": "A"\n}\n\nx\n',
      '-a -b',
      '{\n  "tags": [],\n  "title": "A"\n}\n\nx\n',
    ],
    ['{\n  "title": "A"\n}\n\nx\n', '+c', '{\n  "tags": ["c"],\n  "title": "A"\n}\n\nx\n'],
    [
      '{ "title": "A", "tags": "a, b" }\n\nx\n',
      '+c',
      '{ "title": "A", "tags": ["a", "b", "c"] }\n\nx\n',
    ],
    ['# Judul\n\nx\n', '+a +b', '---\ntags: [a, b]\n---\n\n# Judul\n\nx\n'],
    [
      '\ufeff# Judul\r\n\r\nx\r\n',
      '+a',
      '\ufeff---\r\ntags: [a]\r\n---\r\n\r\n# Judul\r\n\r\nx\r\n',
    ],
    [
      '\ufeff---\r\ntitle: A\r\ntags:\r\n- a\r\n---\r\nx',
      '+b',
      '\ufeff---\r\ntitle: A\r\ntags:\r\n- a\r\n- b\r\n---\r\nx',
    ],
    ['---\r\ntitle: A\r\n---\r\nx', '+b', '---\r\ntitle: A\r\ntags: [b]\r\n---\r\nx'],
    ['---\n---\nx\n', '+b', '---\ntags: [b]\n---\nx\n'],
    [
      '---\ntitle: Rapat: hasil\ntags: [a]\n---\nx\n',
      '+b',
      '---\ntitle: Rapat: hasil\ntags: [a, b]\n---\nx\n',
    ],
  ])('%j %s', (before, change, expected) => expect(changed(before, words(change))).toBe(expected));
});

describe('a change', () => {
  it.each(['tags: [a, b]', 'tags: a, b', 'tags:\n- a\n- "b"'])(
    'that is so already leaves %j',
    (line) => {
      writeFileSync(path, head(line));
      expect(retagged(path, words('+a +B -c'))).toBeUndefined();
    },
  );

  it.each([
    ['tags: [korea, b]', renaming('korea', 'asia/korea'), 'tags: [asia/korea, b]'],
    ['tags: [korea, b]', renaming('Korea', 'Korea'), 'tags: [Korea, b]'],
    ['tags: [Korea, b]', renaming('korea', 'b'), 'tags: [b]'],
    ['tags: [asia, asia/korea]', renaming('asia', 'Timur'), 'tags: [Timur, Timur/korea]'],
    ['tags: [asiatik]', renaming('asia', 'Timur'), 'tags: [asiatik]'],
    ['tags:\n- a\n- b', renaming('a', 'c'), 'tags:\n- c\n- b'],
    ['tags: a, b', renaming('a', 'c'), 'tags: c, b'],
    ['tags: a', renaming('a', 'c'), 'tags: [c]'],
  ])('%s', (before, change, expected) =>
    expect(changed(head(before), change)).toBe(head(expected)),
  );

  it.each([
    ['a head that is a program', '---js\n{}\n---\nx\n'],
    ['a head without its end', '---\ntitle: A\n\nx\n'],
    ['a head that is shown as text', '---json\n{"title": \n---\nx\n'],
    ['tags that are maps', '---\ntags:\n- name: a\n  slug: b\n---\nx\n'],
    ['tags that are an anchor', '---\nx: &t [a]\ntags: *t\ntitle: A\n---\nx\n'],
  ])('of %s is refused where it cannot be done safely', (_, text) => {
    writeFileSync(path, text);
    expect(() => {
      const made = retagged(path, words('+c'));
      if (made) throw new Error(applyEdits(made.raw, made.edits));
    }).toThrow(/tags-unsafe/);
  });

  it('of a file in another encoding is refused', () => {
    writeFileSync(path, Buffer.from('---\ntitle: Kaf\xe9\n---\nx\n', 'latin1'));
    expect(() => retagged(path, words('+c'))).toThrow(/tags-unsafe.*encoding/);
  });
});
