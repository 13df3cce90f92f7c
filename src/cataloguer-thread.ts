import { parentPort, workerData } from 'node:worker_threads';
import { cataloguerOf } from './cataloguer.ts';
import type { Order } from './library/index/thread-pool.ts';

// Reads files for the thread that writes the index: what it answers is in the order in which it was asked.
const port = parentPort;
const cataloguer = cataloguerOf(String(workerData));
port?.on('message', ({ paths, now, first, isLast }: Order) => {
  if (first === undefined) {
    const some = paths.map((path) => cataloguer.read(path, now));
    const texts = some.flatMap((one) => ('texts' in one ? one.texts : []));
    port.postMessage({ some }, texts.map(bufferOf));
    return;
  }
  const some = paths.map((path, at) => cataloguer.add(path, now, first + at));
  const segment = isLast ? cataloguer.segment() : undefined;
  port.postMessage({ some, first, segment }, [
    ...new Set(segment?.pages.map(({ bytes }) => bufferOf(bytes))),
  ]);
});

function bufferOf(bytes: string | Uint8Array): ArrayBuffer {
  return (bytes as Uint8Array<ArrayBuffer>).buffer;
}
