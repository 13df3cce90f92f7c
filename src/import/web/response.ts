import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What is said to be understood, in the words of `accept-encoding`. */
export const ENCODINGS = 'gzip, deflate, br';

/**
 * The body of a response, decompressed; undefined when it is larger than `limit` bytes.
 * @throws the stream's error when it breaks off.
 */
export async function bodyOf(
  response: IncomingMessage,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decompressed(response)) {
    size += (chunk as Uint8Array).length;
    if (size > limit) return undefined;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function decompressed(response: IncomingMessage): Readable {
  const decompressor = decompressorFor(response.headers['content-encoding']);
  // The iteration over the last stream reports errors of the first.
  return decompressor ? pipeline(response, decompressor, () => {}) : response;
}

function decompressorFor(encoding = '') {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
