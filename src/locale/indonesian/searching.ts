import type { searching as english } from '../english/searching.ts';

/** Kata-kata tentang pencarian, dalam bahasa Indonesia. */
export const searching: Readonly<Record<keyof typeof english, string>> = {
  'no-hits': 'tidak ditemukan: {query}{suggestion}',
  'no-hits-hint': 'semua kata harus ada di satu artikel; OR di antaranya berarti salah satu',
  'search-more': '{shown} dari {count}; -n {more} menampilkan lebih banyak',
  'help-search': 'cari di isi artikel pustaka, yang paling cocok lebih dulu, dengan petikannya',
  'help-search-limit': 'paling banyak sekian artikel (tanpa ini: 20)',
  'help-search-json': 'JSON; dengan nama kolom, hanya kolom itu',
  'help-find':
    'tandai kata-kata ini pada halaman dan mulai di petikan yang paling banyak memuatnya',
};
