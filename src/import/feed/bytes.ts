import { western } from '../../model/western.ts';

/** Bytes of a feed's beginning that may say how it is encoded. */
const START = 300;

/**
 * The text of a feed: by its byte order mark, else by what its server says, else by its XML declaration, else UTF-8;
 * what is no text in that encoding is shown as U+FFFD. UTF-7 is never decoded.
 */
export function feedText(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, START));
  const served = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  const marked = markOf(bytes);
  // A declaration that could be read one byte after the other is not in UTF-16, whatever it says.
  const told = [served, declared].filter((label) => !/^utf-?16/i.test(label ?? ''));
  const found = [marked, ...told].map(decoderFor).find((one) => one !== undefined);
  const decoder = found ?? new TextDecoder();
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? western(text) : text;
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** A decoder for a label of the web's; undefined for one that nobody knows. */
function decoderFor(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
