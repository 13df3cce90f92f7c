import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { withSetting } from '../src/cli/config/config-edit.ts';

const lines = fc.constantFrom(
  '# a comment',
  '',
  'theme = "dark"   # the night',
  "library = '/home/x'",
  'width = 66',
  '  smart = true',
  'hyphens= "on"',
);
const tables = fc.constantFrom(
  '',
  '\n[themes.mine]\ntheme = "x"\n',
  '\n[queries]\nlaut = "tag:laut" # sea\n"dua kata" = \'a "b"\'\n',
  '\n[queries]\n\n[themes.a]\nwidth = 1',
);
const texts = fc.string({ unit: 'grapheme', maxLength: 12 });

/** A configuration of lines that have a key each at most once. */
const configuration = fc
  .tuple(fc.uniqueArray(lines, { selector: (line) => line.split('=')[0] }), tables)
  .map(([top, table]) => [...top, table].join('\n'));
const change = fc.oneof(
  fc.tuple(fc.constantFrom('theme', 'library', 'hyphens'), texts),
  fc.tuple(fc.constant('width'), fc.nat()),
  fc.tuple(fc.constantFrom('smart', 'justify'), fc.boolean()),
  fc.tuple(fc.constantFrom('queries.laut', 'queries.baru', 'queries.dua kata'), texts),
);

describe('a setting that is written into a configuration', () => {
  it('is what is read, and nothing else is another', () => {
    fc.assert(
      fc.property(configuration, change, (source, [key, value]) => {
        const before = parse(source);
        const [table, name] = key.startsWith('queries.')
          ? ['queries', key.slice(8)]
          : [undefined, key];
        const wanted = table
          ? { ...before, queries: { ...(before['queries'] as object), [name]: value } }
          : { ...before, [name]: value };
        expect({ ...parse(withSetting(source, key, value)) }).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves comments and blank lines as they are', () => {
    const source = '# mine\ntheme = "dark" # night\n\n[queries]\na = "b"\n';
    expect(withSetting(source, 'theme', 'light')).toBe(source.replace('"dark"', '"light"'));
    expect(withSetting(source, 'queries.c', 'd')).toBe(`${source}c = "d"\n`);
    expect(withSetting('', 'queries.c', 'd')).toBe('[queries]\nc = "d"\n');
  });
});
