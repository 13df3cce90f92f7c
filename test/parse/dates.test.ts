import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  dateFromPath,
  instant,
  isoFromMilliseconds,
  localIso,
  parseDate,
} from '../../src/parse/dates.ts';

const READABLE: readonly (readonly [unknown, string])[] = [
  ['2023-09-14', '2023-09-14'],
  ['2023-9-4', '2023-09-04'],
  ['2023.09.14', '2023-09-14'],
  ['2023/7/13', '2023-07-13'],
  ['2023-09-14 08:21', '2023-09-14T08:21'],
  ['2023-09-14T08:21', '2023-09-14T08:21'],
  ['2023-09-14T08:21:00+07:00', '2023-09-14T08:21:00+07:00'],
  ['2023-09-14T08:21:00.123Z', '2023-09-14T08:21:00+00:00'],
  ['2023-09-14T08:21:00.000', '2023-09-14T08:21:00'],
  ['2019-05-01T09:00:00-04:00', '2019-05-01T09:00:00-04:00'],
  ['2017-02-03 09:00:00 -5', '2017-02-03T09:00:00-05:00'],
  ['2023-09-14 08:21:00 +0700', '2023-09-14T08:21:00+07:00'],
  ['2023-09-14 08:21 UTC', '2023-09-14T08:21+00:00'],
  ['2023-09-14 08:21 GMT+7', '2023-09-14T08:21+07:00'],
  ['2023-09-14 08:21 Asia/Jakarta', '2023-09-14T08:21+07:00'],
  ['2023/7/13 20:46:25', '2023-07-13T20:46:25'],
  ['20230914', '2023-09-14'],
  ['20230914T082100Z', '2023-09-14T08:21:00+00:00'],
  ['20230914082105', '2023-09-14T08:21:05'],
  ['202309140821', '2023-09-14T08:21'],
  ['14 September 2023 08:21 WIB', '2023-09-14T08:21+07:00'],
  ['Kamis, 14 September 2023 08:21 WIB', '2023-09-14T08:21+07:00'],
  ['Rabu, 18 Jun 2025 14:05 WIB', '2025-06-18T14:05+07:00'],
  ['Rabu   18 Jun 2025  14:05 WIB', '2025-06-18T14:05+07:00'],
  ['18 Juni 2025 | 15.00 WIB', '2025-06-18T15:00+07:00'],
  ['Kamis, 13 Agustus 2020 | 12:00 WIB', '2020-08-13T12:00+07:00'],
  ['28 Agustus 2022\u00a0\u00a0\u00a019:50', '2022-08-28T19:50'],
  ['14 September 2023 pukul 08.21 WITA', '2023-09-14T08:21+08:00'],
  ['14 September 2023, pukul 08.21.30 Wit', '2023-09-14T08:21:30+09:00'],
  ['14 September 2023 08:21 (WIB)', '2023-09-14T08:21+07:00'],
  ['14 Sep 2023', '2023-09-14'],
  ['14 Sept 2023', '2023-09-14'],
  ['14-Sep-2023', '2023-09-14'],
  ['2 Agt 2023', '2023-08-02'],
  ['2 Agu 2023', '2023-08-02'],
  ['2 Agust. 2023', '2023-08-02'],
  ['1 Okt 2023', '2023-10-01'],
  ['1 Nop 2023', '2023-11-01'],
  ['1 Nopember 2023', '2023-11-01'],
  ['9 Pebruari 2001', '2001-02-09'],
  ["Jum'at, 15 September 2023", '2023-09-15'],
  ['Jum’at, 15 September 2023', '2023-09-15'],
  ['Jumat 15 September 2023', '2023-09-15'],
  ['Minggu, Desember 31, 2023', '2023-12-31'],
  ['Juli 30, 2021', '2021-07-30'],
  ['September 14, 2023', '2023-09-14'],
  ['Sep 14th, 2023 8:21 pm', '2023-09-14T20:21'],
  ['May 1 2020 12:05 a.m.', '2020-05-01T00:05'],
  ['Thu, 14 Sep 2023 08:21:00 +0700', '2023-09-14T08:21:00+07:00'],
  ['Thu Sep 14 2023 08:21:00 GMT+0700 (Western Indonesia Time)', '2023-09-14T08:21:00+07:00'],
  ['18/06/2025, 14:05 WIB', '2025-06-18T14:05+07:00'],
  ['09/08/2023', '2023-08-09'],
  ['14.09.2023', '2023-09-14'],
  ['10 April 2023 16:26 WIB', '2023-04-10T16:26+07:00'],
  ['2023年9月14日', '2023-09-14'],
  ['2023년 9월 14일 08:21', '2023-09-14T08:21'],
  [1_694_654_460, '2023-09-14T01:21:00+00:00'],
  [1_694_654_460_000, '2023-09-14T01:21:00+00:00'],
  ['1694654460', '2023-09-14T01:21:00+00:00'],
  ['1694654460000', '2023-09-14T01:21:00+00:00'],
  ['2024-02-29', '2024-02-29'],
  ['2000-02-29', '2000-02-29'],
];

const UNREADABLE: readonly unknown[] = [
  '2024-02-31',
  '2023-02-29',
  '1900-02-29',
  '9999-99-99T99:99:99Z',
  '0000-00-00',
  '0000-01-01',
  '2023-13-01',
  '2023-00-10',
  '31 April 2023',
  '06/18/2025',
  '32/01/2023',
  'kemarin sore',
  '1e400',
  '-271821-04-20',
  '2024-05-01 25:61 WIB',
  '2024-05-01 24:00',
  '2024-05-01 08:60',
  '2024-05-01 08:21:60',
  '2024-05-01 13:00 pm',
  '2024-05-01 08:21 +15:00',
  '2024-05-01 08:21 kira-kira',
  '14 Foo 2023',
  '14 September 2023 (08:21 WIB)',
  '14 September 23',
  '14 September 20233',
  '2023',
  '2023-09',
  '',
  '   ',
  'x'.repeat(1_000_000),
  2023,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_VALUE,
  true,
  null,
  undefined,
  {},
  [],
  ['2024-01-01'],
  new Date(0),
];

describe('parseDate', () => {
  it.each(READABLE)('reads %j', (value, iso) => {
    expect(parseDate(value)?.iso).toBe(iso);
  });

  it('reads no impossible or unclear date', () => {
    for (const value of UNREADABLE) expect([value, parseDate(value)]).toEqual([value, undefined]);
  });

  it('does not depend on the zone of the machine, and reads its own output', () => {
    for (const [, iso] of READABLE) {
      expect(parseDate(iso)?.iso).toBe(iso);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseDate(value);
      }),
    );
  });
});

describe('dateFromPath', () => {
  it.each([
    ['2023-09-14-judul.md', '2023-09-14', 'name'],
    ['posts/2023-09-14 judul.md', '2023-09-14', 'name'],
    ['2023-09-14.md', '2023-09-14', 'name'],
    ['20230914-judul.md', '2023-09-14', 'name'],
    ['a/2020/01/02/2023-09-14-judul.md', '2023-09-14', 'name'],
    ['a/2020/01/02/judul.md', '2020-01-02', 'path'],
    ['2020/1/2/judul.md', '2020-01-02', 'path'],
    ['C:\\arsip\\2020\\01\\02\\judul.md', '2020-01-02', 'path'],
    ['2020/01/02-judul.md', '2020-01-02', 'path'],
    ['2020-01-02-judul/index.md', '2020-01-02', 'path'],
    ['2001/01/01/x/2020/01/02/judul.md', '2020-01-02', 'path'],
  ])('%s', (path, iso, origin) => {
    expect(dateFromPath(path)).toEqual({ iso, origin });
  });

  it.each(['judul.md', '2023-13-14-judul.md', '2023/09/judul.md', '2023/02/30/x.md', '-', ''])(
    'finds none in %j',
    (path) => {
      expect(dateFromPath(path)).toBeUndefined();
    },
  );
});

describe('instant', () => {
  it('agrees with Date where both read', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(-6e13), max: new Date(2.5e14), noInvalidDate: true }),
        (date) => {
          const ms = Math.floor(date.getTime() / 1000) * 1000;
          const iso = isoFromMilliseconds(ms);
          if (iso !== undefined) expect(instant({ iso })).toBe(ms);
        },
      ),
    );
  });

  it('counts offsets, and dates without a zone as UTC', () => {
    expect(instant({ iso: '2023-09-14T08:21:00+07:00' })).toBe(Date.UTC(2023, 8, 14, 1, 21));
    expect(instant({ iso: '2023-09-14T08:21' })).toBe(Date.UTC(2023, 8, 14, 8, 21));
    expect(instant({ iso: '2023-09-14' })).toBe(Date.UTC(2023, 8, 14));
    expect(instant({ iso: 'kemarin' })).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('isoFromMilliseconds', () => {
  it('gives none outside the years that can be written', () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, 1e15, -1e15]) {
      expect(isoFromMilliseconds(ms)).toBeUndefined();
    }
    expect(isoFromMilliseconds(0.5)).toBe('1970-01-01T00:00:00+00:00');
  });
});

describe('localIso', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['Asia/Jakarta', '2026-11-25T01:30:00+07:00'],
    ['Asia/Kathmandu', '2026-11-25T00:15:00+05:45'],
    ['America/St_Johns', '2026-11-24T15:00:00-03:30'],
    ['UTC', '2026-11-24T18:30:00+00:00'],
  ])('is the time of day in %s', (name, iso) => {
    process.env['TZ'] = name;
    expect(localIso(Date.UTC(2026, 10, 24, 18, 30))).toBe(iso);
    expect(localIso(1e15)).toBeUndefined();
  });
});
