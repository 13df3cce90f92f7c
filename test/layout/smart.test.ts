import { describe, expect, it } from 'vitest';
import { smartened } from '../../src/layout/smart.ts';

const curl = (text: string) =>
  smartened([{ text, style: {} }])
    .map((run) => run.text)
    .join('');

describe('smart punctuation', () => {
  it.each([
    ['"Baca," kata Pratiwi.', '“Baca,” kata Pratiwi.'],
    ["Ia berkata 'ya' lalu pergi.", 'Ia berkata ‘ya’ lalu pergi.'],
    ["Hari Jum'at, Al-Qur'an, Ma'ruf, syar'i", 'Hari Jum’at, Al-Qur’an, Ma’ruf, syar’i'],
    ["Kamu 'kan tahu, 'lah sampai, sejak '45", 'Kamu ’kan tahu, ’lah sampai, sejak ’45'],
    ["'Kan sudah kubilang", '’Kan sudah kubilang'],
    ["It's the reader's; rock 'n' roll, 'tis", 'It’s the reader’s; rock ’n’ roll, ’tis'],
    ['("quoted")', '(“quoted”)'],
    ['said--so---yes', 'said–so—yes'],
    ['and so on...', 'and so on…'],
    ['PUEBI: selesai....', 'PUEBI: selesai….'],
    ['a ..... b', 'a ..... b'],
    ['no -- option ---- rule', 'no – option ---- rule'],
    ["she said \"it's 'fine'\"", 'she said “it’s ‘fine’”'],
  ])('%s', (written, shown) => {
    expect(curl(written)).toBe(shown);
  });

  it('sees across runs, and leaves verbatim runs alone', () => {
    const runs = smartened([
      { text: 'say "', style: {} },
      { text: 'it', style: { bold: true } },
      { text: '" and ', style: {} },
      { text: 'a -- "b"', style: {}, verbatim: true },
    ]);
    expect(runs.map((run) => run.text)).toEqual(['say “', 'it', '” and ', 'a -- "b"']);
  });
});
