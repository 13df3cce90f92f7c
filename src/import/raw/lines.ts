/** A line of raw text, its white space made plain. */
export interface RawLine {
  /** Line of the source, from 1. */
  readonly number: number;
  readonly text: string;
}

const BREAKS = /[\u000b\u000c\u0085\u2028\u2029]/;
/** Zero-width and soft marks, controls, and what turns the direction of text; ZWJ and ZWNJ are letters' own. */
const DROPPED =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/g;
const DIRTY = /[^ -~]| {2}|^ | $/;

/** The lines of a text; a line break of another kind than LF parts a line in two of the same number. */
export function rawLines(text: string): RawLine[] {
  return text.split('\n').flatMap((line, index) => {
    const parts = BREAKS.test(line) ? line.split(BREAKS) : [line];
    return parts.map((part) => ({ number: index + 1, text: clean(part) }));
  });
}

/** A line without what is not seen, and with one space where there was white space. */
function clean(line: string): string {
  return DIRTY.test(line) ? line.replace(DROPPED, '').replace(/\s+/g, ' ').trim() : line;
}
