import { Parser } from 'htmlparser2';

/** Elements whose ends part words. */
const BLOCK =
  /^(?:p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|pre|section|article|figure|figcaption|header|footer|aside)$/;
/** Elements whose text nobody sees. */
const UNSEEN = /^(?:script|style|template|noscript|iframe|object)$/;
/** Longest title, in characters; what is longer is none. */
const LONGEST_TITLE = 1000;
/** Tags that people put into titles. */
const STYLED =
  /<(b|i|em|strong|span|a|sup|sub|u|s|font|code|small|mark|cite|q|abbr)\b[^<>]*>.*?<\/\1\s*>/is;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const TAG = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/i;
/** HTML that was escaped once too often. */
const ESCAPED = /&lt;(p|div|a|br|img|h[1-6]|ul|ol|blockquote|strong|em|span|table|figure)\b/i;

/** The words of HTML on one line, references decoded. Linear. */
export function wordsOf(html: string): string {
  return decoded(html).replace(/\s+/g, ' ').trim();
}

function decoded(html: string): string {
  const out: string[] = [];
  let unseen = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNSEEN.test(name)) unseen += 1;
      else if (BLOCK.test(name)) out.push(' ');
    },
    onclosetag: (name) => {
      if (UNSEEN.test(name)) unseen = Math.max(0, unseen - 1);
      else if (BLOCK.test(name)) out.push(' ');
    },
    ontext: (text) => {
      if (unseen === 0) out.push(text);
    },
  });
  parser.end(html);
  return out.join('');
}

/** A title that may be text or HTML: tags that style it are dropped, references decoded; `a <b c` stays as it is. */
export function titleText(text: string): string {
  const title = text.slice(0, LONGEST_TITLE);
  if (STYLED.test(title)) return wordsOf(title);
  if (!REFERENCE.test(title)) return title.replace(/\s+/g, ' ').trim();
  return wordsOf(title.replaceAll('<', '&lt;'));
}

/** Text as HTML: a paragraph wherever it has a blank line. */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
}

/** Text that stands for itself in HTML, also between double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The HTML that a feed means: what was escaped once too often is decoded, and a text without tags gets the
 * paragraphs that its blank lines part.
 */
export function meantHtml(value: string): string {
  if (TAG.test(value)) return value;
  if (ESCAPED.test(value) && value.includes('&gt;')) return decoded(value);
  return /\n\s*\n/.test(value) ? htmlOfText(decoded(value.replaceAll('<', '&lt;'))) : value;
}

/** Fewest paragraphs of HTML that is more than a summary. */
const SEVERAL = 2;
/** Words from which a description is taken for the article itself. */
const MANY = 250;

/** Whether HTML that may be either is a summary: it ends in an ellipsis, or is one short paragraph. */
export function isSummary(html: string): boolean {
  const words = wordsOf(html);
  const end = words.slice(-100);
  if (
    /(?:…|\.\.\.|\[[.…&#;\da-z]*\])\s*(?:(?:read|continue|baca|selengkapnya|lanjut)[^.]{0,40})?$/i.test(
      end,
    )
  )
    return true;
  const blocks = html.match(/<(?:p|div|h[1-6]|li|blockquote|pre)\b/gi)?.length ?? 0;
  return blocks < SEVERAL && words.split(' ').length < MANY;
}
