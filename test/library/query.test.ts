import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorLines, exitCodeOf } from '../../src/cli/report.ts';
import { daysIn, daysText } from '../../src/library/query/days.ts';
import { type QueryFlags, queryFromFlags } from '../../src/library/query/flags.ts';
import { parseQuery } from '../../src/library/query/parse-query.ts';
import { queryText } from '../../src/library/query/query-text.ts';
import { leavesOf, type Query } from '../../src/library/query/syntax.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { ReaderError } from '../../src/model/errors.ts';
import { shapeOf } from './shape.ts';

const now = '2026-11-25T16:00:00+07:00';
const saved = {
  antrean: 'is:unread words:<1500',
  dua: 'query:antrean OR query:antrean',
  lingkar: 'laut query:putar',
  putar: 'query:lingkar',
  rusak: '(laut',
};
const parse = (...args: string[]) => parseQuery(args, { now, saved });
const text = (...args: string[]) => queryText(parse(...args));

/** The error of a query that is wrong. */
function wrong(...args: string[]): ReaderError {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof ReaderError) return error;
    throw error;
  }
  throw new Error(`${args.join(' ')} is read as ${text(...args)}`);
}

describe('a query', () => {
  it.each([
    ['', '*'],
    ['*', '*'],
    ['laut', 'laut'],
    ['laut natuna', 'laut natuna'],
    ['laut AND natuna', 'laut natuna'],
    ['a OR b c', 'a OR (b c)'],
    ['a|b', 'a OR b'],
    ['(a OR b) c', '(a OR b) c'],
    ['a (b (c))', 'a b c'],
    ['-a', 'NOT a'],
    ['NOT (a b)', 'NOT (a b)'],
    ['NOT NOT a', 'a'],
    ['!a -"b c"', 'NOT a NOT "b c"'],
    ['"laut natuna"', '"laut natuna"'],
    ['"a ""b"" c"', '"a ""b"" c"'],
    ['mempermain*', 'mempermain*'],
    ['"laut nat"*', '"laut nat"*'],
    // Small words are words, and what looks like an operator inside of quotes is one too.
    ['and or not', 'and or not'],
    ['"OR"', '"OR"'],
    // What people write just works.
    ["c++ co-op don't 20.04", "c++ co-op don't 20.04"],
    ['http://x.id/a?b=c', 'http://x.id/a?b=c'],
    ['12:30', '12:30'],
    ['Rp 10.000', 'Rp 10.000'],
    ['layar 27"', 'layar 27"'],
    ['a - b', 'a b'],
    ['"', '*'],
    ['a " b', 'a b'],
    ['-', '*'],
    ['() a', 'a'],
    ['Rapat: hasil', 'Rapat: hasil'],
    ['C: --foo .net', 'C: --foo .net'],
    // Fields, in both languages.
    ['tag:rusia', 'tag:rusia'],
    ['TAG:Rusia', 'tag:rusia'],
    ['#Rusia @pratiwi', 'tag:rusia author:pratiwi'],
    ['label:a penulis:b judul:c', 'tag:a author:b title:c'],
    ['tag:a,b', 'tag:a OR tag:b'],
    ['tag:a tag:b', 'tag:a tag:b'],
    ['tag:"korea utara",a', 'tag:"korea utara" OR tag:a'],
    ['tag:=asia', 'tag:=asia'],
    ['tag:asia/*', 'tag:asia/*'],
    ['tag:nat* tag:*', 'tag:nat* tag:*'],
    ['#"korea utara"', 'tag:"korea utara"'],
    ['title:"laut natuna"', 'title:"laut natuna"'],
    ['title:laut,darat', 'title:laut OR title:darat'],
    ['isi:laut*', 'body:laut*'],
    ['lang:indonesia bahasa:id_ID', 'lang:id lang:id'],
    ['rubrik:politik', 'categories:politik'],
    ['meta.Seksi-Dua:"x y"', 'meta.seksidua:"x y"'],
    ['url:https://x.id/a', 'source:https://x.id/a'],
    ['rating:>3 rating:2..4.5', 'rating:>3 rating:2..4.5'],
    ['tayang:2023-09..', 'tayang:>=2023-09-01'],
    ['tayang:satu..dua', 'tayang:"satu..dua"'],
    // Dates are as wide as what they say.
    ['date:2023-09', 'date:2023-09'],
    ['date:2023-09..', 'date:2023-09..'],
    ['tanggal:..2023', 'date:..2023'],
    ['date:2023-09-14', 'date:2023-09-14'],
    ['date:2022..2023-06', 'date:2022-01..2023-06'],
    ['date:<2023 date:<=2023', 'date:..2022 date:..2023'],
    ['date:>2023-09 date:>=2023-09', 'date:2023-10.. date:2023-09..'],
    ['since:2023 until:2023-06', 'date:2023.. date:..2023-06'],
    ['sejak:kemarin sampai:"hari ini"', 'date:2026-11-24.. date:..2026-11-25'],
    ['before:2023 after:2023', 'date:..2022 date:2024..'],
    ['since:7d', 'date:2026-11-18..'],
    ['date:"last week"', 'date:2026-11-16..2026-11-22'],
    ['date:minggu-lalu,kemarin', 'date:2026-11-16..2026-11-22 OR date:2026-11-24'],
    ['date:"1 mei 2023".."7 mei 2023"', 'date:2023-05-01..2023-05-07'],
    ['date:"last week..today"', 'date:2026-11-16..2026-11-25'],
    ['updated:2023', 'updated:2023'],
    ['has:date', 'date:*'],
    // Numbers.
    ['words:<1500', 'words:..1499'],
    ['words:1000..2000', 'words:1000..2000'],
    ['kata:>=2k', 'words:2000..'],
    ['words:300', 'words:300'],
    // States and saved queries.
    ['is:unread,reading', 'is:unread OR is:reading'],
    ['is:belum -is:selesai', 'is:unread NOT is:done'],
    ['has:image no:series', 'image:* NOT series:*'],
    ['query:antrean', 'is:unread words:..1499'],
    ['NOT query:dua', 'NOT ((is:unread words:..1499) OR (is:unread words:..1499))'],
  ])('%s means %s', (given, meant) => {
    expect(text(given)).toBe(meant);
  });

  it.each([
    ['"laut', 'quote-open', 0],
    ['a (b', 'paren-open', 2],
    ['a ) b', 'paren-close', 2],
    ['a OR', 'nothing-after', 2],
    ['a AND', 'nothing-after', 2],
    ['(a OR) b', 'nothing-after', 3],
    ['OR a', 'nothing-before', 0],
    ['| a', 'nothing-before', 0],
    ['AND a', 'nothing-before', 0],
    ['a OR AND b', 'nothing-after', 2],
    ['a NOT', 'nothing-after', 2],
    ['tag:', 'no-value', 0],
    ['a tag: b', 'no-value', 2],
    ['tag:"\'"', 'no-value', 4],
    ['tag:(a OR b)', 'group-value', 0],
    ['date:besar', 'bad-date', 5],
    ['date:2023-13', 'bad-date', 5],
    ['since:lusin', 'bad-date', 6],
    ['date:2023..2022', 'backwards', 5],
    ['words:banyak', 'bad-number', 6],
    ['words:9..3', 'backwards', 6],
    ['is:seru', 'bad-state', 3],
    ['has:is', 'bad-field', 4],
    ['query:antre', 'unknown-query', 6],
    ['query:lingkar', 'circle', 6],
    ['('.repeat(61), 'too-deep', 60],
    ['a '.repeat(301), 'too-long', 600],
    [`tag:${'a,'.repeat(301)}`, 'too-long', 604],
    [`#${'a,'.repeat(301)}`, 'too-long', 601],
  ])('%s is wrong: %s', (given, problem, at) => {
    const { code, details } = wrong(given);
    expect({ code, problem: details['problem'], at: details['at'] }).toEqual({
      code: 'query',
      problem,
      at,
    });
  });

  it('says in which saved query it is wrong', () => {
    expect(wrong('laut query:rusak').details['query']).toBe('(laut');
    expect(wrong('query:lingkar').details['path']).toBe('lingkar → putar → lingkar');
  });

  it('knows where each of its parts stands', () => {
    const query = parse('laut', 'tag:a,"b c"', '-"x y"');
    const source = 'laut tag:a,"b c" -"x y"';
    const places = [...leavesOf(query)].map(({ leaf }) => source.slice(leaf.at.start, leaf.at.end));
    expect(places).toEqual(['laut', 'a', '"b c"', '"x y"']);
  });
});

describe('a date', () => {
  it.each([
    ['2023-9-4', '2023-09-04'],
    ['14/9/2023', '2023-09-14'],
    ['20230914', '2023-09-14'],
    ['2023-09-14T08:21:00+07:00', '2023-09-14'],
    ['hari ini', '2026-11-25'],
    ['besok', '2026-11-26'],
    ['2w', '2026-11-09..2026-11-15'],
    ['2 minggu yang lalu', '2026-11-09..2026-11-15'],
    ['3 bulan', '2026-08'],
    ['1 year ago', '2025'],
    ['minggu lalu', '2026-11-16..2026-11-22'],
    ['minggu', '2026-11-22'],
    ['last month', '2026-10'],
    ['tahun ini', '2026'],
    ['senin', '2026-11-23'],
    ['last wednesday', '2026-11-18'],
    ['Jum’at', '2026-11-20'],
    ['januari', '2026-01'],
    ['desember', '2025-12'],
    ['september 2023', '2023-09'],
    ['14 Sep 2023', '2023-09-14'],
    ['sept 14, 2023', '2023-09-14'],
  ])('%s is %s', (given, days) => {
    const span = daysIn(given, now.slice(0, 10));
    expect(span && daysText(span)).toBe(days);
  });

  it.each(['2023-02-29', '31 feb', '0000', 'bulan', '999999y', 'x'.repeat(50), ''])(
    '%s is none',
    (given) => {
      expect(daysIn(given, now.slice(0, 10))).toBeUndefined();
    },
  );
});

/** What queries are made of, and what they should not be. */
const parts = fc.constantFrom(
  ...(
    'a|b|laut|Natuna|AND|OR|NOT|-|!|(|)|"|""|*|,|..|<|>|=|:|#|@|\'|++|.|/|\\|tag:|author:|title:|date:|words:|is:|' +
    'has:|no:|since:|rating:|meta.x:|query:antrean|unread|2023|2023-09|20230914|7d|kemarin|1500|3.5|0099|İ|ß|読書|語|é|\u0301|\u200b|😀|~|a/b|"a b"|'
  ).split('|'),
  '|',
  ' ',
  ' ',
  '  ',
);
const wild = fc.array(parts, { maxLength: 14 }).map((some) => some.join(''));

const tried = (args: readonly string[]): Query | ReaderError => {
  try {
    return parse(...args);
  } catch (error) {
    if (error instanceof ReaderError) return error;
    throw error;
  }
};

it('takes a tag without its sign, which a mark before it does not hide', () => {
  expect(tried([`tag:"'#"`])).toBeInstanceOf(ReaderError);
  expect(queryText(parse(`tag:"'#Asia'/"`))).toBe('tag:asia');
});

describe('any query', () => {
  it('is read, or is wrong at a place in it', () => {
    fc.assert(
      fc.property(fc.oneof(wild, fc.string({ unit: 'binary' })), (given) => {
        const result = tried([given]);
        if (!(result instanceof ReaderError)) return;
        const { query, at, length } = result.details;
        expect(result.code).toBe('query');
        expect(at).toBeGreaterThanOrEqual(0);
        expect(Number(at) + Number(length)).toBeLessThanOrEqual(String(query).length + 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same however the shell cut it into arguments', () => {
    fc.assert(
      fc.property(wild, fc.array(fc.boolean()), (given, cuts) => {
        const words = given.split(' ');
        const args = words.reduce<string[]>((out, word, at) => {
          if (at > 0 && !cuts[at]) out[out.length - 1] += ` ${word}`;
          else out.push(word);
          return out;
        }, []);
        expect(tried(args)).toEqual(tried([given]));
      }),
      { numRuns: 2000 },
    );
  });

  it('in its normal form is the same query, on any other day too', () => {
    fc.assert(
      fc.property(wild, (given) => {
        const query = tried([given]);
        if (query instanceof ReaderError) return;
        const again = parseQuery([queryText(query)], { now: '1999-01-02T00:00:00Z' });
        expect(shapeOf(again)).toEqual(shapeOf(query));
      }),
      { numRuns: 5000 },
    );
  });

  it('is read in a time that grows with its length only', () => {
    const long = ['"', 'a"', '(', 'a,', '-', '""', 'tag:"', '..', '=', 'x"..'].map((part) =>
      part.repeat(20_000),
    );
    for (const given of long) tried([given]);
  });
});

describe('options', () => {
  const from = (flags: QueryFlags) => queryText(queryFromFlags(flags, { now }));

  it.each([
    [{}, '*'],
    [{ tag: ['rusia', '#Asia, korea utara'] }, 'tag:rusia (tag:asia OR tag:"korea utara")'],
    [{ notTag: ['a,b'], author: ['Siti R'] }, 'NOT (tag:a OR tag:b) author:"siti r"'],
    [
      { since: 'last week', until: '2026-11', on: 'kemarin' },
      'date:2026-11-16.. date:..2026-11 date:2026-11-24',
    ],
    [{ tag: ['=asia', 'nat*'] }, 'tag:=asia tag:nat*'],
  ])('%j are the query %s', (flags, meant) => {
    expect(from(flags)).toBe(meant);
  });

  it.each([
    [{ tag: [''] }, 'no-value', '--tag '],
    [{ since: 'besar' }, 'bad-date', '--since besar'],
    [{ tag: ['a,'.repeat(301)] }, 'too-long', '--tag'],
  ])('%j are wrong', (flags, problem, query) => {
    expect(() => from(flags)).toThrowError(
      expect.objectContaining({ details: expect.objectContaining({ problem, query }) }),
    );
  });
});

describe('an error of a query', () => {
  it.each([
    [
      'en',
      'laut ) natuna',
      'sijori: no parenthesis is open that this one could close\n  laut ) natuna\n       ^\n',
    ],
    ['id', '読書 "テスト', 'sijori: tanda kutipnya tidak ditutup\n  読書 "テスト\n       ^\n'],
    [
      'en',
      'query:antren',
      'sijori: the configuration has no query called “antren”; did you mean antrean?\n  query:antren\n        ^^^^^^\n',
    ],
    [
      'en',
      'a\u202e\u001b tag:',
      'sijori: tag: has no value\n  a‹U+202E›␛ tag:\n             ^^^^\n',
    ],
  ] as const)('has a caret under the place (%s)', (language, given, lines) => {
    expect(errorLines(wrong(given), localeFor(language), { hints: false, stack: false })).toBe(
      lines,
    );
    expect(exitCodeOf(wrong(given))).toBe(2);
  });

  it('shows only what is around the place of a long query', () => {
    const long = `${'kata '.repeat(40)}date:besar ${'kata '.repeat(40)}`;
    const lines = errorLines(wrong(long), localeFor('en'), { hints: true, stack: false }).split(
      '\n',
    );
    expect(lines.slice(1, 3)).toEqual([
      '  …kata kata kata kata kata date:besar kata kata kata kata kata kata…',
      '                                 ^^^^^',
    ]);
    expect(lines[3]).toMatch(/^ {2}hint: 2023, /);
  });
});
