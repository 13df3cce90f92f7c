import type { CheckedFile, Remark } from './finding.ts';

/** Controls other than tab; a form feed stands for a page and harms nobody. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/;
const OVERRIDE = /[\u202d\u202e]/;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
/** The mark of a lost character, and UTF-8 that was once read as Windows-1252. */
const DAMAGE =
  /\ufffd|\xe2\u20ac[\u0153\u201c\u201d\u02dc\u2122\xa6\x9d]|\xc3[\x80-\xbf\u0192\u2020-\u2022\u02c6]|\xc2[\xa0\xa3\xa9\xab\xae\xb0\xb7\xbb]/;

/** Characters that nobody sees and that are not writing, and text that an earlier conversion damaged. */
export function checkText({ lines }: CheckedFile): Remark[] {
  return lines.flatMap(({ text }, index): Remark[] => {
    if (PLAIN.test(text)) return [];
    const line = index + 1;
    return [
      ...found('control-character', line, text, text.search(CONTROL)),
      ...found('bidi-control', line, text, strayDirection(text)),
      ...found('damaged-text', line, text, text.search(DAMAGE)),
    ];
  });
}

const PLAIN = /^[\t\x0c\x20-\x7e]*$/;

function found(code: Remark['code'], line: number, text: string, at: number): Remark[] {
  if (at < 0) return [];
  const number = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [{ code, details: { character: `U+${number}` }, line, column: at + 1 }];
}

/** The first character that overrides the direction, or that opens a direction which its line does not close. */
function strayDirection(text: string): number {
  if (!DIRECTION.test(text)) return -1;
  const override = text.search(OVERRIDE);
  if (override >= 0) return override;
  const open: number[] = [];
  for (const { index, 0: char } of text.matchAll(/[\u202a-\u202c\u2066-\u2069]/g)) {
    if (char !== '\u202c' && char !== '\u2069') open.push(index);
    else if (open.pop() === undefined) return index;
  }
  return open[0] ?? -1;
}
