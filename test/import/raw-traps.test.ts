import { describe, expect, it } from 'vitest';
import { looksRaw } from '../../src/import/raw/looks.ts';
import type { Draft } from '../../src/model/draft.ts';
import { bodyOf, kindsOf, read, rendered, tools, words } from './raw-reading.ts';

const PROSE =
  'Kapal kayu itu berlayar tiga kali seminggu dari Natuna dengan muatan garam, ikan asin dan surat.';
const MORE =
  'Nakhodanya hafal setiap karang di jalur itu, dan tidak pernah memakai peta sejak muda dulu.';

/** A text of a title, some lines and two paragraphs. */
const story = (...lines: string[]) =>
  ['Kapal Surat Masih Berlayar', ...lines, PROSE, MORE].join('\n\n');
const meta = (...lines: string[]): Draft['meta'] => read(story(...lines)).meta;

describe('date lines', () => {
  it.each([
    ['Rabu, 18 Jun 2025 14:05 WIB', '2025-06-18T14:05:00+07:00'],
    ['Kompas.com- 18/06/2025, 14:05 WIB', '2025-06-18T14:05:00+07:00'],
    [',\u00a0Jurnalis-Rabu, 18 Juni 2025 |14:05 WIB', '2025-06-18T14:05:00+07:00'],
    ['18 Juni 2025 | 15.00 WIB', '2025-06-18T15:00:00+07:00'],
    ['Rabu   18 Jun 2025  14:05 WITA', '2025-06-18T14:05:00+08:00'],
    ['10 April 2023 16:26 WIT', '2023-04-10T16:26:00+09:00'],
    ['- Kamis, 13 Agustus 2020 | 12:00 Wib', '2020-08-13T12:00:00+07:00'],
    ['Views Minggu, Desember 31, 2023', '2023-12-31'],
    ['By On Juli 30, 2021', '2021-07-30'],
    ["Jum'at, 20 Juni 2025", '2025-06-20'],
    ['Jum’at, 20 Juni 2025 pukul 08.21 WIB', '2025-06-20T08:21:00+07:00'],
    ['Tayang: Kamis, 19 Juni 2025 08:10 WIB', '2025-06-19T08:10:00+07:00'],
    ['Ahad, 14 Agt 2022 08.21 WIB', '2022-08-14T08:21:00+07:00'],
    ['14 Nopember 2021', '2021-11-14'],
    ['2023-09-14 08:21', '2023-09-14T08:21:00'],
    ['Published 2:05 PM EDT, June 18, 2025', '2025-06-18T14:05:00-04:00'],
    ['Published: June 18, 2025 at 10:20 am', '2025-06-18T10:20:00'],
  ])('%s', (line, iso) => {
    const { date, updated } = meta(line);
    expect([date?.iso, updated]).toEqual([iso, undefined]);
    expect(bodyOf(read(story(line)))).toBe(`${PROSE}\n\n${MORE}\n`);
  });

  it.each([
    ['Diperbarui 18 Jun 2025, 14:05 WIB', '2025-06-18T14:05:00+07:00'],
    ['Kompas.com- Diperbarui 18/06/2025, 14:05 WIB', '2025-06-18T14:05:00+07:00'],
    ['Diperbarui: 28 Agustus 2022   19:50', '2022-08-28T19:50:00'],
    ['Last updated on September 14, 2023', '2023-09-14'],
  ])('%s tells when it was changed', (line, iso) => {
    const { date, updated } = meta(line);
    expect([date, updated?.iso]).toEqual([undefined, iso]);
  });

  it('says both moments of one line', () => {
    const { date, updated } = meta('18 Jun 2025, 10:00 WIB | Diperbarui 19 Jun 2025, 11:30 WIB');
    expect([date?.iso, updated?.iso]).toEqual([
      '2025-06-18T10:00:00+07:00',
      '2025-06-19T11:30:00+07:00',
    ]);
  });

  it.each([
    '18 Juni 2025 adalah hari yang panas',
    '30 Februari 2025',
    '2025',
    'Pemilu 2024',
    '0812 3456 7890',
    '2019-2024',
  ])('%s is none', (line) => {
    const draft = read(story(line));
    expect([draft.meta.date, draft.meta.updated]).toEqual([undefined, undefined]);
    expect(words(bodyOf(draft))).toEqual(words([line, PROSE, MORE].join(' ')));
  });

  it('keeps a date whose day is another one, and says so', () => {
    const draft = read(story('Senin, 18 Juni 2025 14:05 WIB'));
    expect(draft.meta.date?.iso).toBe('2025-06-18T14:05:00+07:00');
    expect(draft.doubts).toEqual([
      { key: 'doubt-weekday', details: { day: 'Senin', date: '2025-06-18' } },
    ]);
  });

  it('keeps a second date in the text, for there is one place', () => {
    const draft = read(story('18 Juni 2025', '19 Juni 2025'));
    expect(draft.meta.date?.iso).toBe('2025-06-18');
    expect(bodyOf(draft)).toMatch(/^19 Juni 2025\n\n/);
  });
});

describe('bylines', () => {
  it.each<[string, Partial<Draft['meta']>]>([
    ['Penulis:Pratiwi', { authors: ['Pratiwi'] }],
    ['Penulis : I Putu Reporter', { authors: ['I Putu Reporter'] }],
    ['Pewarta: Virna P Setyorini', { authors: ['Virna P Setyorini'] }],
    ['Oleh Sulardi', { authors: ['Sulardi'] }],
    ['Retno Ayu -detikFinance', { authors: ['Retno Ayu'], source: { name: 'detikFinance' } }],
    ['Penulis: Rahma | Editor: Sihat', { authors: ['Rahma'], editors: ['Sihat'] }],
    ['Rep: Hasan Basri/ Red: Nurul Aini', { authors: ['Hasan Basri'], editors: ['Nurul Aini'] }],
    [
      'Laporan Wartawan TRIBUNBATAM.id, Rahma',
      { authors: ['Rahma'], source: { name: 'TRIBUNBATAM.id' } },
    ],
    ['Penulis: Dr. Budi Santosa, S.H., M.Si', { authors: ['Dr. Budi Santosa, S.H., M.Si'] }],
    ['Penulis: Ani, Budi dan Citra', { authors: ['Ani', 'Budi', 'Citra'] }],
    ['By JOAN HARTWELL and Tom Field', { authors: ['JOAN HARTWELL', 'Tom Field'] }],
    [
      'By Joan Hartwell, Associated Press',
      { authors: ['Joan Hartwell'], source: { name: 'Associated Press' } },
    ],
    ['Ditulis oleh Ani Rahma', { authors: ['Ani Rahma'] }],
    ['By Joan Hartwell, Staff Writer', { authors: ['Joan Hartwell, Staff Writer'] }],
    ['(Editor: Budi)', { editors: ['Budi'] }],
    ['Sumber: https://contoh.id/berita', { source: { url: 'https://contoh.id/berita' } }],
  ])('%s', (line, expected) => {
    const draft = read(story(line));
    expect(draft.meta).toMatchObject(expected);
    expect(bodyOf(draft)).toBe(`${PROSE}\n\n${MORE}\n`);
  });

  it('is read at the end of a text too', () => {
    const draft = read(`Kapal Surat\n\n${PROSE}\n\nReporter : Ihsan\nEditor : Jamil`);
    expect(draft.meta).toMatchObject({ authors: ['Ihsan'], editors: ['Jamil'] });
  });

  it('names that stand above their role belong to it', () => {
    const draft = read(story('Andi Saputra, Rina Wati', 'Penulis', 'Sari Dewi', 'Editor'));
    expect(draft.meta).toMatchObject({
      authors: ['Andi Saputra', 'Rina Wati'],
      editors: ['Sari Dewi'],
    });
  });

  it.each([
    'Oleh karena itu kapal berhenti',
    'By the sea',
    'Editor: apakah ini benar?',
    'Penulis buku itu meninggal',
    'Batam, 18 Juni 2025',
    'Jakarta, CNN Indonesia',
  ])('%s is none', (line) => {
    const draft = read(story(line));
    expect(draft.meta.authors).toEqual([]);
    expect(draft.meta.editors).toEqual([]);
  });
});

describe('what belongs to the page', () => {
  it.each([
    'ADVERTISEMENT',
    'SCROLL TO CONTINUE WITH CONTENT',
    '[Gambas:Video 20detik]',
    'Halaman Selanjutnya',
    'Ikuti Whatsapp Channel Republika',
    'Copyright © ANTARA 2024',
    'Dibaca: 120 kali',
    '3 menit baca',
    'Bagikan ke Facebook',
    'Home / Berita / Kepri',
  ])('%s is left out, and that is said', (line) => {
    const draft = read(story(line));
    expect(bodyOf(draft)).toBe(`${PROSE}\n\n${MORE}\n`);
    expect(draft.doubts).toEqual([{ key: 'doubt-noise', details: { count: 1, lines: '3' } }]);
  });

  it.each([
    'Bagikan beras itu kepada warga',
    'Hak cipta adalah hak pencipta',
    '(c) menjual barang itu lagi',
    'Dapatkan uang dari Instagram, katanya.',
    'Iklan itu mengganggu.',
    'Ikuti petunjuk petugas',
  ])('%s is not', (line) => {
    expect(bodyOf(read(story(line)))).toBe(`${line}\n\n${PROSE}\n\n${MORE}\n`);
  });

  it('is no list of what a page has too', () => {
    const names = 'Facebook\nTwitter\nTelegram';
    const draft = read(`Kapal Surat\n\n${PROSE}\n\n${names}\n\n${MORE}`);
    expect(bodyOf(draft)).toContain('\n\nFacebook\\\nTwitter\\\nTelegram\n\n');
    expect(draft.doubts).toEqual([]);
  });

  it('is a lost link, but not one whose title is on the next line', () => {
    const draft = read(story(PROSE, 'Baca Juga', MORE, 'Baca Juga', 'Peta Laut Kuno Ditemukan'));
    expect(draft.meta.related).toEqual(['Peta Laut Kuno Ditemukan']);
    expect(bodyOf(draft)).toContain('\n\nBaca Juga\\\nPeta Laut Kuno Ditemukan\n\n');
    expect(draft.doubts).toHaveLength(1);
  });
});

describe('a picture', () => {
  it('has its caption and its credit, also when its name comes again', () => {
    const draft = read(
      story(
        'kapal_1.jpg',
        'Kapal di dermaga lama. (Foto: Ani Rahma)',
        'kapal_1.jpg',
        '18 Juni 2025',
      ),
    );
    expect(draft.meta.image).toEqual({
      src: 'kapal_1.jpg',
      caption: 'Kapal di dermaga lama.',
      credit: 'Ani Rahma',
    });
    expect(bodyOf(draft)).toBe(`${PROSE}\n\n${MORE}\n`);
  });

  it('that is a second one stays in the text, as does a credit without a picture', () => {
    expect(bodyOf(read(story('satu.jpg', 'dua_2.jpg')))).toMatch(/^dua_2\.jpg\n/);
    expect(bodyOf(read(story('Foto: Ani Rahma')))).toMatch(/^Foto: Ani Rahma\n/);
  });
});

describe('datelines', () => {
  it.each([
    ['MOSKOW \u00a0(sijori.id) - ', 'Moskow', 'sijori.id'],
    ['JAKARTA, KOMPAS.com – ', 'Jakarta', 'KOMPAS.com'],
    ['BATAM, TRIBUNBATAM.id - ', 'Batam', 'TRIBUNBATAM.id'],
    ['Jakarta (ANTARA) - ', 'Jakarta', 'ANTARA'],
    ['Mataram, 7/12 (Antara) - ', 'Mataram', 'Antara'],
    ['BINTAN (HK)- ', 'Bintan', 'HK'],
    ['LINGGA, POSMETRO.CO : ', 'Lingga', 'POSMETRO.CO'],
    ['Liputan6.com, Jakarta - ', 'Jakarta', 'Liputan6.com'],
    ['REPUBLIKA.CO.ID, BANDUNG-- ', 'Bandung', 'REPUBLIKA.CO.ID'],
    ['TEMPO.CO, Jakarta - ', 'Jakarta', 'TEMPO.CO'],
    ['GOTVNEWS, Tanjungpinang – ', 'Tanjungpinang', 'GOTVNEWS'],
    ['INSPIRASIKEPRI.COM | BATAM - ', 'Batam', 'INSPIRASIKEPRI.COM'],
    ['Tanjungpinang, Isukepri.com – ', 'Tanjungpinang', 'Isukepri.com'],
    ['JAKARTA– ', 'Jakarta', undefined],
    ['SAGULUNG- ', 'Sagulung', undefined],
    ['ANAMBAS-', 'Anambas', undefined],
    ['batampos – ', undefined, 'batampos'],
    ['(CNN) — ', undefined, 'CNN'],
    ['Batam (18/6/2025) - ', 'Batam', undefined],
    ['Jakarta, CNN Indonesia -- ', 'Jakarta', 'CNN Indonesia'],
    ['LONDON, England — ', 'London, England', undefined],
    ['PARIS/LONDON (Reuters) - ', 'Paris/London', 'Reuters'],
    ['KUALA LUMPUR, 18 Jun (Bernama) -- ', 'Kuala Lumpur', 'Bernama'],
    ['ANTARA - ', undefined, 'ANTARA'],
    ['Batam - ', 'Batam', undefined],
    ['NEW YORK (AP) — ', 'New York', 'AP'],
    ['WASHINGTON, June 18 (Reuters) - ', 'Washington', 'Reuters'],
    ['PORT ELLIS, Maine (AP) — ', 'Port Ellis, Maine', 'AP'],
  ])('%s', (start, location, source) => {
    const draft = read(`Kapal Surat\n\n${start}${PROSE}`);
    expect([draft.meta.location, draft.meta.source?.name]).toEqual([location, source]);
    expect(bodyOf(draft)).toBe(`${start.replace(' \u00a0', ' ')}${PROSE}\n`);
  });

  it.each([
    'INFO NASIONAL – ',
    'Setelah Putin - Kim ',
    'Presiden Joko Widodo (Jokowi) - ',
    'Alexander-Arnold ',
    'U-23 ',
    'Lagi-lagi ',
    'JakartaKabar baik ',
    '“Ya,” kata dia - ',
  ])('%s is none', (start) => {
    const { location, source } = read(`Kapal Surat\n\n${start}${PROSE}`).meta;
    expect([location, source]).toEqual([undefined, undefined]);
  });

  it('is found behind a caption that is a sentence', () => {
    const draft = read(
      `Kapal Surat\n\nKapal bersandar di dermaga.\n\nRANAI (sijori.id) - ${PROSE}`,
    );
    expect(draft.meta).toMatchObject({ location: 'Ranai', source: { name: 'sijori.id' } });
    expect(bodyOf(draft)).toMatch(/^Kapal bersandar di dermaga\.\n\nRANAI/);
  });
});

describe('headings', () => {
  const between = (line: string) => read(`Kapal Surat\n\n${PROSE}\n\n${line}\n\n${MORE}`);

  it.each([
    'Korea Utara Untung',
    'Dua Abad di Laut',
    'Mengapa Kapal Itu Masih Berlayar?',
    '“Rumah” di Atas Air',
    'What the Sea Kept',
  ])('%s', (line) => {
    expect(bodyOf(between(line))).toBe(`${PROSE}\n\n## ${line}\n\n${MORE}\n`);
  });

  it.each([
    'SUBUH 04:42',
    '10.PT Archi Indonesia Tbk (ARCI): Rp 10,29 miliar',
    '--------',
    'Stadion Si Jalak Harupat, pukul 19.30 WIB',
    'Lantas, apakah memang harus begitu?',
    '1. Pulau Komodo',
    'Foto: Dok Pribadi',
    'Kata Nakhoda:',
    'Harga Rp 10.000',
    'Kapal itu tua',
  ])('%s is none', (line) => {
    expect(kindsOf(between(line))).not.toContain('heading');
  });

  it('do not stand amid short lines, or first or last', () => {
    const scores = 'Persib Bandung\nArema Malang\nPersebaya Surabaya';
    expect(kindsOf(read(`Hasil Liga\n\n${PROSE}\n\n${scores}\n\n${MORE}`))).not.toContain(
      'heading',
    );
    expect(kindsOf(read(`Kapal Surat\n\n${PROSE}\n\nDua Abad di Laut`))).not.toContain('heading');
  });
});

describe('titles', () => {
  it('may take two lines', () => {
    const draft = read(
      `Presiden dan Pemimpin Tetangga\nBertemu di Pulau\n\n18 Juni 2025\n\n${PROSE}`,
    );
    expect(draft.meta.title).toBe('Presiden dan Pemimpin Tetangga Bertemu di Pulau');
    expect(draft.meta.date?.iso).toBe('2025-06-18');
  });

  it('are found below the way to the page, and once', () => {
    const draft = read(
      `Home > Berita > Kapal Surat Masih Berlayar\n${story('Kapal Surat Masih Berlayar')}`,
    );
    expect(draft.meta.title).toBe('Kapal Surat Masih Berlayar');
    expect(bodyOf(draft)).toBe(`${PROSE}\n\n${MORE}\n`);
    expect(kindsOf(draft).filter((kind) => kind === 'noise')).toHaveLength(2);
  });

  it('are the first words where there is none, and nothing is moved for it', () => {
    const draft = read(`${PROSE} ${MORE}\n\n${MORE}`);
    expect(draft.meta.title).toBe(
      'Kapal kayu itu berlayar tiga kali seminggu dari Natuna dengan muatan…',
    );
    expect(bodyOf(draft)).toBe(`${PROSE} ${MORE}\n\n${MORE}\n`);
    expect(draft.doubts).toEqual([{ key: 'doubt-no-title', details: {} }]);
  });

  it('may be all there is, or not even that', () => {
    expect(read('Hanya Judul')).toMatchObject({ meta: { title: 'Hanya Judul' }, body: '' });
    expect(read(' \u00a0\n')).toMatchObject({ meta: { title: '' }, body: '', doubts: [] });
  });

  it('are not the dateline of a text without one', () => {
    const draft = read('RANAI (sijori.id) - Kapal itu tiba.\n\nSemua senang.');
    expect(draft.doubts).toEqual([{ key: 'doubt-no-title', details: {} }]);
    expect(bodyOf(draft)).toBe('RANAI (sijori.id) - Kapal itu tiba.\n\nSemua senang.\n');
  });
});

describe('the end', () => {
  it('does not take a date in brackets for an end mark, but a mark for one', () => {
    const ends = (text: string) => kindsOf(read(`Kapal Surat\n\n${PROSE}\n\n${text}`)).at(-1);
    expect(ends('Kapal itu tiba pada Rabu (18/6/2025).')).toBe('paragraph');
    for (const mark of ['(*)', '**', '(red)', '(she/bpos)', '(TRIBUN BATAM/Argi)']) {
      expect(ends(`Kapal itu tiba. ${mark}`), mark).toBe('end-mark');
    }
  });

  it('may be a name in brackets on a line of its own', () => {
    const draft = read(`Kapal Surat\n\n${PROSE}\n\n(Arief Setyadi )\n\nEditor: Budi`);
    expect(kindsOf(draft).slice(-2)).toEqual(['end-mark', 'editor']);
    expect(bodyOf(draft)).toMatch(/\n\(Arief Setyadi \)\n$/);
  });

  it('has tags in a line, one a line, as hashes, or bare', () => {
    const tags = (...lines: string[]) =>
      read(`Kapal Surat\n\n${PROSE}\n${lines.join('\n')}`).meta.tags;
    expect(tags('Tags:Rusia')).toEqual(['Rusia']);
    expect(tags('Tags: laut, Kapal , LAUT;#garam')).toEqual(['laut', 'Kapal', 'garam']);
    expect(tags('Tags', 'laut', 'kapal tua')).toEqual(['laut', 'kapal tua']);
    expect(tags('Tags:', 'Laut', '#Kapal')).toEqual(['Laut', 'Kapal']);
    expect(tags('#laut #kapal')).toEqual(['laut', 'kapal']);
    expect(tags('kapal kayu', 'natuna', 'laut')).toEqual(['kapal kayu', 'natuna', 'laut']);
    expect(tags('Topics: the sea; ships')).toEqual(['the sea', 'ships']);
  });

  it('does not take a poem for tags', () => {
    const poem = 'ombak datang\nombak pergi\ntinggal sepi';
    const draft = read(`Kapal Surat\n\n${PROSE}\n\n${poem}`);
    expect(draft.meta.tags).toEqual([]);
    expect(bodyOf(draft)).toContain('ombak datang\\\nombak pergi\\\ntinggal sepi\n');
  });

  it('does not take a list in small letters for tags', () => {
    const draft = read(`Sambal Natuna\n\n${PROSE}\n\nBahan:\ncabai rawit\ngaram\nterasi`);
    expect(draft.meta.tags).toEqual([]);
    expect(bodyOf(draft)).toContain('Bahan:\\\ncabai rawit\\\ngaram\\\nterasi\n');
  });
});

describe('two articles in one file', () => {
  const draft = read(
    `${story('18 Juni 2025')}\n\n${story('Penulis: Rina', '19 Juni 2025', PROSE)}`,
  );

  it('keep every word and are doubted, with the line', () => {
    expect(draft.meta).toMatchObject({ date: { iso: '2025-06-18' }, authors: [] });
    expect(bodyOf(draft)).toContain('Penulis: Rina\n\n19 Juni 2025\n\n');
    expect(draft.doubts).toEqual([{ key: 'doubt-second-article', details: { line: 11 } }]);
  });
});

describe('what is in a text stays as it is', () => {
  it.each([
    'Yang terakhir.. Terutama saksi saksi dan dari dari situ....',
    'Text withlost spaces.JakartaKabar baik,katanya',
    'Tempat tempat itu, korea Utara, internasiaonal',
    '"Lurus" dan “lengkung” - – — ‘satu’',
    'Harga Rp 10.000, US$3 juta dan US$5 juta; C# dan a_b_c',
  ])('%s', async (line) => {
    const body = bodyOf(read(`Kapal Surat\n\n${PROSE}\n\n${line}\n\n${MORE}`));
    expect(body).toBe(`${PROSE}\n\n${line}\n\n${MORE}\n`);
    expect((await rendered(body)).join('\n')).toBe(`${PROSE}\n${line}\n${MORE}`);
  });

  it('loses white space that is not seen, and only that', () => {
    const draft = read(
      `Kapal\u00a0 Surat\u200b\n\u00a0\n${PROSE}\u2028Ke\u00adputusan \u202eitu\tkami\u0007 👩‍🚀 می‌خواهم`,
    );
    expect(draft.meta.title).toBe('Kapal Surat');
    expect(bodyOf(draft)).toBe(`${PROSE}\n\nKeputusan itu kami 👩‍🚀 می‌خواهم\n`);
    expect(draft.lines.map(({ line }) => line)).toEqual([1, 2, 3, 3]);
  });

  it('keeps scores and times of prayer as lines', () => {
    const scores = ['Persib 2 - 1 Arema', 'PSM 0 - 0 Bali United', 'Borneo FC 3 - 1 PSIS'];
    const body = bodyOf(read(`Hasil Liga\n\n${PROSE}\n\n${scores.join('\n')}\n\n${MORE}`));
    expect(body).toBe(`${PROSE}\n\n${scores.join('\\\n')}\n\n${MORE}\n`);
  });

  it('reads Malay and other scripts as they are', () => {
    const lines = [
      'Kapal surat itu masih belayar, kata beliau.',
      '船は今も週に三度、島へ渡る。',
      'السفينة ما زالت تبحر إلى الجزيرة.',
    ];
    expect(bodyOf(read(`船とKapal\n\n${lines.join('\n\n')}`))).toBe(`${lines.join('\n\n')}\n`);
  });
});

describe('what Markdown would swallow is escaped, and only that', () => {
  it.each([
    ['(*) dan (*)', '(\\*) dan (\\*)'],
    ['2023. Tahun itu', '2023\\. Tahun itu'],
    ['14) butir', '14\\) butir'],
    ['- Jakarta', '\\- Jakarta'],
    ['+ 3', '\\+ 3'],
    ['> kutip', '\\> kutip'],
    ['# judul', '\\# judul'],
    ['#Batam itu kota', '#Batam itu kota'],
    ['--------', '\\--------'],
    ['===', '\\==='],
    ['a ==b== c', 'a \\=\\=b\\=\\= c'],
    ['a == b', 'a == b'],
    ['`kode` dan `', '\\`kode\\` dan \\`'],
    ['[x](y) dan [Gambar]', '[x\\](y) dan [Gambar]'],
    ['[x]: y', '\\[x]: y'],
    ['a <b>tebal</b> < c', 'a \\<b>tebal\\</b> < c'],
    ['&copy; R&D &', '\\&copy; R&D &'],
    ['a_b_c dan _d_', 'a_b_c dan \\_d\\_'],
    ['~10 km', '~10 km'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['US$3 juta, US$5 juta', 'US$3 juta, US$5 juta'],
    ['$x$', '\\$x\\$'],
    ['C:\\berkas\\*', 'C:\\berkas\\\\\\*'],
    ['https://a.id/b_c_*d?e', 'https://a.id/b_c_*d?e'],
    [': arti', '\\: arti'],
  ])('%s', async (line, markdown) => {
    const body = bodyOf(read(`Kapal Surat\n\n${PROSE}\n\n${line}\n\nAkhir.`));
    expect(body.split('\n\n')[1]).toBe(markdown);
    expect((await rendered(body))[1]).toBe(line);
  });
});

describe('raw text', () => {
  it.each([
    ['Kapal Surat\n\nKamis, 14 September 2023 08:21 WIB\n\nPenulis:Pratiwi\n\nTeks.', 1],
    [`Kapal Surat\n\nJAKARTA, KOMPAS.com – ${PROSE}`, 0.75],
    [`Kapal Surat\n\n${PROSE}`, 0.5],
    [`# Kapal Surat\n\n${PROSE}`, 0],
    ['---\ntitle: Kapal\n---\n\nTeks.', 0],
    ['Kapal [surat](https://a.id) itu.\n\n```js\nx\n```', 0],
    ['- satu\n- dua\n\n**tebal** dan [x](y)', 0],
  ])('%j looks raw: %d', (text, sure) => {
    expect(looksRaw(text, tools)).toBeCloseTo(sure);
  });
});

describe('huge texts', () => {
  it.each([
    'a',
    '-',
    '[',
    ']:',
    '$a',
    '*',
    '_a ',
    ';',
    'www.',
    'http://a.id/;',
    '&a',
    '\\',
    '|',
    '(',
    'a, ',
  ])('a line of 1 MB of %s is read', (piece) => {
    const line = `${piece.repeat(1_000_000 / piece.length)}x`;
    expect(words(bodyOf(read(line)).replaceAll('\\', ''))).toHaveLength(
      words(line.replaceAll('\\', '')).length,
    );
  });

  it('10 MB of paragraphs are read', () => {
    const text = `Kapal Surat\n\n${`${PROSE}\n\n`.repeat(100_000)}`;
    expect(text.length).toBeGreaterThan(9_000_000);
    expect(bodyOf(read(text))).toHaveLength(text.length - 'Kapal Surat\n\n'.length - 1);
  });

  it.each(['Penulis: Nama #\n', 'Baca juga: Judul Lain #\n', 'Iklan\n', '# a\n', 'Tags: a#\n'])(
    'many lines of %j are read',
    (line) => {
      const text = Array.from({ length: 50_000 }, (_, at) => line.replace('#', String(at))).join(
        '',
      );
      expect(read(text).lines).toHaveLength(50_001);
    },
  );
});
