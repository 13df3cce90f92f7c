import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutClusters } from '../../src/layout/hard-break.ts';
import { justified } from '../../src/layout/justify.ts';
import { fill } from '../../src/layout/wrap.ts';
import { lineWidth, segment } from '../../src/model/line.ts';

const set = (text: string, width: number, wrap: 'fit' | 'greedy') =>
  fill([{ text, style: {} }], { width, wrap, hardBreak: cutClusters }).map((line) =>
    line.map((part) => part.text).join(''),
  );
const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 });
const raggedness = (lines: readonly string[], width: number) =>
  lines.slice(0, -1).reduce((sum, line) => sum + (width - line.length) ** 2, 0);

describe('total fit', () => {
  it('evens out what greedy breaking leaves ragged', () => {
    const text = 'aaa bb cc ddddd';
    expect(set(text, 6, 'greedy')).toEqual(['aaa bb', 'cc', 'ddddd']);
    expect(set(text, 6, 'fit')).toEqual(['aaa', 'bb cc', 'ddddd']);
  });

  it('leaves no word alone on the last line where another break is possible', () => {
    expect(set('satu dua tiga empat lima', 19, 'greedy').at(-1)).toBe('lima');
    expect(set('satu dua tiga empat lima', 19, 'fit').at(-1)).toBe('empat lima');
  });

  it('loses nothing, is never too wide, and is never more ragged than greedy where no last word is alone', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const text = list.join(' ');
        const fit = set(text, width, 'fit');
        const greedy = set(text, width, 'greedy');
        expect(fit.join(' ')).toBe(text);
        for (const line of fit) expect(line.length).toBeLessThanOrEqual(width);
        const lonely = greedy.length > 1 && !greedy.at(-1)?.includes(' ');
        if (!lonely) expect(raggedness(fit, width)).toBeLessThanOrEqual(raggedness(greedy, width));
      }),
    );
  });
});

describe('justification', () => {
  it('spreads at most one extra space a gap, else leaves the line ragged', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 30 }), (list, extra) => {
        const text = list.join(' ');
        const line = justified([segment(text)], text.length + extra);
        const shown = line.map((part) => part.text).join('');
        expect(shown.replace(/ +/g, ' ')).toBe(text);
        expect(shown).not.toMatch(/ {3}/);
        const spread = extra > 0 && extra <= list.length - 1;
        expect(lineWidth(line)).toBe(spread ? text.length + extra : text.length);
      }),
    );
  });
});
