import type { importing as english } from '../english/importing.ts';

/** Kata-kata `import` dan yang datang lewat jaringan. */
export const importing: Readonly<Record<keyof typeof english, string>> = {
  address: '{url}: bukan alamat',
  'address-scheme': '{url}: hanya alamat http dan https yang diambil',
  'address-user': '{url}: alamat dengan nama pengguna atau kata sandi tidak diambil',
  'address-private': '{url}: menuju mesin ini atau jaringan pribadi',
  'address-private-hint': '--allow-private mengizinkannya',
  redirects: '{url}: dialihkan lebih dari {limit} kali',
  'http-status': '{url}: server menjawab {status}',
  network: '{url}: tidak dapat diambil ({reason})',
  'too-slow': '{url}: terlalu lama',
  'page-too-large': '{url}: lebih besar dari {limit}',
  'system-ENOTFOUND': 'host tidak ada',
  'system-EAI_AGAIN': 'nama host tidak dapat dicari',
  'system-ECONNREFUSED': 'sambungan ditolak',
  'system-ECONNRESET': 'sambungan terputus',
  'system-EHOSTUNREACH': 'tidak ada jalan ke host',
  'system-ENETUNREACH': 'tidak ada jalan ke jaringan',
  'system-ETIMEDOUT': 'tidak ada jawaban',
};
