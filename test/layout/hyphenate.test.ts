import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hyphenator, hyphenator } from '../../src/layout/hyphenate.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const text = (path: string): string => readFileSync(here(path), 'utf8');

async function of(lang: string): Promise<Hyphenator> {
  const found = await hyphenator(lang);
  if (found === undefined) throw new Error(`no hyphenator for ${lang}`);
  return found;
}

function divided(word: string, breaks: readonly number[]): string {
  return [...word].map((letter, at) => (breaks.includes(at) ? `-${letter}` : letter)).join('');
}

type Gold = { word: string; boundaries: number[]; isHeldOut: boolean };

function goldWords(): Gold[] {
  const lines = text('indonesian-words.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line, at) => {
    const [word = '', division = ''] = line.split(' ');
    expect(division.replaceAll('-', '')).toBe(word);
    const boundaries: number[] = [];
    let offset = 0;
    for (const part of division.split('-').slice(0, -1)) {
      offset += part.length;
      boundaries.push(offset);
    }
    return { word, boundaries, isHeldOut: at % 3 === 2 };
  });
}

function score(words: readonly Gold[], divide: Hyphenator) {
  let given = 0;
  let right = 0;
  let possible = 0;
  const wrong: string[] = [];
  for (const { word, boundaries } of words.filter((gold) => gold.word.length >= 6)) {
    const breaks = divide(word);
    given += breaks.length;
    const hits = breaks.filter((offset) => boundaries.includes(offset)).length;
    right += hits;
    if (hits < breaks.length) wrong.push(divided(word, breaks));
    possible += boundaries.filter((offset) => offset >= 2 && offset <= word.length - 3).length;
  }
  return { precision: right / given, recall: right / possible, wrong };
}

describe('Indonesian by the rules of PUEBI II.E', () => {
  const words = goldWords();

  it('has a word list of at least 300 words with their sources', () => {
    expect(new Set(words.map(({ word }) => word)).size).toBeGreaterThanOrEqual(300);
    expect(text('indonesian-words.txt').match(/ # (?:PUEBI|KBBI|by hand)/gu)?.length).toBe(
      words.length,
    );
  });

  it.each([
    ['tuned', false],
    ['held out', true],
  ])('divides the %s words with precision >= 0.98 and recall >= 0.85', async (_, isHeldOut) => {
    const part = words.filter((gold) => gold.isHeldOut === isHeldOut);
    const { precision, recall, wrong } = score(part, await of('id'));
    expect(precision, wrong.join(' ')).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    'me-nga-ta-kan',
    'meng-u-kur',
    'ber-a-sal',
    'be-ru-pa-nya',
    'ke-na-ikan',
    'me-nye-le-sai-kan',
    'di-pro-ses',
    'sank-si-nya',
    'trans-por-tasi',
    'kar-ya-wan',
  ])('knows where affixes and syllables meet: %s', async (division) => {
    const word = division.replaceAll('-', '');
    expect(divided(word, (await of('id'))(word))).toBe(division);
  });

  it.each([
    ['beruang', [2, 3]],
    ['mengawal', [2, 4]],
    ['pelajaran', [2, 3]],
    ['interaksinya', [4, 5]],
    ['antaranggota', [4, 5]],
    ['mikroskop', [5, 6]],
    ['kunjungilah', [5]],
    ['makanannya', [4]],
    ['kepandaiannya', [6]],
  ])('leaves out what only a dictionary could decide: %s', async (word, doubtful) => {
    const breaks = (await of('id'))(word);
    expect(breaks.filter((offset) => doubtful.includes(offset))).toEqual([]);
  });

  it.each(['checkbox', 'workflow', 'security', 'clearfix', 'requests', 'download', 'boundaries'])(
    'does not divide the foreign word %s',
    async (word) => {
      expect((await of('id'))(word)).toEqual([]);
    },
  );
});

describe('words that are never divided', () => {
  const NAMES = [
    ...['Prabowo', 'Susilo', 'Megawati', 'Jakarta', 'Tanjungpinang', 'Vladimir', 'Indonesia'],
    ...['PERTAMINA', 'BPJS', 'DPRD', 'UNESCO', 'iPhone', 'eBay', 'McDonald', 'macOS', 'LaTeX'],
    ...["Jum'at", 'Al-Qur’an', 'Hutagalung', 'Simanjuntak', 'Øresund', 'Élysée', 'Ångström'],
  ];

  it.each(['id', 'en', 'en-GB', 'fr', 'nl', 'da'])('leaves names whole in %s', async (lang) => {
    const divide = await of(lang);
    expect(NAMES.filter((name) => divide(name).length > 0)).toEqual([]);
  });

  it.each(['id', 'en', 'de'])('leaves digits, addresses and code whole in %s', async (lang) => {
    const divide = await of(lang);
    const whole = [
      ...['covid19', '2023', '10.000', 'sijori.id', 'https://contoh.id/artikel', 'nama@contoh.id'],
      ...['console.log', 'foo_bar_baz', 'innerHTML', 'getElement()', 'array[index]', '--verbose'],
      ...['negara-negara', 'well-known', "shouldn't", 'l’ordinateur', 'kata', 'a', '', ' ', '…'],
      ...['menga\u0301takan', 'mengatakan\u00ADlah', 'dua kata', 'merah/putih', '#pemilihan'],
    ];
    expect(whole.filter((word) => divide(word).length > 0)).toEqual([]);
  });

  it('divides words from five letters in English and six elsewhere', async () => {
    expect((await of('en'))('table')).toEqual([2]);
    expect((await of('en'))('into')).toEqual([]);
    expect((await of('id'))('bapak')).toEqual([]);
  });

  it('counts a first capital as a noun in German alone', async () => {
    const german = await of('de');
    expect(divided('Silbentrennung', german('Silbentrennung'))).toBe('Sil-ben-tren-nung');
    expect(german('SILBENTRENNUNG')).toEqual([]);
    expect((await of('nl'))('Vergadering')).toEqual([]);
  });

  it('looks inside the punctuation around a word', async () => {
    const divide = await of('id');
    expect(divided('“mengatakan,”', divide('“mengatakan,”'))).toBe('“me-nga-ta-kan,”');
    expect(divided('(terhadap).', divide('(terhadap).'))).toBe('(ter-ha-dap).');
  });
});

describe('languages', () => {
  it.each([
    ['en', 'hy-phen-ation type-writer as-so-ciate project'],
    ['en-GB', 'hy-phen-a-tion pho-to-graphy'],
    ['de', 'Wis-sen-schaft zwi-schen'],
    ['fr', 'or-di-na-teur si-gna-le-ment dé-ve-lop-pe-ment'],
    ['es', 'trans-por-te bi-blio-te-ca'],
    ['it', 'set-ti-ma-na bi-blio-te-ca'],
    ['pt-BR', 'in-for-ma-ção'],
    ['nl', 'ko-nings-huis ver-ga-de-ring'],
    ['pl', 'nie-pod-le-głość'],
    ['da', 'be-folk-ning un-der-vis-ning'],
    ['uk', 'бі-бліо-те-ка'],
    ['el', 'πα-νε-πι-στή-μιο'],
    ['sk', 'kniž-nica slo-bodne'],
    ['sl', 'svo-bo-den'],
  ])('%s: %s', async (lang, divisions) => {
    const divide = await of(lang);
    for (const division of divisions.split(' ')) {
      const word = division.replaceAll('-', '');
      expect(divided(word, divide(word))).toBe(division);
    }
  });

  it('matches the primary subtag, whatever the case and the separator', async () => {
    expect(await of('id-ID')).toBe(await of('in'));
    expect(await of('EN_us')).toBe(await of('en'));
    expect(await of('en-AU')).toBe(await of('en-GB'));
  });

  it.each(['', 'und', 'ms', 'ja', 'xx', 'constructor', '__proto__', 'de-1901', 'el-polyton', '-'])(
    'has none for "%s"',
    async (lang) => {
      expect(await hyphenator(lang)).toBeUndefined();
    },
  );

  it('keeps every licence with its patterns and ships nothing under the GPL', () => {
    const folder = '../../src/layout/patterns/';
    const files = readdirSync(here(folder)).filter((name) => name !== 'id-data.ts');
    expect(files.length).toBeGreaterThanOrEqual(11);
    for (const file of files) {
      const head = text(folder + file).split('*/')[0] ?? '';
      expect(head, file).toMatch(
        /^\/\*!\n.*\nSource: hyph-.*\nCopyright .*\n(?:.*\n)?Licence: (?:MIT|BSD 3|all-permissive)/u,
      );
      expect(head, file).not.toMatch(/GPL|GNU/u);
    }
  });

  it('loads each language only when it is asked for', () => {
    expect(text('../../src/layout/hyphenate.ts')).not.toMatch(/^import (?!type)[^;]*-data/mu);
  });
});

describe('any input', () => {
  it.each(['id', 'en', 'de'])('gives ascending offsets inside the word (%s)', async (lang) => {
    const divide = await of(lang);
    const letters = fc.string({ unit: fc.constantFrom(...'abcdegiknrstuyhäß'), maxLength: 120 });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (word) => {
        const breaks = divide(word);
        expect(breaks).toEqual([...new Set(breaks)].sort((one, other) => one - other));
        for (const offset of breaks) {
          expect(offset).toBeGreaterThanOrEqual(2);
          expect(offset).toBeLessThanOrEqual(word.length - 2);
        }
      }),
    );
  });

  it('gives each caller its own array', async () => {
    const divide = await of('id');
    divide('mengatakan').push(99);
    expect(divide('mengatakan')).not.toContain(99);
  });

  it('refuses very long runs at once', async () => {
    const divide = await of('id');
    expect(divide('ba'.repeat(500_000))).toEqual([]);
    expect(divide('"'.repeat(1_000_000))).toEqual([]);
  });
});
