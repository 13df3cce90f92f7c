import { ReaderError } from '../model/errors.ts';

/** Share of control bytes above which a file is no text. */
const MOST_CONTROLS = 0.1;

/**
 * Bytes to text: UTF-8, UTF-16 with its mark, else Windows-1252. Line ends become newlines, the mark goes.
 * @throws ReaderError `binary` when the bytes are no text.
 */
export function decode(bytes: Uint8Array, path: string): { text: string; encoding?: string } {
  const marked = utf16(bytes);
  if (marked) return { text: normalized(new TextDecoder(marked).decode(bytes)), encoding: marked };
  try {
    const text = normalized(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isBinary(bytes)) throw new ReaderError('binary', { path });
    return { text };
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    if (isBinary(bytes)) throw new ReaderError('binary', { path }, { cause: error });
    return {
      text: normalized(new TextDecoder('windows-1252').decode(bytes)),
      encoding: 'windows-1252',
    };
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function normalized(text: string): string {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
}

/** Text has no NUL but by accident, and few other controls; the first 64 KiB tell. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return nuls > sample.length / 100 || controls > sample.length * MOST_CONTROLS;
}
