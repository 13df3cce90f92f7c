import type { Mend } from '../mend.ts';
import { type CheckedFile, type Finding, finding, inOrder, type Remark } from './finding.ts';
import { checkHead } from './head.ts';
import { type Census, checkAmong } from './library.ts';
import { checkLinks, type Surroundings } from './links.ts';
import { checkNotes } from './notes.ts';
import { checkShape } from './shape.ts';
import { checkText } from './text.ts';

/** What is known of the library around a file that is checked. */
export interface Neighbours extends Surroundings {
  /** The library that the file is one of; absent for a file of no library. */
  readonly census?: Census | undefined;
  /** Whether an article is checked too. */
  isChecked(path: string): boolean;
}

/** All that is wrong with one file, in the order of its lines; `mends` are those that surely can be made. */
export async function check(
  file: CheckedFile,
  mends: readonly Mend[],
  around: Neighbours,
): Promise<Finding[]> {
  const { article, path } = file;
  const mended = new Set(mends.map(({ code }) => code));
  const notices = article.notices.map(
    ({ code, details, line = 1, column = 1 }): Remark => ({ code, details, line, column }),
  );
  const remarks = [
    ...notices.filter(({ code }) => !mended.has(code)),
    ...checkHead(file),
    ...checkText(file),
    ...checkNotes(article),
    ...checkShape(article),
    ...(await checkLinks(file, around)),
    ...(around.census ? checkAmong(file, around.census, around.isChecked) : []),
  ];
  return inOrder([
    ...remarks.map((remark) => finding(path, remark)),
    ...mends.map((mend) => finding(path, mend, true)),
  ]);
}
