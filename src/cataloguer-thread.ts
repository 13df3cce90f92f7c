import { parentPort, workerData } from 'node:worker_threads';
import { cataloguerOf, type Order } from './cataloguer.ts';

// Reads files for the thread that writes the index: what it answers is in the order in which it was asked.
const port = parentPort;
const { read } = cataloguerOf(String(workerData));
port?.on('message', ({ paths, now }: Order) => {
  const done = paths.map((path) => read(path, now));
  const bodies = done.flatMap((one) => ('texts' in one ? one.texts : []));
  port.postMessage(
    done,
    bodies.map((body) => (body as Uint8Array<ArrayBuffer>).buffer),
  );
});
