import type { Article } from '../../model/article.ts';
import type { Details, NoticeCode } from '../../model/errors.ts';
import type { TextLine } from '../lines.ts';

/** What `check` can find, as stable codes; the catalogue in `locale/` has the words, docs/check.md the meaning. */
type FindingCode =
  | NoticeCode
  | 'title-missing'
  | 'title-duplicate'
  | 'date-missing'
  | 'date-form'
  | 'date-weekday'
  | 'date-order'
  | 'lang-unknown'
  | 'value-unreadable'
  | 'key-misspelt'
  | 'tags-duplicate'
  | 'tag-spelling'
  | 'slug-duplicate'
  | 'related-broken'
  | 'image-broken'
  | 'link-broken'
  | 'link-empty'
  | 'anchor-broken'
  | 'wikilink-broken'
  | 'alt-missing'
  | 'reference-undefined'
  | 'footnote-undefined'
  | 'footnote-unused'
  | 'heading-skipped'
  | 'control-character'
  | 'bidi-control'
  | 'damaged-text'
  | 'byte-order-mark'
  | 'line-ends'
  | 'final-newline'
  | 'trailing-blanks';

/** Something that is wrong at one place of one file; line and column count from 1, columns in UTF-16 units. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  readonly details: Details;
  /** Whether `--fix` can mend it without changing what is read. */
  readonly fixable: boolean;
}

/** A finding before it is known whose and how grave. */
export interface Remark {
  readonly code: FindingCode;
  readonly details?: Details;
  readonly line: number;
  readonly column: number;
}

/** What the head of a file says and where, as far as the article itself does not tell. */
export interface HeadFacts {
  readonly format?: 'yaml' | 'toml' | 'json';
  /** Lines of the file, the fences included; 0 where there is no head. */
  readonly lastLine: number;
  readonly keyLines: ReadonlyMap<string, number>;
  /** The canonical field that each top-level key with a value is read as. */
  readonly fields: ReadonlyMap<string, string>;
  /** ISO 8601 of the dates that could be read, by key. */
  readonly dates: ReadonlyMap<string, string>;
}

/** A file as it is checked: what was read, and the text it was read from. */
export interface CheckedFile {
  readonly path: string;
  readonly article: Article;
  readonly lines: readonly TextLine[];
  readonly head: HeadFacts;
}

/** What makes an article wrong to read or to find; everything else is a warning. */
const ERRORS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'front-matter-syntax',
  'front-matter-repaired',
  'front-matter-executable',
  'front-matter-too-large',
  'front-matter-unclosed',
  'date-unreadable',
  'slug-duplicate',
  'link-broken',
  'anchor-broken',
  'footnote-undefined',
]);

/** A remark as a finding in a file. */
export function finding(path: string, remark: Remark, fixable = false): Finding {
  const { code, details = {}, line, column } = remark;
  const severity = ERRORS.has(code) ? 'error' : 'warning';
  return { path, line, column, severity, code, details, fixable };
}

/** Findings in the order in which one reads: by file, by place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      byText(a.path, b.path) || a.line - b.line || a.column - b.column || byText(a.code, b.code),
  );
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
