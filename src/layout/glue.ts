import { BREAK_NO } from './line-break.ts';

type Glue = (text: string, breaks: Uint8Array) => void;

const MONTHS_ID = 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Agt|Ags|Sep|Sept|Okt|Nov|Nop|Des';
const MONTHS_EN = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec';
/** A name's initials, and an initial before a name: `J. K. Rowling`, `Joko W. Widodo`. */
const INITIALS = '\\p{Lu}\\.( )(?=\\p{Lu})';
/** An end mark of the press is never alone on a line: ` (*)`, ` (red)`, ` (rfs/jbr)`. */
const END_MARK = '( )\\((?:\\*+|[a-z]{2,4}(?:/[a-z]{2,4})?)\\)\\.?$';

/** Places where a line does not end, by language: each group of one space is kept together. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  id: [
    `\\d{1,2}( )(?:${MONTHS_ID})(?:( )\\d{4})?`,
    '[Pp]ukul( )\\d{1,2}(?:[.:]\\d{2})?(?:( )(?:WIB|WITA|WIT))?',
    '\\d( )(?:WIB|WITA|WIT)(?!\\p{L})',
    '(?:Rp|US\\$|S\\$|RM|€|£|¥)( )\\d',
    '\\d( )(?:ribu|juta|miliar|triliun|persen|km|m|cm|kg|gram|ha|ton|liter|orang|tahun|hari|jam|menit)(?!\\p{L})',
    '(?:No|Jl|Hlm|hlm|Gg|Kav|Vol|Ps|dkk)\\.( )\\S',
    '(?:Pasal|Ayat|ayat|Bab|RT|RW|Nomor|Gambar|Tabel|Blok|Lantai|Jalan|ke)( )\\d',
    '(?:PT|CV|UD|KRI|KM|RSUD|SMA|SMP|SD)( )\\p{Lu}',
    '\\p{L}( )Tbk(?!\\p{L})',
    '(?<!\\p{L})(?:Dr|dr|Drs|Dra|Prof|Ir|H|Hj|Ny|Tn|Sdr|KH|Kol|Jend|Mayjen|Letjen|Brigjen|AKBP|AKP|Kompol)\\.?( )(?=\\p{Lu})',
    INITIALS,
    END_MARK,
  ],
  en: [
    `\\d{1,2}( )(?:${MONTHS_EN})(?:( )\\d{4})?`,
    `(?<!\\p{L})(?:${MONTHS_EN})( )\\d{1,2}(?!\\d)`,
    '(?<!\\p{L})(?:Fig|Figs|No|Nos|Vol|Ch|Sec|Eq|pp|p|ca|cf|vs)\\.( )\\S',
    '(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Hon|Gen|Sen|Rep|Lt|Capt)\\.( )(?=\\p{Lu})',
    '(?<!\\p{L})(?:Figure|Table|Chapter|Section|Part|Article|Page|page|chapter|section)( )\\d',
    '\\d( )(?:percent|million|billion|trillion|km|m|cm|mm|kg|g|GB|MB|KB|a\\.m\\.|p\\.m\\.|am|pm)(?!\\p{L})',
    INITIALS,
    END_MARK,
  ],
};

/** Dashes are never first on a line in any language. */
const EVERYWHERE = '( )[–—](?= )';

const compiled = new Map<string, RegExp>();

/** The glue of a language: forbids breaks inside dates, sums, titles, initials and before dashes and end marks. */
export function glueFor(lang: string | undefined): Glue {
  const primary = (lang ?? '').toLowerCase().split('-')[0] ?? '';
  const known = Object.hasOwn(PATTERNS, primary) ? primary : '';
  return (text, breaks) => {
    for (const match of text.matchAll(patternOf(known))) {
      match.indices?.slice(1).forEach((range) => {
        if (range) breaks[range[1]] = BREAK_NO;
      });
    }
  };
}

function patternOf(lang: string): RegExp {
  const found = compiled.get(lang);
  if (found) return found;
  const pattern = new RegExp([...(PATTERNS[lang] ?? []), EVERYWHERE].join('|'), 'dgu');
  compiled.set(lang, pattern);
  return pattern;
}
