import type { Article, Meta, Root } from '../model/article.ts';
import type { Notice } from '../model/errors.ts';
import { countWords, textOf } from '../model/text.ts';
import { readAbbreviations } from './abbreviations.ts';
import { readAlerts } from './alerts.ts';
import { readDollars } from './dollars.ts';
import { splitHead } from './front-matter.ts';
import { nameHeadings } from './headings.ts';
import { hasHtml } from './html-presence.ts';
import { guessLanguage } from './language.ts';
import { loadParser, parseMarkdown } from './markdown.ts';
import { readMarks } from './marks.ts';
import { readMeta } from './meta.ts';
import type { MarkdownParser } from './parser.ts';
import { resolveReferences } from './references.ts';
import { readScripts } from './scripts.ts';

/** The text of a file and what is known of it besides. */
export interface Text {
  readonly path: string;
  readonly text: string;
  /** Last modification, ms since 1970. */
  readonly modified?: number;
  /** The encoding it was read as, when that is not UTF-8. */
  readonly encoding?: string;
}

/** Choices a reader has about constructs that not every Markdown has. */
export interface ParseOptions {
  /** Reads `:smile:` as the emoji; off, for colons are prose. */
  readonly emoji?: boolean;
}

/** What the head of a file says, before its body is parsed. */
export interface Head {
  readonly meta: Meta;
  readonly body: string;
  readonly bodyOffset: number;
  readonly notices: readonly Notice[];
}

/** Reads the front matter only: fast enough for a library's worth of files. Never throws. */
export function parseHead(source: Text): Head {
  const head = splitHead(source.text);
  const { meta, notices } = readMeta(head.data, {
    path: source.path,
    body: head.body,
    keyLines: head.keyLines,
    modified: source.modified,
  });
  const lang = meta.lang ?? guessLanguage(head.body);
  return {
    meta: lang === undefined || lang === meta.lang ? meta : { ...meta, lang },
    body: head.body,
    bodyOffset: head.bodyOffset,
    notices: [...encodingNotices(source), ...head.notices, ...notices],
  };
}

function encodingNotices({ encoding }: Text): readonly Notice[] {
  return encoding ? [{ code: 'encoding', details: { encoding } }] : [];
}

/** Reads a whole article. Never throws: what is not understood is shown as it is, with a notice. */
export async function parse(source: Text, options: ParseOptions = {}): Promise<Article> {
  const { meta, body: text, bodyOffset, notices } = parseHead(source);
  const body = await parseBody(text, options);
  const words = countWords(textOf(body));
  return { path: source.path, meta, body, source: text, bodyOffset, words, notices };
}

/** The constructs beyond the parser's, each read from the tree that the one before left. */
async function parseBody(text: string, options: ParseOptions): Promise<Root> {
  const parser = await loadParser(text);
  const root = parseMarkdown(text, parser);
  resolveReferences(root, text, parser);
  readScripts(root, text);
  readDollars(root, text, parser);
  if (hasHtml(root)) {
    const { readHtml } = await import('./html.ts');
    readHtml(root, (markdown) => fragment(markdown, parser));
  }
  // Before what cuts a text into pieces, for the mark of an alert is the beginning of a whole one.
  readAlerts(root, text);
  readMarks(root, text);
  readAbbreviations(root, text);
  if (options.emoji) {
    const { readEmoji } = await import('./emoji.ts');
    readEmoji(root);
  }
  nameHeadings(root);
  return root;
}

function fragment(markdown: string, parser: MarkdownParser): Root['children'] {
  return parseMarkdown(markdown, parser).children;
}
