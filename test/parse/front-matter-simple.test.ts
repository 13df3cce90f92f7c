import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/parse/front-matter-fault.ts';
import { readSimple, strayColon } from '../../src/parse/front-matter-simple.ts';

/** What the YAML parser reads; undefined where it refuses. */
function yaml(text: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA });
  } catch {
    return undefined;
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    ...'title date tags a-b a_b : :: # \' " [ ] { } , - -- --- ... ? ! & * | > % @ ` ~ \\ / . ; ( ) = + < ^ $'.split(
      ' ',
    ),
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '\n  - ',
    '\n- ',
    ': ',
    ':\n',
    ' #',
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '“',
    'é',
    '読',
    '\u200c',
    '（',
    '-1',
    '2023-09-14',
    'null',
    '<<',
    '__proto__',
    'https://a.example/b?c#d',
  ),
  fc.string({ maxLength: 3 }),
);
/** Heads near those that are written, and not so near. */
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('title', 'date', 'tags', 'x1', 'Kata-Kunci'),
      fc.array(piece, { maxLength: 5 }),
    )
    .map(([key, rest]) => `${key}: ${rest.join('')}`),
  fc
    .tuple(
      fc.constantFrom('tags', 'list'),
      fc.array(piece, { maxLength: 4 }),
      fc.array(piece, { maxLength: 4 }),
    )
    .map(([key, one, two]) => `${key}:\n  - ${one.join('')}\n  - ${two.join('')}`),
  fc
    .array(fc.array(piece, { maxLength: 3 }), { maxLength: 4 })
    .map((list) => `tags: [${list.map((item) => item.join('')).join(', ')}]`),
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
);
const head = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);

/** Heads with a colon in a plain text, or nearly so. */
const stumbling = fc
  .tuple(
    fc.oneof(fc.constantFrom('', 'title: x\n', 'list:\n  - a\n', 'tags: [a]\n\n', 'a:\n'), head),
    fc.array(piece, { maxLength: 3 }),
    fc.constantFrom(': ', ':', ' : ', ':\n', ':\t'),
    fc.array(piece, { maxLength: 3 }),
    fc.oneof(fc.constant(''), head),
  )
  .map(([above, before, colon, after, below]) => {
    return `${above}judul: a${before.join('')}${colon}${after.join('')}\n${below}`;
  });

/** What the YAML parser says of a head, handed over with the end of the fence's line before it. */
function fault(text: string): unknown {
  try {
    load(`\n${text}`, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    return faultOf(error, text);
  }
  return undefined;
}

describe('the short way through a simple head', () => {
  it('reads what the YAML parser reads, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(head, (text) => {
        const fields = readSimple(text);
        if (fields === undefined) return;
        read += 1;
        expect({ ...fields }).toEqual(yaml(text));
      }),
      { numRuns: 20_000 },
    );
    // The property must have been asked of heads that are read here.
    expect(read).toBeGreaterThan(500);
  });

  it('knows where the YAML parser stumbles over a colon', () => {
    let found = 0;
    fc.assert(
      fc.property(stumbling, (text) => {
        const place = strayColon(text);
        if (place === undefined) return;
        found += 1;
        expect(fault(text)).toEqual({ reason: 'bad indentation of a mapping entry', ...place });
      }),
      { numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('is taken by a head as most are written', () => {
    const text = `title: Presiden: pidato
date: 2023-09-14T08:21:00+07:00
`;
    expect(readSimple(text)).toBeUndefined();
    expect(strayColon(text)).toEqual({ line: 0, column: 15 });
    const plain = `title: "Presiden: pidato #1"
subtitle: 'Satu & dua'
date: 2023-09-14T08:21:00+07:00
authors: [Pratiwi, Siti Rahma]
tags:
  - Rusia
  - Korea Utara
source: https://news.example/2023/1#a
none: []
image:

order: -1
lang: id
`;
    expect({ ...readSimple(plain) }).toEqual({
      title: 'Presiden: pidato #1',
      subtitle: 'Satu & dua',
      date: '2023-09-14T08:21:00+07:00',
      authors: ['Pratiwi', 'Siti Rahma'],
      tags: ['Rusia', 'Korea Utara'],
      source: 'https://news.example/2023/1#a',
      none: [],
      image: '',
      order: '-1',
      lang: 'id',
    });
  });
});
