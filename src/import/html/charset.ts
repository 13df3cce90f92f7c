import { western } from '../../model/western.ts';

/** Marks at the very beginning of a file, and the encoding each says. */
const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes in which a page's own word for its encoding is looked for; pages with long scripts before it are real. */
const HEAD = 8192;

/**
 * A page's bytes as text: by its byte order mark, the server's `content-type`, its `<meta>` or XML declaration; else UTF-8
 * if it is valid, else windows-1252. A label that is unknown, or that says UTF-8 of what is none, is passed over. Never throws.
 */
export function decodeHtml(bytes: Uint8Array, contentType = ''): string {
  const mark = MARKS.find(([, signs]) => signs.every((sign, at) => bytes[at] === sign))?.[0];
  if (mark) return decoded(bytes, mark, false) ?? '';
  const told = labelIn(contentType) ?? labelOfHead(bytes);
  const text = told === undefined ? undefined : decoded(bytes, told, isUtf8(told));
  return text ?? decoded(bytes, 'utf-8', true) ?? decoded(bytes, 'windows-1252', false) ?? '';
}

/** The text in an encoding; undefined if it has no such name or, when `fatal`, where a byte does not fit. */
function decoded(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? western(text) : text;
  } catch {
    return undefined;
  }
}

function isUtf8(label: string): boolean {
  return /^utf-?8$/i.test(label);
}

function labelIn(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1];
}

/** What a page says of itself; a `<meta>` that can be read byte by byte is not in UTF-16, whatever it says. */
function labelOfHead(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(COMMENTS, '');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  const metas = head.match(/<meta\b[^>]*>/gi) ?? [];
  const label = metas.map(labelIn).find((one) => one !== undefined) ?? declared;
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

const COMMENTS = /<!--[\s\S]*?-->/g;
