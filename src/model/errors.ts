/** What can go wrong, as stable codes; the catalogue in `locale/` has the words. */
export type ErrorCode =
  | 'not-found'
  | 'is-folder'
  | 'is-address'
  | 'unreadable'
  | 'not-a-file'
  | 'too-large'
  | 'binary'
  | 'empty'
  | 'no-articles'
  | 'no-match'
  | 'ambiguous'
  | 'unknown-tag'
  | 'unknown-author'
  | 'nothing-found'
  | 'no-hits'
  | 'no-section'
  | 'no-code'
  | 'exists'
  | 'no-editor'
  | 'editor-missing'
  | 'editor-failed'
  | 'query'
  | 'not-feed'
  | 'not-feed-page'
  | 'not-opml'
  | 'not-ghost'
  | 'unknown-feed'
  | 'no-feeds'
  | 'usage'
  | 'config'
  | 'nothing-opened'
  | 'nothing-begun'
  | 'nothing-unread'
  | 'nothing-to-undo'
  | 'changed-since'
  | 'tags-unsafe'
  | 'state-foreign'
  | 'state-newer'
  | 'state-busy'
  | 'write'
  | 'stopped'
  | 'no-index'
  | 'index-locked'
  | 'changed'
  | 'edited'
  | 'taken'
  | 'of-another'
  | 'one-output'
  | 'nothing-to-import'
  | 'no-article'
  | 'no-kind'
  | 'bad-entry'
  | 'not-epub'
  | 'epub-locked'
  | 'address'
  | 'address-scheme'
  | 'address-user'
  | 'address-private'
  | 'redirects'
  | 'http-status'
  | 'network'
  | 'too-slow'
  | 'page-too-large';

/** Things worth a line on stderr that do not stop the reading. */
export type NoticeCode =
  | 'front-matter-syntax'
  | 'front-matter-repaired'
  | 'front-matter-executable'
  | 'front-matter-too-large'
  | 'front-matter-unclosed'
  | 'date-unreadable'
  | 'encoding'
  | 'nesting'
  | 'feed-mended'
  | 'feed-cut'
  | 'feed-repeated'
  | 'pager-missing';

/** Values for the holes of a message. */
export type Details = Readonly<Record<string, string | number>>;

/** A remark about one place of one article. Lines and columns count from 1, from the top of the file. */
export interface Notice {
  readonly code: NoticeCode;
  readonly details: Details;
  readonly line?: number;
  readonly column?: number;
}

/** A failure the user can mend; anything else that is thrown is a bug. */
export class ReaderError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  /** By name: the program's lazily loaded parts each bring their own copy of this class. */
  static override [Symbol.hasInstance](value: unknown): value is ReaderError {
    return value instanceof Error && value.name === 'ReaderError';
  }

  constructor(code: ErrorCode, details: Details = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'ReaderError';
    this.code = code;
    this.details = details;
  }
}
