import type { exporting as english } from '../english/exporting.ts';

/** Kata-kata `export`. */
export const exporting: Readonly<Record<keyof typeof english, string>> = {
  'of-another': 'adalah berkas artikel lain dari ekspor ini',
  'of-another-hint': '--output menulis di tempat lain',
  'export-written': 'diekspor: {count}',
  'export-replaced': 'diganti: {count}',
  'export-same': 'tidak berubah: {count}',
  'export-failed': 'gagal: {count}',
  'export-needs-output': '{option} memerlukan --output FOLDER',
  'export-title': 'Artikel',
  'export-count': 'Jumlah artikel: {count}',
  'help-export': 'menulis utuh artikel yang cocok: baris JSON, atau berkas',
  'help-export-output':
    'satu berkas per artikel ke folder ini; tanpanya, baris JSON ke keluaran standar',
  'help-export-format': 'format berkas: markdown (tanpa --format), html, plain, atau json',
  'help-export-html': 'halaman web, dan index.html yang mendaftarnya: singkatan --format html',
};
