import { decode } from './decode.ts';
import { loadBytes, type Source } from './load.ts';

/** A file as text, and as the text that its bytes are, when they are UTF-8: line ends and byte order mark are in it. */
export interface ExactSource extends Source {
  readonly raw?: string;
}

/**
 * Reads one regular file so that it can be written back: the bytes of `raw` in UTF-8 are those of the file.
 * @throws ReaderError as `loadFile`.
 */
export function loadExact(path: string): ExactSource {
  const { bytes, modified } = loadBytes(path);
  const source = { path, modified, ...decode(bytes, path) };
  if (source.encoding !== undefined) return source;
  return { ...source, raw: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}
