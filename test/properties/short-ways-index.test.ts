import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorLabels, type Label, tagLabels } from '../../src/library/index/document.ts';
import { instant } from '../../src/library/select.ts';
import { identityOf } from '../../src/library/state/identity.ts';
import { fold } from '../../src/model/fold.ts';
import { findFirstHeading, findLeadingHeading } from '../../src/parse/first-heading.ts';
import { asList, asTags, isNone } from '../../src/parse/meta-values.ts';
import { bytesOfEnd, decode } from '../../src/source/decode.ts';
import { loadBytes } from '../../src/source/load.ts';

// What an index asks of every article has short ways for what most articles are.

const RUNS = { numRuns: 3000 };
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcABC01 -_./,;') },
  { weight: 3, arbitrary: fc.constantFrom(...'#=\'’`"~\t\n\r\v\f\x7f\u00a0\ufeff\u2028/ ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'éÉßẞİıµ\u212b\u0301ﬁ読', '😀', 'null', '\r\n', '\n'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abAB0 /#=\n') }),
  fc.string({ unit: sign }),
);

/** Text as files hold it, with a mark or line ends of every kind, and encoded otherwise. */
const file = fc
  .tuple(fc.constantFrom('', '\ufeff'), text, fc.constantFrom<BufferEncoding>('utf8', 'latin1'))
  .map(([mark, content, encoding]) => Buffer.from(mark + content, encoding));

describe('the short way', () => {
  it('of decoding', () => {
    fc.assert(
      fc.property(file, (bytes) => {
        fc.pre(!bytes.some((byte) => byte < 9) && bytes[0] !== 0xff && bytes[0] !== 0xfe);
        let whole: string;
        try {
          whole = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          return;
        }
        fc.pre(!/[\x0e-\x1f]/.test(whole));
        expect(decode(bytes, 'x')).toEqual({ text: whole.replace(/\r\n?/g, '\n') });
        expect(decode(Uint8Array.from(bytes), 'x')).toEqual(decode(bytes, 'x'));
      }),
      RUNS,
    );
  });

  it('to the bytes of a body', () => {
    fc.assert(
      fc.property(file, fc.nat(), (bytes, at) => {
        fc.pre(!bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32)));
        const { text: whole, encoding } = decode(bytes, 'x');
        const body = whole.slice(whole.indexOf('\n', at % (whole.length + 1)) + 1);
        expect(bytesOfEnd(bytes, encoding, body).equals(Buffer.from(body))).toBe(true);
        const part = bytesOfEnd(Uint8Array.from(bytes), encoding, '');
        expect(part.length).toBe(0);
      }),
      RUNS,
    );
  });

  it('of many small files, none of which is read over another', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sijori-files-'));
    try {
      const sizes = [1, 7, 8, 9, 3000, 16_383, 16_384, 16_385, 5000, 65_536, 12];
      const files = Array.from({ length: 40 }, (_, at) => {
        const path = join(folder, `${at}.md`);
        const content = Buffer.alloc(sizes[at % sizes.length] ?? 0, `${at},`);
        writeFileSync(path, content);
        return { path, content };
      });
      const loaded = files.map(({ path }) => loadBytes(path).bytes);
      files.forEach(({ content }, at) => {
        expect(content.equals(loaded[at] ?? Buffer.alloc(0))).toBe(true);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of moments', () => {
    const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const day = fc.tuple(fc.constantFrom('0000', '0001', '1999', '2024', '9999'), two(13), two(32));
    const clock = fc.tuple(two(24), two(60), fc.option(two(60)));
    const zone = fc.oneof(
      fc.constantFrom('Z', '', '+00:00', '-00:00'),
      fc.tuple(fc.constantFrom('+', '-'), two(15), two(60)).map(([to, a, b]) => `${to}${a}:${b}`),
    );
    let read = 0;
    fc.assert(
      fc.property(day, clock, zone, (date, [hour, minute, second], offset) => {
        const time = second === null ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
        const iso = `${date.join('-')}T${time}${offset}`;
        const moment = new Date(iso).getTime();
        fc.pre(!Number.isNaN(moment));
        const whole = offset === '' ? iso : new Date(moment).toISOString();
        expect(instant({ iso, origin: 'head' })).toBe(whole);
        read += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it('of labels', () => {
    const above = ({ key, name }: Label): Label[] =>
      key
        .split('/')
        .map((_, depth) => ({
          name: name.split('/').slice(0, depth).join('/'),
          key: key.split('/').slice(0, depth).join('/'),
          direct: false,
        }))
        .filter(({ key }) => key !== '')
        .reverse();
    const whole = (tags: readonly string[]): Label[] => {
      const own = tags.map((name) => ({ name, key: fold(name), direct: true }));
      const labels = new Map(own.map((label) => [label.key, label]));
      for (const label of [...labels.values()].flatMap(above))
        if (!labels.has(label.key)) labels.set(label.key, label);
      return [...labels.values()];
    };
    const tag = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'B', '/', ' ', "'", 'é', '／', 'ﬁ', '℅') }),
      text,
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 6 }), (tags) => {
        expect(tagLabels(tags)).toEqual(whole(tags));
        const authors = whole(tags).filter(({ direct }) => direct);
        expect(authorLabels(tags)).toEqual(authors);
      }),
      RUNS,
    );
  });

  it('of lists', () => {
    const unique = (values: readonly string[]): string[] => {
      const first = new Map<string, string>();
      for (const value of values) {
        const key = value.normalize('NFC').toLowerCase();
        if (!first.has(key)) first.set(key, value);
      }
      return [...first.values()];
    };
    const item = fc.oneof(
      fc.constantFrom<unknown>(null, 7, [], 'a', 'A', '#a', 'é', 'e\u0301'),
      text,
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const strings = items.filter((one) => !isNone(one)).map((one) => String(one));
        const lines = strings.map((one) => one.replace(/\s+/g, ' ').trim());
        expect(asList(items)).toEqual(unique(lines));
        const bare = unique(lines).map((one) => one.replace(/^#+\s*/, ''));
        expect(asTags(items)).toEqual(unique(bare.filter((one) => one !== '')));
      }),
      RUNS,
    );
  });

  it('of what is no value', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constantFrom('null', ' NULL\n', 'Null ', '~', 'nul', 'N')),
        (value) => {
          expect(isNone(value)).toBe(/^\s*(?:|~|null|Null|NULL)\s*$/.test(value));
        },
      ),
      RUNS,
    );
  });

  it('of headings', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# A',
        '#',
        '===',
        'b',
        '',
        '  ',
        '```',
        '    # c',
        ' # d #',
        '# \\# e',
        '\r',
      ),
      text,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const body = lines.join('\n');
        // Signs of a heading that are none make the reader look at every line.
        expect(findFirstHeading(body)).toEqual(findFirstHeading(`${body}\n\n    #=`));
        const first = findFirstHeading(body);
        if (first?.leads) expect(findLeadingHeading(body)).toEqual(first);
        else expect(findLeadingHeading(body)?.leads).not.toBe(true);
      }),
      RUNS,
    );
  });

  it('of identities', () => {
    fc.assert(
      fc.property(text, (title) => {
        const one = fold(title).replace(/\s+/g, ' ');
        const identity = identityOf({ title }, 'a.md');
        expect(identity).toBe(identityOf({ title }, 'a.md', one));
        expect(identity).toBe(identityOf({ title }, 'a.md', fold(title)));
      }),
    );
  });
});
