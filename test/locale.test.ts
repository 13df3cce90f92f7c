import { describe, expect, it } from 'vitest';
import { english as englishParts } from '../src/locale/english.ts';
import { indonesian as indonesianParts } from '../src/locale/indonesian.ts';
import { languageOf, localeFor } from '../src/locale/locale.ts';

const joined = (parts: object): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.values(parts));
const english = joined(englishParts);
const indonesian = joined(indonesianParts);

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the catalogue', () => {
  it.each(Object.keys(english))('%s has the same holes in both languages', (key) => {
    expect(holes(indonesian[key] ?? '')).toEqual(holes(english[key] ?? ''));
  });

  it('has the same keys in both languages, each in one part', () => {
    const keys = Object.values(englishParts).flatMap((part) => Object.keys(part));
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(indonesian).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills holes, and leaves unknown keys to be seen', () => {
    expect(localeFor('id').text('minutes', { minutes: 3 })).toBe('3 menit baca');
    expect(localeFor('en').text('no-such-key')).toBe('no-such-key');
  });
});

describe('dates', () => {
  const id = localeFor('id');
  const en = localeFor('en');
  it.each([
    ['2023-09-14T08:21:00+07:00', '14 September 2023, 08.21 WIB', '14 September 2023, 08:21 WIB'],
    ['2023-05-02T23:05+08:00', '2 Mei 2023, 23.05 WITA', '2 May 2023, 23:05 WITA'],
    ['2023-08-17T00:00:00+09:00', '17 Agustus 2023, 00.00 WIT', '17 August 2023, 00:00 WIT'],
    ['2023-09-14', '14 September 2023', '14 September 2023'],
    ['2023-09-14T08:21', '14 September 2023, 08.21', '14 September 2023, 08:21'],
    ['2023-09-14T08:21Z', '14 September 2023, 08.21 UTC', '14 September 2023, 08:21 UTC'],
    [
      '2023-09-14T08:21-04:00',
      '14 September 2023, 08.21 UTC-04',
      '14 September 2023, 08:21 UTC-04',
    ],
    [
      '2023-09-14T08:21+05:30',
      '14 September 2023, 08.21 UTC+05:30',
      '14 September 2023, 08:21 UTC+05:30',
    ],
  ])('%s', (iso, indonesianText, englishText) => {
    expect(id.date({ iso, origin: 'head' })).toBe(indonesianText);
    expect(en.date({ iso, origin: 'head' })).toBe(englishText);
  });

  it('says when a date is only the time of the file', () => {
    expect(en.date({ iso: '2023-09-14', origin: 'file' })).toBe('14 September 2023 (file date)');
  });

  it('has short dates of one width', () => {
    for (let month = 1; month <= 12; month++) {
      const iso = `2023-${String(month).padStart(2, '0')}-04`;
      expect(id.shortDate({ iso, origin: 'head' })).toHaveLength(11);
      expect(en.shortDate({ iso, origin: 'head' })).toHaveLength(11);
    }
  });
});

describe('the language of sijori', () => {
  it.each([
    [undefined, { LANG: 'id_ID.UTF-8' }, 'id'],
    [undefined, { LANG: 'ms_MY' }, 'id'],
    [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
    [undefined, { LANG: 'C.UTF-8' }, 'en'],
    [undefined, {}, 'en'],
    [undefined, { LC_ALL: 'id_ID', LANG: 'en_US' }, 'id'],
    [undefined, { SIJORI_LANG: 'en', LANG: 'id_ID' }, 'en'],
    ['id', { LANG: 'en_US' }, 'id'],
    [undefined, { LANG: 'idx' }, 'en'],
  ] as const)('asked for %s in %j: %s', (asked, env, expected) => {
    expect(languageOf(asked, env)).toBe(expected);
  });
});
