import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, paginate, spreads } from '../../src/layout/pages.ts';
import { type Line, lineWidth, segment } from '../../src/model/line.ts';

const line = (text: string): Line => (text === '' ? [] : [segment(text)]);
const group = (kind: string, ...texts: string[]): Group => ({ kind, lines: texts.map(line) });
const texts = (page: readonly Line[]) => page.map((one) => one.map((part) => part.text).join(''));

describe('page turns', () => {
  it('leave no heading alone at the foot of a page', () => {
    const pages = paginate(
      [
        group('paragraph', 'a1', 'a2', 'a3', 'a4', 'a5'),
        group('heading', 'H'),
        group('paragraph', 'b1', 'b2', 'b3'),
      ],
      8,
    );
    expect(texts(pages[0]!)).not.toContain('H');
    expect(texts(pages[1]!).slice(0, 3)).toEqual(['H', '', 'b1']);
  });

  it('leave no first and no last line of a paragraph alone', () => {
    const first = paginate(
      [group('paragraph', 'a1', 'a2', 'a3'), group('paragraph', 'b1', 'b2', 'b3', 'b4')],
      5,
    );
    expect(texts(first[0]!)).toEqual(['a1', 'a2', 'a3']);
    const last = paginate([group('paragraph', 'a1', 'a2', 'a3', 'a4', 'a5')], 4);
    expect(texts(last[0]!)).toEqual(['a1', 'a2', 'a3']);
    expect(texts(last[1]!)).toEqual(['a4', 'a5']);
  });

  it('keep a paragraph of three lines whole', () => {
    const pages = paginate([group('code', 'c1', 'c2'), group('paragraph', 'a1', 'a2', 'a3')], 5);
    expect(texts(pages[0]!)).toEqual(['c1', 'c2']);
  });

  it('begin no page with a blank line', () => {
    const pages = paginate([group('code', 'a', 'b', 'c', 'd'), group('code', 'e')], 4);
    expect(texts(pages[1]!)).toEqual(['e']);
  });

  it('lose and reorder nothing, and no page is too tall', () => {
    const kinds = fc.constantFrom('paragraph', 'heading', 'code', 'list');
    const groups = fc.array(fc.record({ kind: kinds, count: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 20 }), (made, height) => {
        let next = 0;
        const given = made.map(({ kind, count }) => ({
          kind,
          lines: Array.from({ length: count }, () => line(`l${next++}`)),
        }));
        const pages = paginate(given, height);
        const shown = pages.flatMap(texts).filter((text) => text !== '');
        expect(shown).toEqual(Array.from({ length: next }, (_, at) => `l${at}`));
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(height);
      }),
    );
  });

  it('stand side by side within their width', () => {
    const rows = spreads([[line('left'), line('more')], [line('right')]], 10);
    expect(texts(rows)).toEqual(['left            right', 'more']);
    for (const row of rows) expect(lineWidth(row)).toBeLessThanOrEqual(26);
  });
});
