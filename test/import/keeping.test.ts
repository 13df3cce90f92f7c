import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../src/cli/importing/importing.ts';
import type { Imported } from '../../src/importer.ts';
import { ReaderError } from '../../src/model/errors.ts';
import { made, type Outcome, runImport } from './importing.ts';

let home = '';
let library = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-keeping-'));
  library = join(home, 'library');
});
afterEach(() => rmSync(home, { recursive: true }));

const run = (works: readonly (Imported | Error)[], choices?: ImportChoices, answers?: string) =>
  runImport(home, works, choices, answers);

const at = (name: string) => join(library, name);
const textOf = (name: string) => readFileSync(at(name), 'utf8');
const FILE = '2024-05-06-kapal.md';
const codes = ({ failures }: Outcome) => failures.map((error) => (error as ReaderError).code);

describe('an import', () => {
  it('writes the article, and prints where it is', async () => {
    const one = await made('Kapal', 'Satu.\n');
    const { out, errors } = await run([one]);
    expect(out).toBe(`${at(FILE)}\n`);
    expect(errors).toBe('imported: 1\n');
    expect(textOf(FILE)).toBe(one.text);
    expect(one.text).not.toMatch(/hash|sha/);
  });

  it('keeps texts of two files apart that have the same day and title', async () => {
    const first = { ...(await made('Kapal', 'Satu.\n')), from: 'satu.txt' };
    const second = { ...(await made('Kapal', 'Dua.\n')), from: 'dua.txt' };
    const names = [FILE, FILE.replace('.md', '-2.md')];
    await run([first]);
    expect((await run([second], { update: true })).out).toBe(`${at(names[1] ?? '')}\n`);
    expect(names.map(textOf)).toEqual([first.text, second.text]);
    expect((await run([second, first])).errors).toBe('unchanged: 2\n');
    const changed = { ...(await made('Kapal', 'Tiga.\n')), from: 'dua.txt' };
    expect((await run([changed], { update: true })).errors).toBe('updated: 1\n');
    expect(names.map(textOf)).toEqual([first.text, changed.text]);
  });

  it('keeps an entry of a feed apart from the text of a file of the same title', async () => {
    const text = { ...(await made('Kapal', 'Satu.\n')), from: 'satu.txt' };
    const entry = { ...(await made('Kapal', 'Dua.\n')), id: 'entri-2' };
    await run([text]);
    expect(codes(await run([entry], { update: true }))).toEqual([]);
    expect(textOf(FILE)).toBe(text.text);
    await run([{ ...(await made('Kapal', 'Tiga.\n')), from: 'tiga.txt' }], { update: true });
    expect(textOf(FILE.replace('.md', '-2.md'))).toBe(entry.text);
    expect(textOf(FILE.replace('.md', '-3.md'))).toContain('Tiga.');
  });

  it('neither reads nor replaces a pipe, which has no end', async () => {
    mkdirSync(library);
    execFileSync('sh', ['-c', 'mkfifo "$0"', at('pipa')]);
    const outcome = await run([await made('Kapal', 'Satu.\n')], {
      output: at('pipa'),
      force: true,
    });
    expect(codes(outcome)).toEqual(['not-a-file']);
    expect(statSync(at('pipa')).isFIFO()).toBe(true);
  });

  it('says what its reader was not sure of', async () => {
    const { draft, ...one } = await made('Kapal', 'Satu.\n');
    const doubts = [{ key: 'empty', details: {} }];
    const { errors } = await run([{ ...one, draft: { ...draft, doubts } }]);
    expect(errors).toBe(`${at(FILE)}: is empty\nimported: 1\n`);
  });

  it('says the same of the first few articles only', async () => {
    const doubts = [{ key: 'empty', details: {} }];
    const many = await Promise.all(
      ['A', 'B', 'C', 'D', 'E'].map(async (title) => {
        const { draft, ...one } = await made(title, 'Satu.\n');
        return { ...one, draft: { ...draft, doubts } };
      }),
    );
    const { errors } = await run(many);
    expect(errors.match(/: is empty/g)).toHaveLength(3);
    expect(errors).toMatch(/\nremarks of the same kinds: 2 more\nimported: 5\n$/);
  });

  it('changes nothing the second time', async () => {
    const one = await made('Kapal', 'Satu.\n');
    await run([one]);
    const { out, errors, failures } = await run([one]);
    expect([out, failures]).toEqual(['', []]);
    expect(errors).toBe(`${at(FILE)}: imported before, and its source is the same\n`);
  });

  it('changes nothing the second time though nothing is remembered', async () => {
    const one = await made('Kapal', 'Satu.\n');
    await run([one]);
    rmSync(join(home, '.local'), { recursive: true });
    expect(await run([one])).toMatchObject({ out: '', failures: [] });
    writeFileSync(join(home, '.local/state/sijori/imports.json'), '{"damaged');
    expect(await run([one])).toMatchObject({ out: '', failures: [] });
  });

  it('leaves what was edited by hand since, when the source is the same', async () => {
    const one = await made('Kapal', 'Satu.\n');
    await run([one]);
    writeFileSync(at(FILE), 'disunting');
    expect(await run([one])).toMatchObject({ out: '', failures: [] });
    expect(await run([one], { update: true })).toMatchObject({ out: '', failures: [] });
    expect(textOf(FILE)).toBe('disunting');
    await run([one], { force: true });
    expect(textOf(FILE)).toBe(one.text);
  });
});

describe('an article that was removed', () => {
  it('comes back when its source is imported again, unless that is to be once only', async () => {
    const one = await made('Kapal', 'Satu.\n', { source: { url: 'https://contoh.id/kapal' } });
    await run([one]);
    rmSync(at(FILE));
    expect(await run([one], { once: true })).toMatchObject({ out: '', failures: [] });
    expect(readdirSync(library)).toEqual([]);
    await run([one]);
    expect(readdirSync(library)).toEqual([FILE]);
  });
});

describe('a source that has changed', () => {
  it('is said to have, where nobody can be asked, and nothing is replaced', async () => {
    const one = await made('Kapal', 'Satu.\n');
    await run([one]);
    const outcome = await run([await made('Kapal', 'Dua.\n')]);
    expect(codes(outcome)).toEqual(['changed']);
    expect(outcome.errors).toBe('failed: 1\n');
    expect(textOf(FILE)).toBe(one.text);
  });

  it.each([{ update: true }, { force: true }])('replaces the article with %o', async (choices) => {
    await run([await made('Kapal', 'Satu.\n')]);
    const two = await made('Kapal', 'Dua.\n');
    expect(await run([two], choices)).toMatchObject({ errors: 'updated: 1\n', failures: [] });
    expect(textOf(FILE)).toBe(two.text);
  });

  it.each(['y\n', 'ya\n', 'YES\n'])('replaces it when the user says %j', async (answer) => {
    await run([await made('Kapal', 'Satu.\n')]);
    const { errors } = await run([await made('Kapal', 'Dua.\n')], {}, answer);
    expect(errors).toContain('\n-Satu.\n+Dua.\n');
    expect(errors).toContain('its source has changed since it was imported. Replace it? [y/N] ');
    expect(textOf(FILE)).toContain('Dua.');
  });

  it.each(['n\n', '\n', '', 'mungkin\n'])('leaves it when the user says %j', async (answer) => {
    await run([await made('Kapal', 'Satu.\n')]);
    const { errors, failures } = await run([await made('Kapal', 'Dua.\n')], {}, answer);
    expect(failures).toEqual([]);
    expect(errors).toMatch(/left as they were: 1\n$/);
    expect(textOf(FILE)).toContain('Satu.');
  });

  it('asks for each of several, and hears each answer', async () => {
    const old = await Promise.all(['A', 'B', 'C'].map((title) => made(title, 'Satu.\n')));
    await run(old);
    const now = await Promise.all(['A', 'B', 'C'].map((title) => made(title, 'Dua.\n')));
    const { errors } = await run(now, {}, 'y\nn\ny\n');
    expect(errors).toMatch(/updated: 2, left as they were: 1\n$/);
    expect(textOf('2024-05-06-b.md')).toContain('Satu.');
    expect(textOf('2024-05-06-c.md')).toContain('Dua.');
  });

  it('is not replaced by --update when the article was edited by hand', async () => {
    await run([await made('Kapal', 'Satu.\n')]);
    writeFileSync(at(FILE), 'disunting');
    const outcome = await run([await made('Kapal', 'Dua.\n')], { update: true });
    expect(codes(outcome)).toEqual(['edited']);
    expect(textOf(FILE)).toBe('disunting');
  });

  it('finds its article again by its address, whatever title and date it has now', async () => {
    const source = { url: 'https://contoh.id/kapal' };
    await run([await made('Kapal', 'Satu.\n', { source })]);
    await run([await made('Kapal Baru', 'Dua.\n', { source })], { update: true });
    expect(readdirSync(library)).toEqual([FILE]);
    expect(textOf(FILE)).toContain('Kapal Baru');
  });

  it('finds its article again after it was moved and renamed', async () => {
    const source = { url: 'https://contoh.id/kapal' };
    const one = await made('Kapal', 'Satu.\n', { source });
    mkdirSync(at('laut'), { recursive: true });
    writeFileSync(at('laut/lain.md'), one.text);
    const { out } = await run([one]);
    expect(out).toBe('');
    expect(readdirSync(library)).toEqual(['laut']);
  });
});

describe('a place that is taken', () => {
  it('is left to what was written by hand', async () => {
    mkdirSync(library);
    writeFileSync(at(FILE), 'milik saya');
    for (const choices of [{}, { update: true }]) {
      const outcome = await run([await made('Kapal', 'Satu.\n')], choices);
      expect(codes(outcome)).toEqual(['taken']);
      expect(textOf(FILE)).toBe('milik saya');
    }
    await run([await made('Kapal', 'Satu.\n')], { force: true });
    expect(textOf(FILE)).toContain('Satu.');
  });

  it('is left to another article of the same title and day, if the addresses differ', async () => {
    const from = (page: string) => ({ source: { url: `https://contoh.id/${page}` } });
    const both = [
      await made('Kapal', 'Satu.\n', from('a')),
      await made('Kapal', 'Dua.\n', from('b')),
    ];
    await run(both);
    expect(readdirSync(library)).toEqual(['2024-05-06-kapal-2.md', FILE]);
    expect(await run(both.reverse())).toMatchObject({ out: '', failures: [] });
    expect(readdirSync(library)).toHaveLength(2);
  });

  it('is left to another article of the same import', async () => {
    const both = [await made('Kapal', 'Satu.\n'), await made('Kapal', 'Dua.\n')];
    await run([...both, ...both]);
    expect(readdirSync(library)).toHaveLength(2);
    expect(await run(both)).toMatchObject({ out: '', failures: [] });
    expect(readdirSync(library)).toHaveLength(2);
  });

  it('is no place if it is a folder', async () => {
    mkdirSync(at(FILE), { recursive: true });
    expect(codes(await run([await made('Kapal', 'Satu.\n')]))).toEqual(['unreadable']);
  });
});

describe('--output', () => {
  it('writes to a file, once', async () => {
    const output = join(home, 'di/sini.md');
    const one = await made('Kapal', 'Satu.\n');
    const outcome = await run([one, await made('Lain', 'Dua.\n')], { output });
    expect(readFileSync(output, 'utf8')).toBe(one.text);
    expect(codes(outcome)).toEqual(['one-output']);
    expect(existsSync(library)).toBe(false);
  });

  it('replaces no file unasked', async () => {
    const output = join(home, 'sini.md');
    writeFileSync(output, 'milik saya');
    expect(codes(await run([await made('Kapal', 'Satu.\n')], { output }))).toEqual(['taken']);
    expect(readFileSync(output, 'utf8')).toBe('milik saya');
  });

  it('writes to a folder, there already or with a slash at its end', async () => {
    const one = await made('Kapal', 'Satu.\n');
    await run([one], { output: join(home, 'baru/') });
    expect(readdirSync(join(home, 'baru'))).toEqual([FILE]);
    mkdirSync(join(home, 'ada'));
    await run([one], { output: join(home, 'ada') });
    expect(readdirSync(join(home, 'ada'))).toEqual([FILE]);
  });

  it('writes to standard output, and to no file', async () => {
    const one = await made('Kapal', 'Satu.\n');
    expect(await run([one], { output: '-' })).toMatchObject({ out: one.text });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('a long import', () => {
  it('shows a bar on a terminal, and clears it for what it says', async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, number) => made(`Kapal ${number}`, 'Satu.\n')),
    );
    const { errors } = await run(many, {}, '');
    expect(errors).toContain(`${'█'.repeat(12)}${'░'.repeat(12)} 6/12 `);
    expect(errors).toMatch(/\r\x1b\[Kimported: 12\n$/);
    expect((await run(many.slice(0, 9), {}, '')).errors).not.toContain('\x1b');
    expect((await run(many)).errors).not.toContain('\x1b');
  });
});

describe('a source that fails', () => {
  it('never stops the rest, be it the source or sijori that is wrong', async () => {
    const bad = [
      new ReaderError('empty', { path: 'x' }),
      new TypeError('kutu'),
      new RangeError('x'),
    ];
    const outcome = await run([...bad, await made('Kapal', 'Satu.\n'), ...bad]);
    expect(outcome.failures).toEqual([...bad, ...bad]);
    expect(outcome.errors).toBe('imported: 1, failed: 6\n');
    expect(readdirSync(library)).toEqual([FILE]);
  });
});

describe('whatever is imported in whatever order', () => {
  /** The text that was written by hand last, if it must still be there. */
  let mine: string | undefined;

  const imported = async (version: number, choices: ImportChoices) => {
    const one = await made('Kapal', `Versi ${version}.\n`);
    const { failures } = await run([one], choices);
    if (choices.force) mine = undefined;
    if (mine === undefined && failures.length === 0) expect(textOf(FILE)).toBe(one.text);
    if (choices.force) expect(failures).toEqual([]);
  };
  const steps: Readonly<Record<string, (version: number) => Promise<void> | void>> = {
    import: (version) => imported(version, {}),
    update: (version) => imported(version, { update: true }),
    force: (version) => imported(version, { force: true }),
    edit: (version) => {
      mine = `tulisan ${version}`;
      writeFileSync(at(FILE), mine);
    },
    remove: () => {
      mine = undefined;
      rmSync(at(FILE), { force: true });
    },
    forget: () => rmSync(join(home, '.local'), { recursive: true, force: true }),
  };
  const step = fc.tuple(
    fc.constantFrom('import', 'import', 'update', 'force', 'edit', 'remove', 'forget'),
    fc.nat(3),
  );

  it('never loses what was written by hand, but with --force', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (all) => {
        rmSync(home, { recursive: true });
        mkdirSync(library, { recursive: true });
        mine = undefined;
        for (const [name, version] of all) {
          await steps[name]?.(version);
          if (mine !== undefined) expect(textOf(FILE)).toBe(mine);
        }
        expect(readdirSync(library).filter((name) => name !== FILE)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
