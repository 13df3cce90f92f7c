import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/library/mend.ts';
import { fileMade, restoration } from '../../../src/library/restoring.ts';
import {
  addingAndRemoving,
  planFor,
  renaming,
  type TagChange,
} from '../../../src/library/tags/plan.ts';
import { ReaderError } from '../../../src/model/errors.ts';
import { parseHead } from '../../../src/parse/parse.ts';
import { retagged, type Tagged } from '../../../src/tagger.ts';

const root = mkdtempSync(join(tmpdir(), 'sijori-tags-'));
afterAll(() => rmSync(root, { recursive: true }));
const path = join(root, 'a.md');

const metaOf = (raw: string) => {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { tags, ...rest } = parseHead({ path, text }).meta;
  // In a group, an empty list of tags is kept as what it is: nothing of ours.
  return {
    tags,
    rest: JSON.stringify(rest).replace(/"taxonomies":\{"tags":(?:\[\]|""|null)\},?/, ''),
  };
};

const TAGS = [
  'a',
  'B',
  'Korea Utara',
  'asia',
  'asia/korea',
  '2023',
  'yes',
  'C#',
  "Jum'at",
  '読書',
  'x-y',
];
const tag = fc.constantFrom(...TAGS);
const change: fc.Arbitrary<TagChange> = fc.oneof(
  fc
    .tuple(fc.array(tag, { maxLength: 3 }), fc.array(tag, { maxLength: 3 }))
    .map(([add, remove]) => addingAndRemoving(add, remove)),
  fc.tuple(tag, tag).map(([old, now]) => renaming(old, now)),
);
const tags = fc.uniqueArray(tag, { maxLength: 5, selector: (one) => one.toLowerCase() });

/** The field of tags as heads have it, in YAML; undefined is a head without one. */
const yamlField = tags.chain((list) =>
  fc.constantFrom(
    `tags: [${list.map((one) => JSON.stringify(one)).join(', ')}]`,
    `tags: [${list.map((one) => JSON.stringify(one)).join(',')}]   # catatan`,
    `Tags:\n${list.map((one) => `  - ${JSON.stringify(one)}`).join('\n') || '  # kosong'}`,
    `keywords:\n${list.map((one) => `- '${one.replaceAll("'", "''")}' # ya`).join('\n') || '# kosong'}`,
    `tags: [\n${list.map((one) => `  ${JSON.stringify(one)},`).join('\n')}\n  ]`,
    `taxonomies:\n  tags:\n${list.map((one) => `    - ${JSON.stringify(one)}`).join('\n') || '    # kosong'}`,
    `tags: ${list.filter((one) => /^[\w ]+$/.test(one)).join(', ')}`,
  ),
);
const tomlField = tags.chain((list) =>
  fc.constantFrom(
    `tags = [${list.map((one) => JSON.stringify(one)).join(', ')}]`,
    `tags = [\n${list.map((one) => `  ${JSON.stringify(one)}, # ya`).join('\n')}\n]`,
  ),
);
const jsonField = tags.chain((list) =>
  fc.constantFrom(`"tags": ${JSON.stringify(list)},`, `"tags": ${JSON.stringify(list, null, 2)},`),
);

const form = fc.oneof(
  yamlField.map((field) => [
    '---\ntitle: "A: b" # ya\n',
    `${field}\n`,
    'x: |\n  tags: [z]\nlang: id\n---\n',
  ]),
  tomlField.map((field) => [
    '+++\ntitle = "A"\n',
    `${field}\n`,
    '\n[extra]\nb = "tags = [1]"\n+++\n',
  ]),
  jsonField.map((field) => ['{\n  "title": "A",\n  ', field, '\n  "lang": "id"\n}\n\n']),
);
const file = fc.record({
  form,
  crlf: fc.boolean(),
  mark: fc.boolean(),
  body: fc.constantFrom('Isi.\n', 'Isi tanpa akhir', '---\n\ntags: [z]\n\n---\n', ''),
});

/** What was made of a file; undefined where it is so already or was refused. */
function made(raw: string, asked: TagChange): Tagged | undefined {
  writeFileSync(path, raw);
  try {
    return retagged(path, asked);
  } catch (error) {
    if (error instanceof ReaderError) return undefined;
    throw error;
  }
}

/** Reads as planned, says the rest as before, and comes back byte for byte. */
function holds(raw: string, asked: TagChange, one: Tagged): string {
  const [before, after] = [metaOf(raw), applyEdits(raw, one.edits)];
  expect(metaOf(after)).toEqual({ ...before, tags: planFor(before.tags, asked).result });
  expect(metaOf(after).tags).not.toEqual(before.tags);
  writeFileSync(path, after);
  expect(restoration(fileMade(path, raw, one.edits))).toEqual({ now: after, old: raw });
  return after;
}

/** What a change does to a text that was made of three pieces: whether it was made, was refused, or is so already. */
function outcome([lead, field, tail]: readonly [string, string, string], asked: TagChange): string {
  const raw = lead + field + tail;
  const one = made(raw, asked);
  const { tags: old } = metaOf(raw);
  const isSo = JSON.stringify(planFor(old, asked).result) === JSON.stringify(old);
  if (isSo) expect(one).toBeUndefined();
  if (!one) return isSo ? 'same' : 'refused';
  const after = holds(raw, asked, one);
  // A field without tags may stay as it is, and a line for them come elsewhere in the head.
  const isInPlace = after.startsWith(lead) && after.endsWith(tail);
  const isLine = one.edits.length === 1 && one.edits[0]?.start === one.edits[0]?.end;
  expect(isInPlace || isLine).toBe(true);
  return 'made';
}

const CHANGES = [
  addingAndRemoving(['sijori uji'], []),
  addingAndRemoving(['a', 'b/c'], ['reading', 'natuna', 'rusia', 'catatan']),
  renaming('natuna', 'Laut/Natuna'),
];

function articlesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/.test(name))
    .map((name) => join(folder, name));
}

describe('a change of tags', () => {
  it('touches nothing but the field of tags, in any form, and is made wherever the head can be read', () => {
    const counts = { same: 0, made: 0, refused: 0 } as Record<string, number>;
    const pieces = file.map(({ form: [lead, field, tail], crlf, mark, body }) => {
      const all = [`${mark ? '\ufeff' : ''}${lead}`, `${field}`, `${tail}${body}`];
      return all.map((piece) => (crlf ? piece.replaceAll('\n', '\r\n') : piece));
    });
    fc.assert(
      fc.property(pieces, change, ([lead = '', field = '', tail = ''], asked) => {
        const what = outcome([lead, field, tail], asked);
        counts[what] = (counts[what] ?? 0) + 1;
        expect(what).not.toBe('refused');
      }),
      { numRuns: 600 },
    );
    expect(counts['made']).toBeGreaterThan(200);
  });

  it('does what it says to every file of the corpus, or refuses', () => {
    const folders = ['test/corpus', 'articles', process.env['SIJORI_CORPUS'] ?? []].flat();
    const files = folders.flatMap(articlesIn);
    const found = files.flatMap((name) => {
      const raw = readFileSync(name, 'utf8');
      return CHANGES.map((asked, at) => {
        const one = made(raw, asked);
        if (one) holds(raw, asked, one);
        return { name, at, one };
      });
    });
    // Every article lacks the first of these tags.
    const refused = found.filter(({ at, one }) => at === 0 && !one).map(({ name }) => name);
    expect(refused).toEqual([]);
  });
});
