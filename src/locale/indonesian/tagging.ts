import type { tagging as english } from '../english/tagging.ts';

/** Kata-kata `tag`. */
export const tagging: Readonly<Record<keyof typeof english, string>> = {
  'tags-unsafe': 'tagnya tidak dapat diubah dengan aman: {problem}',
  'problem-head': 'front matter-nya ditulis dengan cara yang tidak pasti dimengerti',
  'problem-encoding': 'bukan UTF-8',
  'tag-change-unclear': 'tag memerlukan +tag, -tag, atau rename LAMA BARU; tag tidak memuat koma',
  'tag-query-missing': 'tag memerlukan artikel atau kueri setelah tag-tagnya',
  'tag-unasked': 'ini akan mengubah {count} berkas; --yes melakukannya, --dry-run menampilkannya',
  tagged: 'berkas yang diubah: {count}',
  'help-tag-command': 'menambah tag pada artikel, membuangnya, atau mengganti nama tag',
  'help-tag-change': '+tag untuk menambah, -tag untuk membuang, berapa pun; atau rename LAMA BARU',
  'help-tag-query': 'satu artikel, disebut seperti pada read, atau kueri',
};
