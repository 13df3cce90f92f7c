import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { graphemeSegments } from 'unicode-segmenter/grapheme';
import { describe, expect, it } from 'vitest';
import {
  BREAK_ALLOWED,
  BREAK_MANDATORY,
  BREAK_NO,
  lineBreaks,
  paragraphBreaks,
} from '../../src/layout/line-break.ts';

const SAMPLE = new URL('./LineBreakTest-sample.txt', import.meta.url);
const FULL = new URL('../../../shared/spec/unicode/LineBreakTest.txt', import.meta.url);

interface Case {
  readonly text: string;
  readonly breaks: readonly boolean[];
}

function casesOf(file: URL): Case[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const cases = lines.map((line) => line.split('#')[0]!.trim()).filter((line) => line !== '');
  return cases.map(readCase);
}

function readCase(line: string): Case {
  let text = '';
  const breaks: boolean[] = [];
  for (const token of line.split(/\s+/)) {
    if (token === '÷' || token === '×') breaks[text.length] = token === '÷';
    else text += String.fromCodePoint(Number.parseInt(token, 16));
  }
  return { text, breaks: Array.from({ length: text.length + 1 }, (_, at) => breaks[at] ?? false) };
}

function failures(cases: readonly Case[]): string[] {
  const wrong = cases.filter(({ text, breaks }) => {
    const found = [...lineBreaks(text)].map((value) => value !== BREAK_NO);
    return found.join() !== breaks.join();
  });
  return wrong.map(({ text }) => JSON.stringify(text));
}

/** The text with `|` wherever a line may end and `!` where it must. */
function marked(text: string, breaks: Uint8Array): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    if (breaks[at] === BREAK_ALLOWED) out += '|';
    if (breaks[at] === BREAK_MANDATORY) out += '!';
    out += text.charAt(at);
  }
  return out;
}

const paragraph = (text: string) => marked(text, paragraphBreaks(text));

describe('lineBreaks', () => {
  it('passes the sample of the Unicode 17 conformance file', () => {
    const cases = casesOf(SAMPLE);
    expect(cases.length).toBeGreaterThan(2000);
    expect(failures(cases)).toEqual([]);
  });

  it.skipIf(!existsSync(FULL))(
    'passes the whole Unicode 17 conformance file (needs ../shared)',
    () => {
      const cases = casesOf(FULL);
      expect(cases.length).toBe(19338);
      expect(failures(cases)).toEqual([]);
    },
  );

  it('never breaks at the start, always at the end', () => {
    expect([...lineBreaks('')]).toEqual([BREAK_NO]);
    expect([...lineBreaks('a')]).toEqual([BREAK_NO, BREAK_MANDATORY]);
  });

  it('must break behind every hard line end', () => {
    expect(marked('a\r\nb\nc\u2028d', lineBreaks('a\r\nb\nc\u2028d'))).toBe('a\r\n!b\n!c\u2028!d');
  });

  it('knows every plane', () => {
    const ideographs = '\u{20000}\u{2ffff}\u{30000}\u{e0100}\u{f0000}x';
    expect(marked(ideographs, lineBreaks(ideographs))).toBe(
      '\u{20000}|\u{2ffff}|\u{30000}\u{e0100}|\u{f0000}x',
    );
  });

  it.each([
    ['numbers with their marks', 'Rp10.000,50 $(12.5)% a 1/2', 'Rp10.000,50 |$(12.5)% |a |1/2'],
    ['Western quotation marks', 'kata “dia” (kata)', 'kata |“dia” |(kata)'],
    ['East Asian text', '中国，“很好”。', '中|国，|“很|好”。'],
    ['flags in pairs', '🇮🇩🇷🇺🇰🇵', '🇮🇩|🇷🇺|🇰🇵'],
    ['soft hyphens', 'inter\u00adnasional', 'inter\u00ad|nasional'],
    ['no-break spaces', 'Rp\u00a010 ribu', 'Rp\u00a010 |ribu'],
  ])('keeps %s', (_, text, expected) => {
    expect(marked(text, lineBreaks(text))).toBe(expected);
  });
});

describe('paragraphBreaks', () => {
  it.each([
    ['reduplication', 'negara-negara itu', 'negara-|negara |itu'],
    ['numbers after a hyphen', 'U-23 ke-2 COVID-19', 'U-23 |ke-2 |COVID-19'],
    ['numbers before a hyphen', 'tahun 1990-an', 'tahun |1990-an'],
    ['one letter on a side', 'e-mail T-shirt I/O a/n', 'e-mail |T-shirt |I/O |a/n'],
    ['slashes between words', 'dan/atau AC/DC', 'dan/|atau |AC/|DC'],
    ['options and paths', 'ls --flag -l /usr/bin', 'ls |--flag |-l |/usr/|bin'],
    ['names with a dot', 'pakai .NET ( /x', 'pakai |.NET |( /x'],
    ['signs and ranges', 'C++ 10–15 Jakarta–Bandung', 'C++ |10–15 |Jakarta–|Bandung'],
    ['letters beyond ASCII', 'Пекин-Москва é-tat', 'Пекин-|Москва |é-tat'],
  ])('joints: %s', (_, text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it.each([
    ['spaced dashes', 'kata – kata — kata - kata', 'kata – |kata — |kata - |kata'],
    ['a closed dash', 'kata—kata', 'kata—|kata'],
    ['an opening dash', 'dijo —afirmó— que', 'dijo |—afirmó— |que'],
    ['an opening ellipsis', 'kata “…dan” …lalu', 'kata |“…dan” |…lalu'],
    ['a spaced ellipsis', 'kata … kata', 'kata … |kata'],
    ['a dash after a line end', 'a\n— b', 'a\n!— |b'],
  ])('dashes: %s', (_, text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it.each([
    ['paths', 'lihat https://sijori.id/berita/ini ya', 'lihat |https://sijori.id/|berita/|ini |ya'],
    [
      'queries',
      'https://a.id/cari?kata=rusia&lembar=2#atas',
      'https://a.id/|cari|?kata|=rusia|&lembar|=2#atas',
    ],
    ['hyphens in short parts', 'www.a.id/putin-kim/x', 'www.a.id/|putin-kim/|x'],
    [
      'long parts',
      'http://a.id/presiden-putin-bertemu-kim-jong-un-di_rusia',
      'http://a.id/|presiden-putin-bertemu-kim|-jong|-un|-di|_rusia',
    ],
    [
      'the end of a sentence',
      '(http://a.id/presiden-putin-bertemu-kim.html).',
      '(http://a.id/|presiden-putin-bertemu-kim|.html).',
    ],
    ['text after a URL', '（https://a.id/b）的', '（https://a.id/|b）|的'],
    [
      'mail addresses',
      'ke tim-redaksi@koran-kita.co.id ya',
      'ke |tim-redaksi@koran-kita.co.id |ya',
    ],
    ['a lone @', 'a @ kata-kata', 'a |@ |kata-|kata'],
  ])('addresses: %s', (_, text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it('keeps small kana off the start of a line unless told otherwise', () => {
    const text = 'キャラクター';
    expect(paragraph(text)).toBe('キャ|ラ|ク|ター');
    expect(marked(text, paragraphBreaks(text, { strict: false }))).toBe('キ|ャ|ラ|ク|タ|ー');
  });

  it.each([
    ['Thai', 'ประเทศไทยสวยงามมาก', 'ประเทศไทย|สวยงาม|มาก'],
    ['Lao', 'ປະເທດລາວ', 'ປະເທດ|ລາວ'],
    ['Khmer', 'ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា', 'ខ្ញុំ|ស្រឡាញ់|ប្រទេស|កម្ពុជា'],
    ['Burmese', 'ကျွန်တော်မြန်မာစကားပြောတယ်', 'ကျွန်တော်|မြန်မာ|စကားပြော|တယ်'],
    ['Thai numbers', 'ปี ๒๕๖๖', 'ปี |๒๕๖๖'],
  ])('breaks between the words of %s', (_, text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it('breaks long runs, cut in pieces, where one piece would break', () => {
    const run = 'ประเทศไทยสวยงามมากและผู้คนใจดีที่สุดในโลก'.repeat(50);
    const words = new Intl.Segmenter('th', { granularity: 'word' }).segment(run);
    const found = [...paragraphBreaks(run).entries()].filter(([, value]) => value !== BREAK_NO);
    const expected = [...words].map(({ segment, index }) => index + segment.length);
    expect(found.map(([at]) => at)).toEqual(expected);
  });

  it('stays linear on hostile text', () => {
    const shapes = [
      'a@',
      '@',
      'a.b',
      '://',
      'a://',
      'www.',
      '-',
      ' - ',
      '…"',
      '"\u0308',
      '(.1',
      '🇮',
      'ก',
    ];
    for (const shape of shapes) {
      const start = performance.now();
      paragraphBreaks(shape.repeat(Math.ceil(200_000 / shape.length)));
      expect(performance.now() - start, shape).toBeLessThan(3000);
    }
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...'a b é 1 . , / ? - – — … " “ ” ( ) % $ @ # & = \n \r \t'.split(' '),
    ...[' ', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u0308', '\u2060', '\ud83d', '\udc00'],
    ...['中', '、', 'ー', '한', 'ᄀ', 'ᅡ', 'ก', 'ำ', 'ក', '្', 'क', '्', 'ᬅ', '᭄'],
    ...['👩', '🏿', '🇮', '❤️', '\u0600', 'https://', 'www.a', '--'],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('gives one value for each offset, the last one mandatory', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const breaks of [lineBreaks(text), paragraphBreaks(text)]) {
          expect(breaks.length).toBe(text.length + 1);
          expect(breaks[0]).toBe(BREAK_NO);
          if (text !== '') expect(breaks[text.length]).toBe(BREAK_MANDATORY);
        }
      }),
    );
  });

  it('never breaks inside a surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index + 1);
        const breaks = lineBreaks(text);
        expect(pairs.filter((at) => breaks[at] !== BREAK_NO)).toEqual([]);
      }),
    );
  });

  it('never breaks a paragraph inside a grapheme cluster', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = new Set([...graphemeSegments(text)].map(({ index }) => index));
        starts.add(text.length);
        const breaks = [...paragraphBreaks(text).entries()];
        expect(breaks.filter(([at, value]) => value !== BREAK_NO && !starts.has(at))).toEqual([]);
      }),
    );
  });

  it('breaks each of two lines as it would alone', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        for (const find of [lineBreaks, paragraphBreaks]) {
          const both = [...find(`${first}\n${second}`)];
          expect(both.slice(0, first.length)).toEqual([...find(first)].slice(0, -1));
          expect(both.slice(first.length + 2)).toEqual([...find(second)].slice(1));
        }
      }),
    );
  });

  it('keeps what must break', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tailored = paragraphBreaks(text);
        for (const [at, value] of lineBreaks(text).entries()) {
          if (value === BREAK_MANDATORY) expect(tailored[at]).toBe(BREAK_MANDATORY);
        }
      }),
    );
  });
});
