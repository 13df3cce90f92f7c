import type { indexing as english } from '../english/indexing.ts';

/** Kata-kata indeks pustaka dan pencarian, dalam bahasa Indonesia. */
export const indexing: Readonly<Record<keyof typeof english, string>> = {
  indexing: 'mengindeks {done} dari {all} artikel',
  'index-damaged': 'indeks rusak dan dibuat ulang; yang lama ada di {path}',
  'index-busy': 'proses lain sedang mengindeks; yang belum dibacanya tidak tampak di sini',
  'index-none': 'tidak ada basis data yang dapat dimuat: seluruh pustaka dibaca, dan itu lambat',
  'index-unwritable': 'indeks tidak dapat disimpan di {path} ({reason}): seluruh pustaka dibaca',
  'index-stale':
    'indeks di {path} tidak dapat ditulis ({reason}); yang berubah sejak itu tampil seperti semula',
  stopped: 'berhenti; yang sudah diindeks tersimpan, dan perintah berikutnya melanjutkan',
  'no-index': 'pustaka ini tidak punya indeks',
  'index-locked': 'proses lain sedang mengindeks pustaka ini',
  'help-index': 'memperbarui indeks pustaka dengan memeriksa setiap berkas',
  'help-index-full': 'membaca ulang setiap berkas, apa pun waktunya',
  'help-index-rebuild': 'membuat indeks dari awal',
  'help-index-status': 'menunjukkan letak dan isi indeks; tidak mengubah apa pun',
  'help-authors': 'menampilkan penulis di pustaka dan jumlah artikelnya',
  'help-series': 'menampilkan seri di pustaka dan jumlah artikelnya',
  'index-done': '{articles} artikel; {added} baru, {altered} berubah, {gone} hilang',
};
