import { isAscii, isUtf8 } from 'node:buffer';
import { ReaderError } from '../model/errors.ts';
import { western } from '../model/western.ts';

/** Share of control bytes above which a file is no text. */
const MOST_CONTROLS = 0.1;
/** The same of one that is no UTF-8: what is compressed, as pictures are, has 0.098 of them. */
const MOST_CONTROLS_WESTERN = 0.05;
/** What of a file tells whether it is text, in bytes. */
const SAMPLE = 65_536;

/**
 * Bytes to text: UTF-8, UTF-16 with its mark, else Windows-1252. Line ends become newlines, the mark goes.
 * @throws ReaderError `binary` when the bytes are no text.
 */
export function decode(bytes: Uint8Array, path: string): { text: string; encoding?: string } {
  const marked = utf16(bytes);
  if (marked) return { text: normalized(new TextDecoder(marked).decode(bytes)), encoding: marked };
  const text = utf8(bytes);
  const most = text === undefined ? MOST_CONTROLS_WESTERN : MOST_CONTROLS;
  if (hasControls(text) && isBinary(bytes, most)) throw new ReaderError('binary', { path });
  if (text !== undefined) return { text: normalized(text) };
  return {
    text: normalized(western(new TextDecoder('windows-1252').decode(bytes))),
    encoding: 'windows-1252',
  };
}

/**
 * The end of a text that was decoded, as UTF-8: a part of the file's own bytes where they are that, else encoded again. It
 * begins with a whole character, as a line does.
 */
export function bytesOfEnd(bytes: Uint8Array, encoding: string | undefined, end: string): Buffer {
  const file = bytesOf(bytes);
  // What is UTF-8 and has no line ends to change is in the text as it is in the file, but for the mark before it.
  if (encoding !== undefined || file.includes(0x0d)) return Buffer.from(end);
  return file.subarray(file.length - Buffer.byteLength(end));
}

/** The text of bytes that are UTF-8; of ASCII, as most files are, each byte is a character of Latin-1 too. */
function utf8(bytes: Uint8Array): string | undefined {
  if (isAscii(bytes)) return bytesOf(bytes).toString('latin1');
  return isUtf8(bytes) ? bytesOf(bytes).toString('utf8') : undefined;
}

function bytesOf(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
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

const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Whether it is worth counting controls: what is no UTF-8 may have any. A pattern is faster than a loop in a cold process. */
function hasControls(text: string | undefined): boolean {
  return text === undefined || CONTROLS.test(text.length > SAMPLE ? text.slice(0, SAMPLE) : text);
}

/** Whether what was decoded elsewhere is no text after all: as {@link decode} tells of what is no UTF-8. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(new RegExp(CONTROLS, 'g'))?.length ?? 0;
  return controls > sample.length * MOST_CONTROLS_WESTERN;
}

/** Text has no NUL but by accident, and few other controls; its first bytes tell. */
function isBinary(bytes: Uint8Array, most: number): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  let nuls = 0;
  // Not for-of, which takes several times as long here.
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] as number;
    if (byte >= 32) continue;
    if (byte === 0) nuls += 1;
    else if (byte < 9 || (byte > 13 && byte !== 27)) controls += 1;
  }
  return nuls > sample.length / 100 || controls > sample.length * most;
}
