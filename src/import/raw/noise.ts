/** Whole lines of a page that are no part of the article, wherever they stand. */
const NOISE: readonly RegExp[] = [
  /^(?:advertisements?|adv|iklan|sponsored|promoted|gulir (?:ke bawah )?untuk (?:lanjut|melanjutkan)(?: membaca)?|scroll to (?:continue|resume)(?: (?:with content|reading))?|lanjutkan membaca|(?:article|story) continues (?:below|after).{0,60}|continue reading)\.?$/i,
  /^(?:halaman|page|hal\.?)(?: (?:selanjutnya|sebelumnya|berikutnya)|:?(?: ?\d{1,2})+(?: ?[>»]+)?(?: (?:selanjutnya|all|semua))?| \d+ (?:of|dari) \d+)$/i,
  /^(?:show all|tampilkan semua|baca selengkapnya|read more|lihat semua|see all|lihat \S.{1,30} selengkapnya)[ .…>»→]*$/i,
  /^(?:ikuti|follow)(?: us| kami| terus)?(?: (?:di|on|berita|kabar|saluran|channel|whatsapp|google|our))\b.{0,120}$/i,
  /^(?:gabung|mari bergabung|join|dapatkan)\b.{0,80}\b(?:channel|saluran|google news|telegram|whatsapp|newsletter)\b.{0,60}[^.!?”"]$/i,
  /^(?:(?:copyright|hak cipta) ?(?:©|\(c\)|\d{4}|by\b)|©).{0,120}$/i,
  /^.{0,80}(?:all rights reserved|hak cipta dilindungi(?: undang-undang)?)\.?$/i,
  /^dapatkan update berita pilihan.{0,250}$/i,
  /^artikel ini (?:telah|sudah) (?:tayang|terbit) (?:sebelumnya )?di .{3,250}$/i,
  /^\[gambas:[^\]]{0,60}\]$/i,
  /^(?:skip to (?:main )?content|lewati ke konten(?: utama)?|back to top|kembali ke atas)$/i,
];
/** Lines that are the page's only above and below the text; amid it they may be words of a list. */
const EDGES: readonly RegExp[] = [
  /^(?:selanjutnya|sebelumnya|berikutnya|selengkapnya|next|previous|memuat|loading)[ .…>»→]*$/i,
  /^(?:bagikan|share|sebarkan|salin tautan|salin link|copy link|cetak|print|simpan|save|komentar|comments?|dengarkan(?: artikel)?|listen|facebook|twitter|x|whatsapp|telegram|line|instagram|email|pinterest|linkedin|link copied|tautan disalin)(?: (?:artikel|berita|ini|this|article|on|via|ke|di|facebook|twitter|whatsapp|telegram|line|x|email|pinterest|linkedin))*[:!.]?$/i,
  /^(?:(?:reading time|waktu baca)\s*:?\s*)?\d{1,3} ?(?:min(?:ute)?s?(?: read)?|menit(?: baca)?)$/i,
  /^(?:dilihat|dibaca|(?:post )?views?|read|hits?)\s*:?\s*[\d.,]+\s*(?:kali|x|times)?$/i,
  /^[\d.,]+\s*(?:kali dibaca|x dibaca|kali dilihat|views?|shares?|komentar|comments?)$/i,
];
const LONGEST = 300;

/** Whether a line belongs to the page and not to the article; `edge` lines stand above or below the text. */
export function isNoise(text: string, edge: boolean): boolean {
  if (text.length > LONGEST) return false;
  const is = (pattern: RegExp) => pattern.test(text);
  return NOISE.some(is) || (edge && EDGES.some(is));
}

const RELATED =
  /^[([]?(?:baca(?: juga)?|lihat juga|simak(?: juga)?(?: video)?|tonton(?: juga)?|pilihan editor|artikel terkait|berita terkait|read(?: also| more)?|see also|also read|related(?: articles?| stories)?|watch(?: also)?)\s*(?::|›|»|>|–|—|-(?= ))\s*(\S.{2,})$/i;
const RELATED_OPEN =
  /^[([]?(?:baca juga|simak juga|lihat juga|tonton juga|simak video)\s+(["“'‘\p{Lu}].{8,})$/iu;
const RELATED_ALONE =
  /^(?:baca juga|lihat juga|simak juga|tonton juga|artikel terkait|berita terkait|read also|see also|also read|related(?: articles?| stories)?)\s*:?$/i;
const LONGEST_RELATED = 300;

/** The title that a cross link names: `Baca juga: X`. */
export function relatedTitle(text: string): string | undefined {
  if (text.length > LONGEST_RELATED) return undefined;
  const title = RELATED.exec(text)?.[1] ?? RELATED_OPEN.exec(text)?.[1];
  if (title === undefined) return undefined;
  const opens = /^[([]/.test(text);
  return (opens ? title.replace(/[)\]]$/, '') : title).trim() || undefined;
}

/** Whether a line opens a cross link whose title is lost or on the next line. */
export function isRelatedAlone(text: string): boolean {
  return text.length <= 40 && RELATED_ALONE.test(text);
}

/** Whether a line can be the title of another article. */
export function isLinkTitle(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 150 || words.length < 3 || /[.;:,]$/.test(text)) return false;
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\P{Ll}/u.test(word)).length >= long.length * 0.6;
}

const SIGNS = / ?[>»›] ?| \/ /;
const TOP = /^(?:home|beranda|depan)\b/i;

/** Whether a line is the way to a page: `Home > Nasional > Judul`. */
export function isBreadcrumb(text: string, following: readonly string[]): boolean {
  if (text.length > 250 || !SIGNS.test(text)) return false;
  const last = fold(text.split(SIGNS).at(-1) ?? '').replace(/(?:\.{2,}|…)$/, '');
  return (
    TOP.test(text) || (last.length > 10 && following.some((next) => fold(next).startsWith(last)))
  );
}

/** A text as titles are compared. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').trim();
}
