import type { querying as english } from '../english/querying.ts';

/** Kata-kata tentang kueri, dalam bahasa Indonesia. */
export const querying: Readonly<Record<keyof typeof english, string>> = {
  'query-quote-open': 'tanda kutipnya tidak ditutup',
  'query-quote-open-hint': 'tutup dengan ", dan berikan kueri kepada shell dalam kutip tunggal',
  'query-paren-open': 'tanda kurungnya tidak ditutup',
  'query-paren-close': 'tidak ada kurung buka untuk kurung tutup ini',
  'query-parens-hint': 'dalam tanda kutip ia menjadi teks: "a (b)"',
  'query-nothing-after': 'tidak ada apa-apa sesudah {sign}',
  'query-nothing-before': 'tidak ada apa-apa sebelum {sign}',
  'query-operators-hint': 'huruf kecil atau tanda kutip menjadikannya kata: and, "OR"',
  'query-no-value': '{field}: tidak punya nilai',
  'query-no-value-hint':
    'tanpa spasi sesudah titik dua: {field}:nilai; dalam tanda kutip ia menjadi teks',
  'query-group-value': '{field}: tidak menerima tanda kurung',
  'query-group-value-hint': '{field}:a,b berarti salah satu, {field}:a {field}:b berarti keduanya',
  'query-bad-date': '“{value}” bukan tanggal',
  'query-bad-date-hint':
    '2023, 2023-09, 2023-09-14, 2023-01..2023-06, kemarin, 7d, "minggu lalu", "september 2023"',
  'query-bad-number': '“{value}” bukan jumlah kata',
  'query-bad-number-hint': 'words:<1500, words:1000..2000, words:2k..',
  'query-bad-state': 'is: tidak mengenal “{value}”',
  'query-bad-state-hint': 'salah satu dari {choices}',
  'query-bad-field': '“{value}” bukan nama bidang',
  'query-bad-field-hint': 'has:image, no:series, atau kunci front matter apa pun',
  'query-backwards': 'rentangnya berakhir sebelum dimulai',
  'query-backwards-hint': 'ujung yang lebih kecil atau lebih awal ditulis dahulu',
  'query-unknown-query': 'konfigurasi tidak punya kueri bernama “{name}”{suggestion}',
  'query-unknown-query-hint':
    'kueri disimpan di bawah [queries] dalam config.toml: nama = "tag:a is:unread"',
  'query-circle': 'kueri tersimpan ini kembali ke dirinya sendiri: {path}',
  'query-circle-hint': 'perbaiki [queries] dalam config.toml',
  'query-too-deep': 'bersarang lebih dari {levels} tingkat',
  'query-too-long': 'lebih dari {most} kata dan bidang',
  'query-length-hint': 'mintalah lebih sedikit',
};
