import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';

const isControl = (byte: number) =>
  byte > 0 && (byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

/** Bytes of which many are controls, whether or not they are UTF-8. */
const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(0, 8, 9, 10, 13, 14, 26, 27, 28, 31, 32, 97, 127),
      fc.constantFrom(97, 97, 97, 97, 0x80, 0xe9, 0xff),
    ),
    { minLength: 2, maxLength: 60 },
  )
  .map((all) => Uint8Array.from(all));

test('a file is no text by its share of controls, however it is encoded', () => {
  fc.assert(
    fc.property(bytes, fc.boolean(), (some, isLong) => {
      // What is beyond the first 64 KiB tells nothing.
      const file = isLong ? Buffer.concat([Buffer.alloc(65_536, 'a'), some]) : some;
      const sample = file.subarray(0, 65_536);
      const controls = sample.filter(isControl).length;
      const nuls = sample.filter((byte) => byte === 0).length;
      const most = isUtf8(file) ? 0.1 : 0.05;
      const isText = nuls <= sample.length / 100 && controls <= sample.length * most;
      if (isText) expect(decode(file, 'x').text.length).toBeGreaterThan(0);
      else expect(() => decode(file, 'x')).toThrow('binary');
    }),
    { numRuns: 1000 },
  );
});

test('what is compressed, as pictures are, is no text', () => {
  // Compressed data looks like chance; digests do, and are the same everywhere.
  const digests = Array.from({ length: 2500 }, (_, at) => createHash('sha256').update(`${at}`));
  const packed = Buffer.concat(digests.map((digest) => digest.digest()));
  for (const end of [1000, 8000, packed.length])
    expect(() => decode(packed.subarray(0, end), 'x')).toThrow('binary');
});
