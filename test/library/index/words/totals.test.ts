import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShelf, refreshIndex } from '../../../../src/librarian.ts';

let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-totals-'));
  folder = join(home, 'library');
  cpSync('test/corpus/library', folder, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const placeIn = (cache: string) => ({
  folder,
  cache: join(home, cache),
  index: 'always' as const,
  choice: {},
  now: Date.now,
  remark: () => {},
});

/** What ranking depends on besides the words themselves: a score for every article, and FTS5's sums. */
async function ranked(cache: string) {
  const shelf = await openShelf(placeIn(cache));
  const found = await shelf.index?.ask((database) => ({
    sums: database.prepare('SELECT hex(block) AS sums FROM fts_data WHERE id = 1').first()?.[
      'sums'
    ],
    scores: database
      .prepare(
        "SELECT path, round(bm25(fts), 6) AS score FROM fts JOIN docs ON docs.id = fts.rowid WHERE fts MATCH 'kapal OR kata' ORDER BY path",
      )
      .all(),
  }));
  shelf.close();
  return found;
}

it('ranks after edits, moves and removals as an index that is made anew', async () => {
  await ranked('kept');
  for (let edit = 1; edit <= 5; edit += 1) {
    writeFileSync(join(folder, 'baru.md'), `# Kapal\n\n${'kata '.repeat(edit * 40)}\n`);
    if (edit === 2) renameSync(join(folder, 'reading-slowly.md'), join(folder, 'pelan.md'));
    if (edit === 3) rmSync(join(folder, 'pelan.md'));
    if (edit === 4) writeFileSync(join(folder, 'sebentar.md'), '# Kapal\n\nsatu kata saja\n');
    if (edit === 5) writeFileSync(join(folder, 'sebentar.md'), Buffer.from([0, 1, 2]));
    await refreshIndex(placeIn('kept'), 'contents');
  }
  const kept = await ranked('kept');
  expect(kept?.scores.length).toBeGreaterThan(1);
  expect(kept).toEqual(await ranked('fresh'));
});
