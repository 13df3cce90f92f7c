import { describe, expect, it } from 'vitest';
import { glueFor } from '../../src/layout/glue.ts';
import { cutClusters } from '../../src/layout/hard-break.ts';
import { fill } from '../../src/layout/wrap.ts';

/** The lines of a text at every width at which it needs two or more. */
function linesAtAllWidths(text: string, lang: string): string[] {
  const glue = glueFor(lang);
  const found: string[] = [];
  for (let width = 16; width < text.length; width++) {
    const lines = fill([{ text, style: {} }], {
      width,
      wrap: 'greedy',
      hardBreak: cutClusters,
      glue,
    });
    found.push(...lines.map((line) => line.map((part) => part.text).join('')));
  }
  return found;
}

describe('glue', () => {
  it.each([
    ['id', 'Harganya mencapai Rp 10.000 per lembar saja', 'Rp 10.000'],
    ['id', 'Pertemuan digelar 14 September 2023 di sana', '14 September 2023'],
    ['id', 'Acara dimulai pukul 08.21 WIB di balai kota', 'pukul 08.21 WIB'],
    ['id', 'Surat bernomor No. 5 tahun lalu dicabut', 'No. 5'],
    ['id', 'Saham milik PT Telkom naik tajam kemarin', 'PT Telkom'],
    ['id', 'Sambutan oleh Dr. H. Joko pada upacara itu', 'Dr. H. Joko'],
    ['id', 'hanya waktu yang akan menjawab. (*)', 'menjawab. (*)'],
    ['id', 'Nilainya naik menjadi 1,5 miliar pada akhir tahun', '1,5 miliar'],
    ['en', 'The results are shown in Fig. 3 of the paper', 'Fig. 3'],
    ['en', 'As quoted there on p. 12 of the first edition', 'p. 12'],
    ['en', 'He arrived on 14 September 2023 by the night train', '14 September 2023'],
    ['en', 'a novel by J. K. Rowling was on the table', 'J. K. Rowling'],
    ['en', 'They were met there by Dr. Watson at the door', 'Dr. Watson'],
  ])('%s: "%s" never parts "%s"', (lang, text, together) => {
    const lines = linesAtAllWidths(text, lang);
    const parts = together.split(' ');
    const parted = lines.filter(
      (line) =>
        !line.includes(together) &&
        parts
          .slice(0, -1)
          .some((part, at) => line.endsWith(` ${parts.slice(0, at + 1).join(' ')}`) && part !== ''),
    );
    expect(parted).toEqual([]);
  });

  it('never begins a line with a dash, in any language', () => {
    const lines = linesAtAllWidths('satu dua – tiga empat — lima enam - tujuh delapan', 'xx');
    expect(lines.filter((line) => /^[–—-]/.test(line))).toEqual([]);
  });

  it('knows nothing of other languages than its own', () => {
    const lines = linesAtAllWidths('pukul sembilan pukul 09.30 pagi di sana', 'de');
    expect(lines.some((line) => line.endsWith('pukul'))).toBe(true);
  });
});
